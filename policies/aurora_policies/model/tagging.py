"""Which tags a resource ends up with: its own and those of its provider."""

import json
from typing import Any

from .resource import View
from .values import UNKNOWN, UnknownValue, plain, reveal


def tag_keys(view: View) -> set[str]:
    """Return the keys of the resource's tags, with the provider's default tags; system tags do not count.

    Raises:
        UnknownValue: which tags there are is not known before the update.
    """
    given = view.resource.properties
    found = _keys(given.get("tagsAll"), "tagsAll") | _keys(given.get("tags"), "tags")
    found |= _keys(_default_tags(view.resource.provider.properties.get("defaultTags")), "defaultTags")
    return {key for key in found if not key.lower().startswith("aws:")}


def _default_tags(raw: Any) -> Any:
    """The tags in the provider's `defaultTags`, which travels as JSON text."""
    raw = reveal(raw)
    if isinstance(raw, str):
        try:
            raw = json.loads(raw)
        except ValueError:
            return None
    return raw.get("tags") if isinstance(raw, dict) else raw


def _keys(raw: Any, path: str) -> set[str]:
    """The keys of tags as an object or as a list of key and value pairs; their values need not be known."""
    raw = reveal(raw)
    if raw is UNKNOWN:
        raise UnknownValue(f"`{path}` is not known before the update")
    if isinstance(raw, dict):
        return {str(key) for key in raw}
    if not isinstance(raw, list):
        return set()
    found = set()
    for pair in map(reveal, raw):
        key = UNKNOWN if pair is UNKNOWN else plain(pair.get("key")) if isinstance(pair, dict) else None
        if key is UNKNOWN:
            raise UnknownValue(f"`{path}` is not wholly known before the update")
        if isinstance(key, str):
            found.add(key)
    return found
