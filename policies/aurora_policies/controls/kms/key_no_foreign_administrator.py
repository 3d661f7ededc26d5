"""An account that may do everything with a key can let anyone use it, change its policy and delete it.

A key policy gives kms:* to its own account, which leaves the decision to IAM. Where neither the key nor its provider
tells the own account, a policy that gives kms:* to several accounts gives it to a foreign one.
"""

from dataclasses import dataclass

from ...model import PolicyDocument, Statement
from ...model.accounts import accounts_as_a_whole, own_accounts
from ...model.kms import PolicyHolder
from ...model.policy_document import all_hold, those_where
from ..control import PASS, Severity, Verdict, control, fail, setting


@dataclass(frozen=True)
class Administrators:
    trusted_accounts: tuple[str, ...] = setting((), "Twelve-digit ids of accounts that may administer keys.")


def _gives_everything(statement: Statement) -> bool:
    return all_hold(
        lambda: statement.allows,
        lambda: statement.covers("kms:PutKeyPolicy") and statement.covers("kms:Decrypt"),
        lambda: not statement.is_restricted(),
    )


@control(
    title="KMS key policy must not give a foreign account full access",
    severity=Severity.HIGH,
    topic="data-protection",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html",
    remediation=(
        "Allow the other account's role the actions it needs, such as kms:Decrypt, instead of kms:*; or list the"
        " account in the setting trustedAccounts. The change is in place."
    ),
)
def key_no_foreign_administrator(key: PolicyHolder, settings: Administrators) -> Verdict:
    document = PolicyDocument.of(key.policy)
    statements = those_where(document.statements, _gives_everything) if document else []
    accounts = list(dict.fromkeys(one.account for each in statements for one in accounts_as_a_whole(each)))
    own = own_accounts(key)
    foreign = [one for one in accounts if one not in own and one not in settings.trusted_accounts]
    if not foreign or (not own and len(foreign) < 2):
        return PASS
    shown = "[secret]" if key.policy.secret else ", ".join(foreign)
    return fail(
        f"`{key.policy.path}` gives full access to {'account' if own else 'several accounts:'} {shown}.",
        key.policy,
    )
