"""Databases that say of themselves that they are thrown away: what guards against deletion is not asked of them."""

from dataclasses import dataclass

from ...model.rds import DbCluster, DbInstance, GlobalCluster
from ..control import Verdict, not_applicable, setting


@dataclass(frozen=True)
class Ephemeral:
    """Which databases are meant to be deleted."""

    ephemeral_tag: str = setting(
        "protection=ephemeral",
        "Databases with this tag (`key=value`) are meant to be deleted and are not judged; empty for none.",
        strict="",
    )


def if_ephemeral(database: DbCluster | DbInstance | GlobalCluster, settings: Ephemeral) -> Verdict | None:
    """The verdict on a database that its tag calls ephemeral; None on any other."""
    key, _, value = settings.ephemeral_tag.partition("=")
    if key and not database.tags.is_unknown and (database.tags.get() or {}).get(key) == value:
        return not_applicable(f"the tag {settings.ephemeral_tag} says that it is meant to be deleted")
    return None
