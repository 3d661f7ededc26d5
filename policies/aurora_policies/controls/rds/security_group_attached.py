"""Without a security group of its own a database has the VPC's default one, which lets in everything else in it."""

from ...model import Stack
from ...model.rds import DbCluster, DbInstance, DbProxy
from ...model.sg import DefaultSecurityGroup
from ..control import Severity, Verdict, control, fail, passed


@control(
    title="Database states its security groups",
    severity=Severity.MEDIUM,
    topic="security-groups",
    source="Overview.RDSSecurityGroups",
    remediation="Set vpcSecurityGroupIds to a group of the database's own; in place.",
)
def security_group_attached(database: DbCluster | DbInstance | DbProxy, stack: Stack) -> Verdict:
    groups = database.security_groups
    if groups.is_absent:
        return fail(f"`{groups.path}` is not set: the VPC's default security group is attached.", groups)
    default = stack.follow(groups, DefaultSecurityGroup).found
    if default:
        return fail(f"`{groups.path}` names the default security group {default[0].resource.name}.", groups)
    return passed()
