"""Lists that must hold some things, and may hold more."""

from collections.abc import Iterable

from ...model import Value, to_text
from ..control import PASS, Verdict, fail, unknown


def holds_all(value: Value[list[str]], required: Iterable[str]) -> Verdict:
    """Pass where every one of `required` is in the list, whatever else is, known or not."""
    items = list(value.items())
    known = {item.as_(to_text).get("").lower() for item in items if not item.is_unknown}
    missing = [name for name in required if name.lower() not in known]
    if not missing:
        return PASS
    if any(item.is_unknown for item in items):
        return unknown(f"`{value.path}` is not wholly known before the update", value)
    lacking = ", ".join(f'"{name}"' for name in missing)
    state = "is not set" if value.is_absent else f"is {value.shown()}"
    return fail(f"`{value.path}` {state}; it lacks {lacking}.", value)
