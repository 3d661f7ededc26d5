"""Without private DNS the service's usual name goes on resolving to its public address, past the endpoint.

AWS gives the name only where the VPC resolves names and gives host names.
"""

from ...model import Stack
from ...model.vpc import Vpc, VpcEndpoint, VpcEndpointPrivateDns
from ..control import PASS, Severity, Verdict, all_of, control, each, fail, is_true, not_applicable, unknown

# They have a gateway beside, whose routes serve the usual name.
_WITH_GATEWAY = ("s3", "s3express", "dynamodb")


def _name(endpoint: VpcEndpoint, stack: Stack) -> Verdict:
    separate = stack.referrers(endpoint, VpcEndpointPrivateDns, "vpcEndpointId")
    if separate:
        return each(separate, lambda setting: is_true(setting.private_dns))
    if endpoint.is_native and endpoint.private_dns.is_absent:
        return unknown(f"`{endpoint.private_dns.path}` is not set; state it", endpoint.private_dns)
    return is_true(endpoint.private_dns)


def _vpc(endpoint: VpcEndpoint, stack: Stack) -> Verdict:
    def judge(vpc: Vpc) -> Verdict:
        for flag, default in ((vpc.dns_support, True), (vpc.dns_hostnames, False)):
            if not flag.get(default):
                return fail(
                    f"AWS refuses private DNS in the VPC {vpc.name}: its `{flag.path}` is not true.",
                    endpoint.vpc,
                )
        return PASS

    return each(stack.follow(endpoint.vpc, Vpc).found, judge)


@control(
    title="Interface endpoint answers to the service's own name",
    severity=Severity.LOW,
    topic="privatelink",
    source="vpc-interface-endpoints",
    remediation=(
        "Set privateDnsEnabled to true, and enableDnsSupport and enableDnsHostnames of the VPC with it; in place."
    ),
)
def endpoint_private_dns(endpoint: VpcEndpoint, stack: Stack) -> Verdict:
    if not endpoint.is_interface:
        return not_applicable("only interface endpoints have private DNS names")
    service = endpoint.service.get("") or ""
    if ".vpce-svc-" in service:
        return not_applicable("an endpoint to a service of another account may have no private DNS name")
    if service.rsplit(".", 1)[-1] in _WITH_GATEWAY:
        return not_applicable("a gateway endpoint serves the usual name of this service")
    return all_of(lambda: _name(endpoint, stack), lambda: _vpc(endpoint, stack))
