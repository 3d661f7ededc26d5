"""Whether a resource is in production, which decides whether what eases development is a fault."""

import re

from ...model.rds import DbCluster, DbInstance, GlobalCluster
from ...model.values import Undecided, to_tags

_TAGS = ("environment", "env", "stage")
_PRODUCTION = frozenset(("prod", "production", "prd", "live"))


def is_production(database: DbCluster | DbInstance, names: tuple[str, ...]) -> bool:
    """Whether the stack is called one of `names`, or a tag of the database says that it is one of them."""
    known = {name.lower() for name in names}
    stack = database.urn.split("::")[0].rsplit(":", 1)[-1]  # urn:pulumi:<stack>::<project>::...
    if stack.lower() in known:
        return True
    tags = database.tags.get({})
    return any(key.lower() in _TAGS and value.lower() in known for key, value in tags.items())


def says_production(database: DbCluster | DbInstance | GlobalCluster) -> bool:
    """Whether a word of the stack's name, or of a tag of the database or its provider, is one for production."""
    stack = database.urn.split("::")[0].rsplit(":", 1)[-1]
    default_tags = database.resource.provider.properties.get("defaultTags")
    tags = dict(default_tags.get("tags") or {}) if isinstance(default_tags, dict) else {}
    try:
        tags |= to_tags(tags) | database.tags.get({})
    except (Undecided, TypeError):
        tags = {}
    said = [stack, *(value for key, value in tags.items() if key.lower() in _TAGS)]
    return any(word in _PRODUCTION for text in said for word in re.split("[^a-z]+", str(text).lower()))
