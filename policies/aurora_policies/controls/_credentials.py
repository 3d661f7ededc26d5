"""How a credential looks in an environment variable, a connection string or a script.

A reference is no credential: an ARN, a Secrets Manager or SSM reference, a variable of the shell. Names such as
DB_PASSWORD_ARN speak about a password and hold none.
"""

import base64
import binascii
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..model import UNKNOWN
from ..model.values import reveal

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_PASSWORD_WORDS = frozenset(("pwd", "pass", "pgpass", "passphrase"))
_PASSWORD = re.compile(r"passwo?r?d", re.IGNORECASE)
_SECRET = re.compile(r"secret|token|api_?key|private_?key|access_?key", re.IGNORECASE)
# The end of a name that speaks about a secret and holds none.
_ABOUT = re.compile(
    r"(arn|name|ids?|length|path|url|uri|host|ttl|policy|region|version|file|prefix|required|enabled|manager|rotation"
    r"|days|age|algorithm|encryption|type|key_?alias|param(eter)?|ref|hash|salt|field|store)$",
    re.IGNORECASE,
)
_FORMS = re.compile(r"\b(AKIA|ASIA)[0-9A-Z]{16}\b|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----")
_REFERENCE = re.compile(
    r"arn:|/|alias/|ssm:|secretsmanager:|vault:|\{\{|\$|&\{|`|<|%|(true|false|yes|no|none|null|on|off|0|1|\*+)$",
    re.IGNORECASE,
)
# postgres://user:password@host, jdbc:postgresql://host/db?user=u&password=p, Server=h;Pwd=p
_URL = re.compile(r"[a-z][a-z0-9+.-]{1,30}://[^\s:/@?#'\"]{0,128}:([^\s@/?#'\"]{1,256})@", re.IGNORECASE)
_PARAMETER = re.compile(
    r"(?<![a-z])(?:password|passwd|pwd)\s{0,4}=\s{0,4}['\"]?([^\s;&'\"]{1,256})", re.IGNORECASE
)
_ASSIGNED = re.compile(
    r"(?:pass(?:word|wd)|(?<![a-z])pwd|pgpass|_pass)['\"]?\s{0,4}[=:]\s{0,4}['\"]?([^\s'\"]{1,256})",
    re.IGNORECASE,
)
_CONNECTION = re.compile(r"^jdbc:|(host|server|dbname|user)[a-z ]{0,9}=", re.IGNORECASE)
_LONGEST = 100_000


def is_literal(text: str) -> bool:
    """Whether a value is written out, and not a reference to where it is kept."""
    return bool(text) and _REFERENCE.match(text) is None


def holds_password(text: str) -> bool:
    """Whether the text is, or holds, a connection string with a password in it."""
    text = text[:_LONGEST]
    found = [*_URL.findall(text), *(_PARAMETER.findall(text) if _is_connection(text) else ())]
    return any(map(is_literal, found))


def _is_connection(text: str) -> bool:
    return "://" in text or _CONNECTION.search(text) is not None


def names_password(name: str) -> bool:
    """Whether a variable of that name holds a password, and does not only speak about one."""
    words = {word.lower() for word in _WORD.findall(name)}
    return bool(words & _PASSWORD_WORDS or _PASSWORD.search(name)) and _ABOUT.search(name) is None


def names_secret(name: str) -> bool:
    """Whether a variable of that name holds a password, a key or a token."""
    return names_password(name) or (_SECRET.search(name) is not None and _ABOUT.search(name) is None)


def is_credential(name: str, text: str, is_telling: Callable[[str], bool] = names_password) -> bool:
    """Whether a variable called `name` with the content `text` gives a credential away, by `is_telling` or by form."""
    if not text:
        return False
    if _FORMS.search(text[:_LONGEST]) or holds_password(text):
        return True
    if (parsed := _json(text)) is not None:
        return any(
            is_credential(key, item, is_telling) for key, item in pairs(parsed) if isinstance(item, str)
        )
    return is_telling(name) and is_literal(text)


def script_holds_password(text: str) -> bool:
    """Whether a script, perhaps in Base64, sets a password or connects with one."""
    text = _decoded(text)[:_LONGEST]
    return (
        _FORMS.search(text) is not None
        or holds_password(text)
        or any(map(is_literal, _ASSIGNED.findall(text)))
    )


def _decoded(text: str) -> str:
    try:
        return base64.b64decode(text, validate=True).decode("utf-8") if len(text) % 4 == 0 else text
    except (binascii.Error, ValueError):
        return text


def _json(text: str) -> Any:
    if text.lstrip()[:1] not in ("{", "["):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def pairs(raw: Any, depth: int = 20) -> Iterator[tuple[str, Any]]:
    """Yield every name and value below `raw`: entries of objects, `{name, value}` pairs, and JSON in strings."""
    raw = reveal(raw)
    if isinstance(raw, str) and (parsed := _json(raw)) is not None:
        raw = parsed
    if depth == 0:
        return
    if isinstance(raw, list):
        for item in raw:
            yield from pairs(item, depth - 1)
    elif isinstance(raw, Mapping):
        name = reveal(raw.get("name", raw.get("Name")))
        value = raw.get("value", raw.get("Value"))
        if isinstance(name, str) and value is not None:
            yield name, reveal(value)
            return
        for key, item in raw.items():
            content = reveal(item)
            if isinstance(content, (Mapping, list)) or (
                isinstance(content, str) and _json(content) is not None
            ):
                yield from pairs(content, depth - 1)
            elif isinstance(content, str) or content is UNKNOWN:
                yield str(key), content
