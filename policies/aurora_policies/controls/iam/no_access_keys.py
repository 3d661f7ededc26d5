"""An access key is a password that never expires, and one that a program makes stands in its state. So does the
console password of a user."""

from ...model import Stack
from ...model.iam import AccessKey, User, UserLoginProfile
from ..control import PASS, Severity, Verdict, control, fail, not_applicable


def _key(key: AccessKey) -> Verdict:
    if not key.status.is_unknown and (key.status.get("") or "").lower() == "inactive":
        return PASS
    return fail("An access key of a user never expires.")


def _user(user: User, stack: Stack) -> Verdict:
    own = user.login_profile
    if own.is_set:
        return fail(f"`{own.path}` gives the user a console password.", own)
    if profiles := stack.referrers(user, UserLoginProfile, "user"):
        return fail(f"{profiles[0].name} gives user {user.name} a console password.")
    return PASS


@control(
    title="No access keys or console passwords are made",
    severity=Severity.MEDIUM,
    topic="infrastructure-security",
    source="CHAP_BestPractices.Security",
    remediation=(
        "Let programs take on a role, and people sign in through IAM Identity Center; then delete the key or password."
    ),
)
def no_access_keys(credential: AccessKey | UserLoginProfile | User, stack: Stack) -> Verdict:
    match credential:
        case AccessKey():
            return _key(credential)
        case User():
            return _user(credential, stack)
    if stack.follow(credential.user, User).found:
        return not_applicable("the user answers for it")
    return fail("A console password of a user is made.", credential.user)
