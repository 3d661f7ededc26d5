"""What a message may hold: nothing secret, nothing that a terminal obeys, and no more than a screen shows."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from .controls.control import Verdict

LONGEST = 2_000

# Control characters, and those that change the direction of text or are not seen.
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufff9-\ufffb]"
)


def presentable(verdict: Verdict, secrets: Collection[str]) -> Verdict:
    """Return `verdict` with a message that is safe to print. `secrets` are the texts that nobody may see."""
    if not verdict.message:
        return verdict
    message = printable(bounded(redacted(verdict.message, secrets)))
    at = printable(verdict.property[:LONGEST])
    faults = tuple(replace(fault, message=redacted(fault.message, secrets)) for fault in verdict.faults)
    return replace(verdict, message=message, property=at, faults=faults)


def printable(text: str) -> str:
    """Return `text` with control characters and terminal escapes spelled out, such as `\\x1b`."""
    return _UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def bounded(text: str) -> str:
    """Return `text`, or its start and how much is left out."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]}... ({len(text) - LONGEST} more characters)"


def redacted(text: str, secrets: Collection[str]) -> str:
    """Return `text` with `[secret]` in the place of each secret in it."""
    found = _found(text, secrets) if secrets else ""
    return re.sub(found, "[secret]", text) if found else text


def _found(text: str, secrets: Collection[str]) -> str:
    """A pattern of the secrets that are in the text, the longest first; "" for none."""
    return "|".join(_patterns(text, secrets))


def _patterns(text: str, secrets: Collection[str]) -> Iterator[str]:
    for secret in sorted(secrets, key=len, reverse=True):
        if len(secret) > 1 and any(char.isalnum() for char in secret) and secret in text:
            # As a word: the secret "10" is not to be found in "2010".
            start = r"(?<!\w)" if secret[0].isalnum() else ""
            end = r"(?!\w)" if secret[-1].isalnum() else ""
            yield f"{start}{re.escape(secret)}{end}"
