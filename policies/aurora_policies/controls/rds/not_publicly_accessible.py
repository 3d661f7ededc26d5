"""A public address makes the database's name resolve to the internet; the security group is then all that is left.

In Aurora every member has its own switch. Whether the way in is open besides, rds-security-group-no-public-ingress
and rds-private-subnets say.
"""

from ...model.rds import ClusterInstance, DbCluster, DbInstance, ShardGroup
from ..control import Fix, Severity, Verdict, control, fail, is_false, not_applicable, passed


@control(
    title="Database has no public address",
    severity=Severity.CRITICAL,
    topic="infrastructure-security",
    source="infrastructure-security",
    remediation="Set publiclyAccessible to false; in place.",
    fix=Fix(DbInstance.publicly_accessible, False),
)
def not_publicly_accessible(database: ClusterInstance | DbInstance | DbCluster | ShardGroup) -> Verdict:
    flag = database.publicly_accessible
    if isinstance(database, DbCluster):
        if not database.is_multi_az_cluster and not flag.is_set:
            return not_applicable("the members of an Aurora cluster answer for it")
        return is_false(flag)
    if database.is_native and flag.is_absent and isinstance(database, DbInstance):
        if database.subnet_group.is_set:
            return passed()
        return fail(
            "`publiclyAccessible` is not set, nor is a subnet group: in the default VPC the database is public.",
            flag,
        )
    return is_false(flag)
