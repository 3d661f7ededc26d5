"""An account that may do everything with a secret can read it, change it, delete it and share it further."""

from dataclasses import dataclass

from ...model import PolicyDocument, Statement, UnknownValue
from ...model.accounts import INVENTED_ACCOUNT, accounts_as_a_whole, own_accounts
from ...model.policy_document import all_hold
from ...model.secret import Secret, SecretPolicy
from ..control import PASS, Severity, Verdict, control, each, fail, setting


@dataclass(frozen=True)
class Administrators:
    trusted_accounts: tuple[str, ...] = setting(
        (), "Twelve-digit ids of accounts that may administer secrets, such as your own."
    )


def _gives_everything(statement: Statement) -> bool:
    return all_hold(
        lambda: statement.allows,
        lambda: (
            statement.covers("secretsmanager:PutResourcePolicy")
            and statement.covers("secretsmanager:GetSecretValue")
        ),
        lambda: not statement.is_restricted(),
    )


@control(
    title="Resource policy of a secret must not give a foreign account full access",
    severity=Severity.HIGH,
    topic="password-management",
    source="https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html",
    remediation=(
        "Allow the other account's role secretsmanager:GetSecretValue instead of secretsmanager:*; or list the account"
        " in the setting trustedAccounts. The change is in place."
    ),
)
def no_foreign_administrator(subject: SecretPolicy | Secret, settings: Administrators) -> Verdict:
    document = PolicyDocument.of(subject.policy)
    own = own_accounts(subject)

    def judge(statement: Statement) -> Verdict:
        if not _gives_everything(statement):
            return PASS
        accounts = [one.account for one in accounts_as_a_whole(statement)]
        foreign = [one for one in accounts if one not in own and one not in settings.trusted_accounts]
        if not foreign:
            return PASS
        if not own and foreign == [INVENTED_ACCOUNT]:
            raise UnknownValue("the account of the stack is not known, and the policy may name it")
        shown = "[secret]" if statement.secret else ", ".join(foreign)
        return fail(
            f"In `{statement.path}`, {statement.position} gives account {shown} full access.", statement.path
        )

    return each(document.statements if document else (), judge)
