"""Databases that are marked as ephemeral need no protection against deletion, unless something says production."""

from dataclasses import dataclass

from ...model.rds import DbCluster, DbInstance, GlobalCluster
from ..control import Verdict, not_applicable, setting
from ._production import says_production


@dataclass(frozen=True)
class Ephemeral:
    """Which databases are meant to be deleted."""

    ephemeral_tag: str = setting(
        "protection=ephemeral",
        "Databases with this tag (`key=value`) need no protection against deletion, unless the name of the stack or"
        " another tag says production; empty for none.",
        strict="",
    )


def if_ephemeral(database: DbCluster | DbInstance | GlobalCluster, settings: Ephemeral) -> Verdict | None:
    """The verdict on a database that its tag calls ephemeral; None on any other."""
    key, _, value = settings.ephemeral_tag.partition("=")
    if not key or database.tags.is_unknown or (database.tags.get() or {}).get(key) != value:
        return None
    if says_production(database):
        return None
    return not_applicable(f"not required: marked ephemeral by the tag {settings.ephemeral_tag}")
