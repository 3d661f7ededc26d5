"""A restore does not take over how its source was guarded: what it leaves out becomes AWS's default.

That is the default security group and parameter group, no log exports, no IAM authentication and no deletion
protection. Other controls judge what is stated; this one asks that it is, where a default is least expected.
"""

from collections.abc import Iterator
from typing import Any

from ...model import Value
from ...model.rds import DbCluster, DbInstance
from ..control import PASS, Severity, Verdict, control, fail, not_applicable


def _to_state(database: DbCluster | DbInstance) -> Iterator[Value[Any]]:
    """The properties that a restore of `database` has to state."""
    yield database.security_groups
    yield database.subnet_group
    yield database.parameter_group
    yield database.deletion_protection
    if isinstance(database, DbCluster):
        if not database.is_serverless_v1:
            yield database.log_exports
            yield database.iam_authentication
        return
    yield database.log_exports
    if database.is_mysql_family or database.is_postgres_family:
        yield database.iam_authentication


@control(
    title="Restored database states its security groups, parameter group, logs, authentication and protection",
    severity=Severity.MEDIUM,
    topic="resilience",
    source="aurora-restore-snapshot",
    remediation="Set each of the properties named; in place, but for the subnet group, which is a replacement.",
)
def restore_states_security(database: DbCluster | DbInstance) -> Verdict:
    if not database.is_restore:
        return not_applicable("not restored from a snapshot, a point in time or a clone")
    missing = [value for value in _to_state(database) if value.is_absent]
    if not missing:
        return PASS
    names = ", ".join(f"`{value.path}`" for value in missing)
    return fail(f"Restored without {names}: AWS's default applies, not what the source had.", missing[0])
