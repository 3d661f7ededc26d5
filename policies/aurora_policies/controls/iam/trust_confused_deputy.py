"""A service that takes on a role for whoever asks it can be made to use the role for a stranger: the confused deputy.

The services listed in the settings tell for whom they act. An account that is trusted as a whole is asked for an
external id or another condition, for its administrators are not ours. GitHub's tokens come from any repository.
"""

import re
from dataclasses import dataclass

from ...model import Condition, PolicyDocument, Principal, Statement, UnknownValue
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
    own = _own_accounts(role) | set(settings.trusted_accounts)
    foreign = statement.principals_where(lambda one: bool(one.account) and one.account not in own)
    whole = [one for one in foreign if one.is_account_root]
    if whole or (foreign and _own_accounts(role)):
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


def _own_accounts(role: Role) -> set[str]:
    """The role's account, where its ARN or the provider tells."""
    arn = role.value("arn")
    known = [] if arn.is_unknown else [str(arn.get("") or "")]
    provider = role.resource.provider.properties
    allowed = provider.get("allowedAccountIds")
    known += (
        [f"arn:aws:iam::{one}:" for one in allowed] if isinstance(allowed, list) and len(allowed) == 1 else []
    )
    return {parts[4] for text in known if len(parts := text.split(":")) > 4 and parts[4]}


def _github(statement: Statement) -> Verdict:
    found = statement.principals_where(lambda one: one.kind == "Federated" and one.id.endswith(_GITHUB))
    if not found:
        return PASS

    def names_repository(condition: Condition) -> bool:
        # An enterprise may have tokens of its own: token.actions.githubusercontent.com/<enterprise>:sub.
        if not re.fullmatch(rf"{re.escape(_GITHUB)}(/[^:]+)?:sub", condition.key.lower()):
            return False
        # repo:<owner>/<repository>:...; a wildcard in the owner admits everyone on GitHub.
        return all(
            value is UNKNOWN or re.match(r"repo:[^*?/]+/|repository_owner", str(value)) is not None
            for value in condition.values
        )

    if statement.is_restricted(names_repository):
        return PASS
    return fail(
        f"{where(statement)} trusts GitHub Actions of any repository: no condition on {_GITHUB}:sub names one.",
        statement.path,
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
        lambda: _github(statement),
    )


@control(
    title="IAM role is trusted to services and accounts under a condition",
    severity=Severity.MEDIUM,
    topic="iam",
    source="cross-service-confused-deputy-prevention",
    remediation=(
        "Add the condition aws:SourceAccount, and aws:SourceArn where it is known, for a service; sts:ExternalId,"
        " aws:PrincipalArn or MFA for an account. The change is in place."
    ),
)
def trust_confused_deputy(role: Role, settings: Trust) -> Verdict:
    document = PolicyDocument.of(role.trust)
    if document is None:
        return PASS
    return each(document.statements, lambda statement: _judge(statement, role, settings))
