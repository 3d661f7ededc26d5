"""Everyone who may describe a task, a job or an instance reads its environment and its start script.

The control reads names such as DB_PWD or PGPASSWORD, connection strings with a password (postgres://user:password@host,
JDBC), also inside JSON, and AWS keys. References to Secrets Manager and SSM, such as `secrets` with `valueFrom`, pass.
"""

from ...model import UNKNOWN, Value
from ...model.compute import UserData, Workload
from ...model.values import holds_unknown, plain, reveal
from .._credentials import is_credential, names_password, pairs, script_holds_password
from ..control import PASS, Severity, Verdict, control, each, fail, unknown


def _environment(value: Value[object]) -> Verdict:
    if reveal(value.raw) is UNKNOWN:
        return unknown(f"`{value.path}` is not known before the update", value)
    given = list(pairs(value.raw))
    found = sorted({name for name, text in given if isinstance(text, str) and is_credential(name, text)})
    if found:
        shown = "a variable" if value.secret else ", ".join(f"`{name}`" for name in found[:5])
        return fail(f"`{value.path}` gives a credential in plain text: {shown}.", value)
    hidden = sorted({name for name, text in given if text is UNKNOWN and names_password(name)})
    if hidden:
        return unknown(f"`{value.path}`: {', '.join(hidden[:5])} is not known before the update", value)
    return PASS


def _script(value: Value[object]) -> Verdict:
    if holds_unknown(value.raw):
        return unknown(f"`{value.path}` is not known before the update", value)
    text = plain(value.raw)
    if isinstance(text, str) and script_holds_password(text):
        return fail(f"`{value.path}` sets a password in plain text.", value)
    return PASS


@control(
    title="Environment variables and user data must not contain database credentials",
    severity=Severity.CRITICAL,
    topic="password-management",
    source="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
    remediation=(
        "Store the credential in Secrets Manager and pass its ARN (ECS and Batch: `secrets` with `valueFrom`; App"
        " Runner: runtimeEnvironmentSecrets), or use IAM database authentication; then change the password."
    ),
)
def no_plaintext_credentials(subject: Workload | UserData) -> Verdict:
    if isinstance(subject, UserData):
        return each(list(subject.scripts()), _script)
    return each(list(subject.environments()), _environment)
