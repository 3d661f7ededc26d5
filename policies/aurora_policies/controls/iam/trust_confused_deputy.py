"""A stranger can make a service use a role for them, unless the trust policy limits the source: the confused deputy.

The services in the settings say for whom they act. An account that is trusted as a whole needs an external id or
another condition, because its administrators are not ours. Identity providers vouch for everyone: GitHub, GitLab and
other OIDC providers need a condition on `sub`, Cognito on `aud` and `amr`, SAML on `aud`.
"""

import re
from dataclasses import dataclass

from ...model import Condition, PolicyDocument, Principal, Statement, UnknownValue
from ...model.accounts import INVENTED_ACCOUNT, own_accounts
from ...model.condition_keys import is_wild
from ...model.iam import Role
from ...model.policy_document import all_hold
from ...model.values import UNKNOWN
from ..control import PASS, Severity, Verdict, all_of, control, each, fail, setting
from ._statements import where

# Services whose documentation asks for aws:SourceAccount or aws:SourceArn in the trust policy of their role.
_SERVICES = (
    "backup",
    "bedrock",
    "cloudtrail",
    "config",
    "directoryservice.rds",
    "events",
    "export.rds",
    "firehose",
    "logs",
    "monitoring.rds",
    "pipes",
    "rds",
    "s3",
    "sagemaker",
    "scheduler",
    "states",
    "vpc-flow-logs",
)

_SOURCES = ("aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths")
_GITHUB = "token.actions.githubusercontent.com"
_COGNITO = "cognito-identity.amazonaws.com"
# Claims that every token of a provider, or of one client application, has in common.
_NOT_A_SUBJECT = frozenset(("aud", "oaud", "azp", "app_id", "amr", "iss", "exp"))


@dataclass(frozen=True)
class Trust:
    services: tuple[str, ...] = setting(
        _SERVICES, "Services, without their DNS suffix, that must be tied to a source account or ARN."
    )
    trusted_accounts: tuple[str, ...] = setting(
        (), "Twelve-digit ids of accounts that are trusted as a whole, such as your own."
    )


def _names_source(condition: Condition) -> bool:
    """Whether the condition is about the source, and says whose it is: a bucket's ARN has no account."""
    if condition.key.lower() != "aws:sourcearn":
        return condition.key.lower() in _SOURCES
    accounts = [str(value).split(":")[4:5] for value in condition.values if value is not UNKNOWN]
    return all(account and re.fullmatch(r"[^*?]+", account[0]) for account in accounts)


def _service(statement: Statement, settings: Trust) -> Verdict:
    listed = {service.lower() for service in settings.services}

    def mentions_source() -> bool:
        return any(condition.key.lower() in _SOURCES for condition in statement.conditions)

    def is_asked(principal: Principal) -> bool:
        service = re.sub(r"\.[a-z]{2}(-[a-z]+)+-\d$", "", principal.service)  # logs.eu-central-1
        return bool(service) and (service in listed or mentions_source())

    found = statement.principals_where(is_asked)
    if not found or statement.is_restricted(_names_source):
        return PASS
    who = statement.quoted(principal.id for principal in found)
    return fail(
        f"{where(statement)} trusts {who} whoever it acts for: no condition on aws:SourceAccount or aws:SourceArn"
        " names an account.",
        statement.path,
    )


def _asks_for_more(condition: Condition) -> bool:
    """Whether a condition ties an account's principals down, or wants a second factor of them."""
    return condition.key.lower() in (
        "sts:externalid",
        "aws:principalarn",
        "aws:principalorgid",
        "aws:principalorgpaths",
        "aws:sourceip",
        "aws:sourcevpc",
        "aws:sourcevpce",
        "aws:userid",
        "aws:multifactorauthage",
    ) or condition.key.lower().startswith("aws:principaltag/")


def _wants_mfa(condition: Condition) -> bool:
    is_true = [str(value).lower() for value in condition.values] == ["true"]
    return (
        condition.operator.lower() == "bool"
        and condition.key.lower() == "aws:multifactorauthpresent"
        and is_true
    )


