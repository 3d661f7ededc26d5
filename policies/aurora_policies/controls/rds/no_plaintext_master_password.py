"""A password in the program is in its repository, its history and every copy of them.

Pulumi's SDKs mark the property as a secret, whether its value is a literal or secret configuration. Such a value is
unknown to this control, unless it is easy to guess. Write-only passwords are judged alike.
"""

import re
from dataclasses import dataclass

from ...model import Stack, Value
from ...model.rds import DbCluster, DbInstance
from ..control import PASS, Severity, Verdict, all_of, control, fail, setting, unknown

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
        False,
        "Refuse any password that the program gives and the state keeps, even one from secret configuration.",
        strict=True,
    )


def _is_guessable(text: str, username: Value[str]) -> bool:
    known_name = "" if username.is_unknown else str(username.get("") or "")
    return len(text) < _SHORTEST or text.lower() == known_name.lower() or bool(_GUESSABLE.search(text))


def _judge(password: Value[str], database: DbCluster | DbInstance, settings: KnownPasswords) -> Verdict:
    if password.is_absent or password.is_unknown:
        return PASS
    if database.resource.property_dependencies.get(password.path):
        return PASS  # another resource made it, such as a random one
    text = password.get("")
    if text.startswith(_RESOLVED):
        return PASS
    if not password.secret:
        return fail(f"`{password.path}` is a literal and not marked as a secret.", password)
    if _is_guessable(text, database.master_username):
        return fail(f"`{password.path}` is easily guessed.", password)
    if settings.refuse_known:
        return fail(f"`{password.path}` is given by the program.", password)
    return unknown(
        f"`{password.path}` is a secret: a literal and secret configuration look the same", password
    )


@control(
    title="Program must not contain the master password",
    severity=Severity.CRITICAL,
    topic="password-management",
    source="rds-secrets-manager",
    remediation=(
        "Set manageMasterUserPassword to true and leave out the password; in place. Change the old password, which "
        "is in the state, and if it was a literal in the repository too."
    ),
)
def no_plaintext_master_password(
    database: DbCluster | DbInstance, stack: Stack, settings: KnownPasswords
) -> Verdict:
    return all_of(
        lambda: _judge(database.master_password, database, settings),
        # A write-only password never reaches the state, so that a known one is no reason to refuse it.
        lambda: _judge(database.master_password_wo, database, KnownPasswords()),
    )
