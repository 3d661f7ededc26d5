"""A copy in another Region is what is left when a Region, or the account's keys in it, are lost."""

from typing import Any

from ...model import Resource, Stack, Value
from ...model.backup import Vault
from ...model.backup_selection import covering, plans_of
from ...model.rds import BackupReplication, DbCluster, DbInstance, SnapshotCopy
from ...model.values import holds_unknown
from ..control import Severity, Verdict, control, fail, passed, unknown


def _copies(database: DbCluster | DbInstance, stack: Stack) -> list[Value[str]]:
    """The vaults, but those beside the database, to which the plans that cover it copy its backups."""
    selections, _ = covering(database, stack)
    plans, _ = plans_of(selections, stack)
    copies = [copy for plan in plans for rule in plan.rules() for copy in rule.copy_destinations()]
    return [copy for copy in copies if copy.is_set and not _is_beside(database, copy, stack)]


def _copies_a_snapshot(stack: Stack) -> bool:
    return any(copy.value("destinationRegion").is_set for copy in stack.all(SnapshotCopy))


def _is_beside(database: DbCluster | DbInstance, copy: Value[str], stack: Stack) -> bool:
    """Whether the copy stays in the account and Region of the database, as far as the stack shows that."""
    vaults = stack.follow(copy, Vault).found
    here = _place(database.resource)
    if holds_unknown(here):
        return False
    return bool(vaults) and all(_place(vault.resource) == here for vault in vaults)


def _place(resource: Resource) -> list[Any]:
    """What decides in which account and Region a resource is made."""
    provider = resource.provider
    region = resource.properties.get("region") or provider.properties.get("region")
    return [provider.type, provider.properties, region]


@control(
    title="Backups are copied to another Region",
    severity=Severity.LOW,
    topic="resilience",
    source="aurora-copy-snapshot",
    remediation=(
        "Give the backup plan a rule with copyActions to a vault of another Region or account, or make the "
        "cluster part of a global database."
    ),
    opt_in="copies are stored and transferred at a cost",
)
def cross_region_backup_copy(database: DbCluster | DbInstance, stack: Stack) -> Verdict:
    if isinstance(database, DbCluster) and database.global_cluster.is_set:
        return passed()
    if BackupReplication.covers(database.resource) or stack.referrers(
        database, BackupReplication, BackupReplication.source
    ):
        return passed()
    if _copies(database, stack):
        return passed()
    if stack.table(_copies_a_snapshot):
        return passed()
    selections, perhaps = covering(database, stack)
    _, outside = plans_of(selections, stack)
    if perhaps or outside:
        return unknown("the backup plan that covers the database is not part of this stack")
    return fail("Nothing in the stack copies the database's backups to another Region.")
