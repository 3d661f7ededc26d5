"""An ACL without subnets protects nothing, and looks as if it did."""

from ...model import Stack
from ...model.network_acls import NetworkAcl, NetworkAclAssociation
from ..control import PASS, Severity, Verdict, control, fail, not_applicable


@control(
    title="Network ACL is associated with subnets",
    severity=Severity.LOW,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
    remediation=("Set subnetIds, or add an aws.ec2.NetworkAclAssociation, or remove the ACL; in place."),
    equivalents=(
        "securityhub:EC2.16",
        "config:VPC_NETWORK_ACL_UNUSED_CHECK",
        "checkov:CKV2_AWS_1",
        "prowler:ec2_networkacl_unused",
        "hashicorp-fsbp:ec2-network-acl-should-have-subnet-ids",
        "scoutsuite:vpc-network-acl-not-used",
        "steampipe-terraform:vpc_network_acl_unused",
        "steampipe:vpc_network_acl_unused",
    ),
)
def unused(acl: NetworkAcl, stack: Stack) -> Verdict:
    if acl.is_default:
        return not_applicable("the default ACL is that of every subnet without another")
    if not acl.is_native and acl.subnets.is_set:
        return PASS
    if stack.referrers(acl, NetworkAclAssociation, "networkAclId"):
        return PASS
    return fail("The ACL is associated with no subnet.", "" if acl.is_native else acl.subnets)
