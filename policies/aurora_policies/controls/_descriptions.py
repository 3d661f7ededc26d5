"""Descriptions that tell their readers something."""

from dataclasses import dataclass

from ..model import Value
from .control import PASS, Verdict, fail, setting

# What tools write where nobody described the thing.
_PLACEHOLDERS = ("managed by pulumi", "managed by terraform")


@dataclass(frozen=True)
class Length:
    """The setting of a control that asks for a description."""

    minimum_length: int = setting(6, "Fewest characters that can say anything.", minimum=1, maximum=100)


def is_telling(description: Value[str], minimum_length: int = 1) -> Verdict:
    """Pass where a description is given, long enough and no placeholder; and where it is not known yet."""
    if description.is_unknown:
        return PASS
    text = (description.get("") or "").strip()
    if not text:
        return fail(f"`{description.path}` is not set.", description)
    if text.lower().rstrip(".") in _PLACEHOLDERS or len(text) < minimum_length:
        return fail(f"`{description.path}` is {description.shown()}, which tells nothing.", description)
    return PASS
