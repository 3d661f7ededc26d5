"""What the controls of exported logs share."""

from collections.abc import Iterable

from ...model import Value, to_text
from ..control import PASS, Verdict, fail, unknown


def exports_all(exports: Value[list[str]], required: Iterable[str]) -> Verdict:
    """Pass where every one of `required` is exported, whatever else is, known or not."""
    items = list(exports.items())
    known = {item.as_(to_text).get("") for item in items if not item.is_unknown}
    missing = [name for name in required if name not in known]
    if not missing:
        return PASS
    if any(item.is_unknown for item in items):
        return unknown(f"`{exports.path}` is not wholly known before the update", exports)
    lacking = ", ".join(f'"{name}"' for name in missing)
    state = "is not set" if exports.is_absent else f"is {exports.shown()}"
    return fail(f"`{exports.path}` {state}; it lacks {lacking}.", exports)
