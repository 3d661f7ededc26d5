"""Which tags a resource ends up with: its own and those of its provider."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .resource import View
from .values import UNKNOWN, Value, reveal, to_tags, to_text


@dataclass(frozen=True, slots=True)
class TagKeys:
    """The keys that are known, without AWS's own, and whether there may be more of them."""

    known: frozenset[str]
    may_be_more: bool

    @classmethod
    def of(cls, view: View) -> "TagKeys":
        """Read the keys of a resource's tags, with those that its provider adds by default.

        Raises:
            MalformedValue: the tags are neither an object nor a list of pairs.
        """
        # The provider writes what it has made of both to `tagsAll`, once it has checked the resource.
        sources = [_keys(view.value("tags")), _keys(view.value("tagsAll")), _keys(_default(view))]
        keys = {key for source, _ in sources for key in source if not key.lower().startswith("aws:")}
        return cls(frozenset(keys), any(more for _, more in sources))


def _default(view: View) -> Value[Any]:
    """The provider's default tags; its own properties go over the wire as JSON where they have a structure."""
    raw = reveal(view.resource.provider.properties.get("defaultTags"))
    if isinstance(raw, str):
        try:
            raw = json.loads(raw)
        except ValueError:
            raw = UNKNOWN
    tags = reveal(raw.get("tags")) if isinstance(raw, Mapping) else raw
    return Value(view.urn, "defaultTags.tags", tags, to_tags)


def _keys(tags: Value[Any]) -> tuple[set[str], bool]:
    """The keys that are known, and whether there may be more. Their values need not be known."""
    if tags.raw is UNKNOWN:
        return set(), True
    if isinstance(tags.raw, Mapping):
        return set(tags.raw), False
    if not isinstance(tags.raw, list):
        return set(tags.as_(to_tags).get({})), False
    keys = [item.at("key", to_text) for item in tags.items()]
    known = {key.get("") for key in keys if not key.is_unknown}
    return known - {""}, any(key.is_unknown for key in keys)
