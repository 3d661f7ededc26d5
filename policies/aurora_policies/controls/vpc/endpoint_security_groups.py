"""An interface endpoint without a security group of its own has the VPC's default one.

Without private DNS, clients go on using the service's public address.
"""

from ...model import Stack
from ...model.ec2 import DefaultSecurityGroup, VpcEndpoint, VpcEndpointAssociation
from ..control import Severity, Verdict, control, fail, not_applicable, passed


@control(
    title="Interface endpoint has security groups of its own",
    severity=Severity.LOW,
    topic="privatelink",
    source="vpc-interface-endpoints",
    remediation="Set securityGroupIds to a group that admits the clients on port 443; in place.",
    equivalents=("mondoo:vpc-endpoint-security-groups",),
)
def endpoint_security_groups(endpoint: VpcEndpoint, stack: Stack) -> Verdict:
    if not endpoint.is_interface:
        return not_applicable("only interface endpoints have security groups")
    groups = endpoint.security_groups
    if groups.is_absent:
        joined = stack.referrers(endpoint, VpcEndpointAssociation, "vpcEndpointId")
        if any(not item.is_of_subnet for item in joined):
            return passed()
        return fail(f"`{groups.path}` is not set: the VPC's default security group is attached.", groups)
    if found := stack.follow(groups, DefaultSecurityGroup).found:
        return fail(f"`{groups.path}` names the default security group {found[0].resource.name}.", groups)
    return passed()
