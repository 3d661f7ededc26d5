"""Environment variables are shown to whoever may describe the function, and end up in its logs.

Judged are names that say password, secret or token with a literal behind them, and values in the form of AWS keys.
A name that ends in ARN, NAME, ID or LENGTH speaks about a secret and holds none."""

import re
from collections.abc import Mapping
from typing import Any

from ...model import UNKNOWN
from ...model.lambda_ import Function
from ...model.values import holds_unknown, reveal
from ..control import PASS, Severity, Verdict, control, fail, unknown

_NAMES = re.compile(r"passw(or)?d|passphrase|secret|token|api_?key|private_?key|access_?key", re.IGNORECASE)
_ABOUT = re.compile(
    r"(arn|name|id|ids|length|path|url|uri|host|ttl|policy|region|version|file|prefix)$", re.IGNORECASE
)
_FORMS = re.compile(r"\b(AKIA|ASIA)[0-9A-Z]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----")


def _is_secret(name: str, content: Any) -> bool:
    text = reveal(content)
    if not isinstance(text, str) or not text or holds_unknown(content):
        return False
    if _FORMS.search(text):
        return True
    is_reference = text.startswith(("arn:", "{{resolve:", "/", "alias/"))
    return bool(_NAMES.search(name)) and not _ABOUT.search(name) and not is_reference


@control(
    title="Lambda function is told no secrets through its environment",
    severity=Severity.CRITICAL,
    topic="password-management",
    source="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
    remediation="Store the secret in Secrets Manager and pass its ARN; rotate what was exposed.",
)
def no_secrets_in_env(function: Function) -> Verdict:
    if function.variables.raw is None:
        return PASS
    if function.variables.raw is UNKNOWN:
        return unknown("`environment.variables` is not known before the update", function.variables)
    variables = function.variables.raw
    if not isinstance(variables, Mapping):
        return unknown("`environment.variables` is not an object", function.variables)
    suspects = sorted(name for name, content in variables.items() if _is_secret(str(name), content))
    if suspects:
        return fail(
            f"Environment variables that look like secrets: {', '.join(suspects)}.", function.variables
        )
    hidden = sorted(
        name for name, content in variables.items() if holds_unknown(content) and _NAMES.search(str(name))
    )
    if hidden:
        return unknown(
            f"environment variables {', '.join(hidden)} are not known before the update", function.variables
        )
    return PASS
