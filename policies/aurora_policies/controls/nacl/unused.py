"""An ACL without subnets protects nothing, and looks as if it did."""

from ...model import Stack
from ...model.nacl import NetworkAcl, NetworkAclAssociation
from ..control import PASS, Severity, Verdict, control, fail, not_applicable


@control(
    title="Network ACL is associated with subnets",
    severity=Severity.LOW,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
    remediation=("Set subnetIds, or add an aws.ec2.NetworkAclAssociation, or remove the ACL; in place."),
)
def unused(acl: NetworkAcl, stack: Stack) -> Verdict:
    if acl.is_default:
        return not_applicable("the default ACL is that of every subnet without another")
    if not acl.is_native and acl.subnets.is_set:
        return PASS
    if stack.referrers(acl, NetworkAclAssociation, "networkAclId"):
        return PASS
    return fail("The ACL is associated with no subnet.", "" if acl.is_native else acl.subnets)
