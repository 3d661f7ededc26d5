"""Everyone who may describe a function reads its environment variables, and they end up in logs.

The control reads names that say password, secret or token with a literal as value, connection strings with a password,
also inside JSON, and AWS keys. A name that ends in ARN, NAME, ID or LENGTH speaks about a secret and holds none.
"""

from collections.abc import Mapping

from ...model import UNKNOWN
from ...model.lambda_ import Function
from ...model.values import holds_unknown, plain
from .._credentials import is_credential, names_secret
from ..control import PASS, Severity, Verdict, control, fail, unknown


@control(
    title="Lambda environment variables must not contain secrets",
    severity=Severity.CRITICAL,
    topic="password-management",
    source="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
    remediation="Store the secret in Secrets Manager and pass its ARN; then change what was exposed.",
)
def no_secrets_in_env(function: Function) -> Verdict:
    variables = function.variables
    if variables.raw is None:
        return PASS
    if variables.raw is UNKNOWN:
        return unknown("`environment.variables` is not known before the update", variables)
    if not isinstance(variables.raw, Mapping):
        return unknown("`environment.variables` is not an object", variables)
    known = {
        str(name): plain(content) for name, content in variables.raw.items() if not holds_unknown(content)
    }
    suspects = sorted(
        name
        for name, text in known.items()
        if isinstance(text, str) and is_credential(name, text, names_secret)
    )
    if suspects:
        shown = "[secret]" if variables.secret else ", ".join(f"`{name}`" for name in suspects[:5])
        return fail(f"Environment variables contain secrets: {shown}.", variables)
    hidden = sorted(
        str(name)
        for name, content in variables.raw.items()
        if holds_unknown(content) and names_secret(str(name))
    )
    if hidden:
        shown = "[secret]" if variables.secret else ", ".join(hidden[:5])
        return unknown(f"environment variables are not known before the update: {shown}", variables)
    return PASS
