"""The bill of materials: every database that the team's inventory does not list, with its engine and version."""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from ...model.rds import DbCluster, DbInstance
from ..control import PASS, Severity, Verdict, control, fail, setting


@dataclass(frozen=True)
class Inventory:
    inventory: tuple[str, ...] = setting(
        (), "Identifiers of the databases that are listed; * and ? stand for any text and any character."
    )


@control(
    title="Database is listed in the inventory",
    severity=Severity.LOW,
    topic="compliance",
    source="USER_Tagging",
    remediation="List the database, and add its identifier to the setting inventory.",
    opt_in="It tells what there is and not what is wrong.",
)
def iac_inventory(database: DbCluster | DbInstance, settings: Inventory) -> Verdict:
    identifier = database.identifier.get("") or database.name
    if any(fnmatchcase(identifier, pattern) for pattern in settings.inventory):
        return PASS
    what = database.engine.get("") or "engine not stated"
    if database.engine_version.is_set and not database.engine_version.is_unknown:
        what += f" {database.engine_version.get('')}"
    return fail(f"The {database.NOUN} `{identifier}` ({what}) is not listed.")