def _account(statement: Statement, role: Role, settings: Trust) -> Verdict:
    if any(map(_wants_mfa, statement.conditions)) or statement.is_restricted(_asks_for_more):
        return PASS
    own = own_accounts(role) | set(settings.trusted_accounts)
    foreign = statement.principals_where(lambda one: bool(one.account) and one.account not in own)
    if not own_accounts(role) and any(one.account == INVENTED_ACCOUNT for one in foreign):
        raise UnknownValue(f"the account of the stack is not known, and {INVENTED_ACCOUNT} may stand for it")
    whole = [one for one in foreign if one.is_account_root]
    if whole or (foreign and own_accounts(role)):
        who = statement.quoted(one.id for one in whole or foreign)
        return fail(
            f"{where(statement)} trusts {who} without an external id or another condition.", statement.path
        )
    if foreign:
        raise UnknownValue(
            f"whether {foreign[0].account} is another account: list the own one in the setting trustedAccounts"
            if not statement.secret
            else "whether a principal is of another account"
        )
    return PASS


def _federated(statement: Statement) -> Verdict:
    """Judge what identities of an identity provider the statement trusts."""
    return each(
        statement.principals_where(lambda one: one.kind == "Federated"),
        lambda provider: _provider(statement, provider.id),
    )


def _provider(statement: Statement, provider: str) -> Verdict:
    who = statement.quoted([provider])
    if ":saml-provider/" in provider:
        if statement.is_limited_by("SAML:aud"):
            return PASS
        return fail(
            f"{where(statement)} trusts assertions of {who} for any audience: no condition on SAML:aud.",
            statement.path,
        )
    host = provider.rpartition("oidc-provider/")[2].lower()
    if host == _COGNITO:
        return _cognito(statement)
    if statement.is_restricted(lambda condition: _names_subject(condition, host)):
        return PASS
    if host.endswith(_GITHUB):
        return fail(
            f"{where(statement)} trusts GitHub Actions of any repository: no condition on {_GITHUB}:sub names one.",
            statement.path,
        )
    return fail(
        f"{where(statement)} trusts every identity of {who}: no condition on its `sub` claim names one.",
        statement.path,
    )


def _cognito(statement: Statement) -> Verdict:
    if not statement.is_limited_by(f"{_COGNITO}:aud"):
        return fail(
            f"{where(statement)} trusts Cognito identities of any pool: no condition on {_COGNITO}:aud.",
            statement.path,
        )
    signed_in = statement.is_restricted(
        lambda condition: (
            condition.key.lower() == f"{_COGNITO}:amr"
            and all(value is UNKNOWN or _is_signed_in(str(value)) for value in condition.values)
        )
    )
    if signed_in:
        return PASS
    return fail(
        f"{where(statement)} trusts guests of a Cognito pool: no condition on {_COGNITO}:amr asks for"
        " `authenticated`.",
        statement.path,
    )


def _is_signed_in(value: str) -> bool:
    return value == "authenticated" or (not is_wild(value) and value != "unauthenticated")


def _names_subject(condition: Condition, host: str) -> bool:
    """Whether the condition is on a claim that says whose token it is, and its values name an owner."""
    provider, _, claim = condition.key.lower().rpartition(":")
    # An enterprise may have tokens of its own: token.actions.githubusercontent.com/<enterprise>:sub.
    if provider != host and not provider.startswith(f"{host}/"):
        return False
    if claim in _NOT_A_SUBJECT:
        return False
    return all(value is UNKNOWN or not _is_any_subject(str(value)) for value in condition.values)


def _is_any_subject(value: str) -> bool:
    """Whether a `sub` claim names nobody before its first wildcard, as `repo:*` and `project_path:*` do."""
    fixed = re.split(r"[*?]", value, maxsplit=1)[0]
    return (
        fixed != value and re.fullmatch(r"[a-z_]*[:/]?|system:serviceaccount:|repo:[^/]*", fixed) is not None
    )


def _judge(statement: Statement, role: Role, settings: Trust) -> Verdict:
    if not all_hold(
        lambda: statement.allows,
        lambda: statement.covers_any(
            "sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"
        ),
    ):
        return PASS
    return all_of(
        lambda: _service(statement, settings),
        lambda: _account(statement, role, settings),
        lambda: _federated(statement),
    )


@control(
    title="IAM role must trust services, accounts and identity providers under a condition only",
    severity=Severity.MEDIUM,
    topic="iam",
    source="cross-service-confused-deputy-prevention",
    remediation=(
        "Add the condition aws:SourceAccount, and aws:SourceArn where it is known, for a service; sts:ExternalId,"
        " aws:PrincipalArn or MFA for an account; the claim `sub` for an identity provider. The change is in place."
    ),
)
def trust_confused_deputy(role: Role, settings: Trust) -> Verdict:
    document = PolicyDocument.of(role.trust)
    if document is None:
        return PASS
    return each(document.statements, lambda statement: _judge(statement, role, settings))
