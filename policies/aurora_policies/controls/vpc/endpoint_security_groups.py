"""An interface endpoint without a security group of its own has the VPC's default one."""

from ...model import Stack
from ...model.sg import DefaultSecurityGroup, SecurityGroup
from ...model.vpc import DefaultVpc, Vpc, VpcEndpoint, VpcEndpointAssociation
from ..control import Severity, Verdict, control, fail, not_applicable, passed


def _vpcs_by_default_group(stack: Stack) -> dict[str, Vpc | DefaultVpc]:
    vpcs: tuple[Vpc | DefaultVpc, ...] = (*stack.all(Vpc), *stack.all(DefaultVpc))
    return {vpc.default_group.raw: vpc for vpc in vpcs if isinstance(vpc.default_group.raw, str)}


def _vpc_whose_default(endpoint: VpcEndpoint, stack: Stack) -> Vpc | DefaultVpc | None:
    """The VPC whose default security group the endpoint names, as the VPC's own output."""
    groups = endpoint.security_groups
    defaults = stack.table(_vpcs_by_default_group)
    for name in groups.raw if isinstance(groups.raw, list) else [groups.raw]:
        if isinstance(name, str) and name in defaults:
            return defaults[name]
    if not groups.is_unknown or stack.follow(groups, SecurityGroup).found:
        return None
    found = [vpc for vpc in stack.follow(groups, Vpc, DefaultVpc).found if isinstance(vpc, (Vpc, DefaultVpc))]
    return found[0] if found else None


@control(
    title="Interface endpoint has security groups of its own",
    severity=Severity.LOW,
    topic="privatelink",
    source="vpc-interface-endpoints",
    remediation="Set securityGroupIds to a group that admits the clients on port 443; in place.",
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
    if (vpc := _vpc_whose_default(endpoint, stack)) is not None:
        return fail(f"`{groups.path}` names the default security group of {vpc.resource.name}.", groups)
    return passed()
