"""Whether a resource is in production, which decides whether what eases development is a fault."""

from ...model.rds import DbCluster, DbInstance

_TAGS = ("environment", "env", "stage")


def is_production(database: DbCluster | DbInstance, names: tuple[str, ...]) -> bool:
    """Whether the stack is called one of `names`, or a tag of the database says that it is one of them."""
    known = {name.lower() for name in names}
    stack = database.urn.split("::")[0].rsplit(":", 1)[-1]  # urn:pulumi:<stack>::<project>::...
    if stack.lower() in known:
        return True
    tags = database.tags.get({})
    return any(key.lower() in _TAGS and value.lower() in known for key, value in tags.items())
