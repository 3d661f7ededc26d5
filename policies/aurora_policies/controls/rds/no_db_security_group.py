"""DB security groups date from EC2-Classic, which is gone; whoever still declares one expects a guard that is none."""

from ...model.rds import DbInstance, DbSecurityGroup
from ..control import Severity, Verdict, control, fail, passed


@control(
    title="No DB security group of EC2-Classic",
    severity=Severity.HIGH,
    topic="security-groups",
    source="Overview.RDSSecurityGroups",
    remediation="Use VPC security groups in vpcSecurityGroupIds; in place.",
)
def no_db_security_group(subject: DbInstance | DbSecurityGroup) -> Verdict:
    if isinstance(subject, DbSecurityGroup):
        return fail("A DB security group guards nothing in a VPC.")
    groups = subject.db_security_groups
    if groups.is_set:
        return fail(f"`{groups.path}` names DB security groups, which guard nothing in a VPC.", groups)
    return passed()
