"""Names that AWS accepts, derived the same way every time."""

import hashlib
import re

CLUSTER_NAME_LIMIT = 40
"""Longest base name we derive; it leaves room for the suffixes of children below AWS's 63 characters."""

_HASH_LENGTH = 6


def aws_name(text: str, limit: int = CLUSTER_NAME_LIMIT) -> str:
    """Return `text` as an RDS identifier of at most `limit` characters.

    RDS stores identifiers in lower case and accepts letters, digits and single dashes, starting with a letter
    and not ending with a dash. A name that is too long keeps its head and ends in a hash of the whole, so two
    long names stay two names. The result is a fixed point: naming it again changes nothing.
    """
    name = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    if not name or not name[0].isalpha():
        name = f"db-{name}".rstrip("-")
    return _truncate(name, text, limit)


def child(name: str, suffix: str, limit: int = 63) -> str:
    """Return `<name>-<suffix>` in at most `limit` characters, shortening `name` and never `suffix`."""
    return f"{_truncate(name, name, limit - len(suffix) - 1)}-{suffix}"


def _truncate(name: str, source: str, limit: int) -> str:
    if len(name) <= limit:
        return name
    digest = hashlib.sha256(source.encode()).hexdigest()[:_HASH_LENGTH]
    return f"{name[: limit - _HASH_LENGTH - 1].rstrip('-')}-{digest}"
