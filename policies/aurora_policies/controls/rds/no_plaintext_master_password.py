"""A password that is written in the program is in its repository, its history and every copy of them.

The engine sends a literal of most programs marked as a secret, exactly like a value of the secret configuration:
what is marked and has no other resource behind it cannot be told apart, unless anyone would guess it.
"""

import re
from dataclasses import dataclass

from ...model import Stack, Value
from ...model.rds import DbCluster, DbInstance
from ..control import PASS, Severity, Verdict, control, fail, setting, unknown

# What CloudFormation fills in itself, from where it is kept as a secret.
_RESOLVED = ("{{resolve:secretsmanager:", "{{resolve:ssm-secure:")
_GUESSABLE = re.compile(
    r"pass(word|wd)|secret|change.{0,3}me|welcome|letmein|qwerty|admin|root|postgres|mysql|aurora|foobar|example"
    r"|must.?be.?|barbut8|your.?pwd|^test|^demo|12345|abc123|asdf|asdqwe|qweasd|insecure|p[a@4][s$5]{2}w[o0]rd",
    re.IGNORECASE,
)
_SHORTEST = 8


@dataclass(frozen=True)
class KnownPasswords:
    """What to do with a password that is known at preview and marked as a secret."""

    refuse_known: bool = setting(
        False, "Refuse any password that the program gives, even one from secret configuration.", strict=True
    )


def _is_guessable(text: str, username: Value[str]) -> bool:
    known_name = "" if username.is_unknown else str(username.get("") or "")
    return len(text) < _SHORTEST or text.lower() == known_name.lower() or bool(_GUESSABLE.search(text))


@control(
    title="Master password is not written in the program",
    severity=Severity.CRITICAL,
    topic="password-management",
    source="rds-secrets-manager",
    remediation=(
        "Set manageMasterUserPassword to true and leave out the password; in place. Change the old password: "
        "it is in the repository and in the state."
    ),
)
def no_plaintext_master_password(
    database: DbCluster | DbInstance, stack: Stack, settings: KnownPasswords
) -> Verdict:
    password = database.master_password
    if password.is_absent or password.is_unknown:
        return PASS
    if database.resource.property_dependencies.get(password.path):
        return PASS  # another resource made it, such as a random one
    text = str(password.get(""))
    if text.startswith(_RESOLVED):
        return PASS
    if not password.secret:
        return fail(f"`{password.path}` is a literal, not even marked as a secret.", password)
    if _is_guessable(text, database.master_username):
        return fail(f"`{password.path}` is a literal that is easily guessed.", password)
    if settings.refuse_known:
        return fail(f"`{password.path}` is given by the program.", password)
    return unknown(
        f"`{password.path}` is a secret: a literal and secret configuration look the same", password
    )
