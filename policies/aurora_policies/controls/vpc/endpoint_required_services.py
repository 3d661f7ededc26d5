"""What stands in isolated subnets reaches AWS through endpoints of its VPC, or not at all."""

from dataclasses import dataclass

from ...model import Stack, Undecided
from ...model.subnet import Subnet
from ...model.vpc import Vpc, VpcEndpoint
from ..control import Severity, Verdict, control, fail, passed, setting, unknown


@dataclass(frozen=True)
class Services:
    services: tuple[str, ...] = setting(
        ("secretsmanager", "kms", "logs"),
        "Services that a VPC needs an endpoint for, by the end of their name.",
    )


@control(
    title="VPC has endpoints for the services it needs",
    severity=Severity.LOW,
    topic="privatelink",
    source="vpc-interface-endpoints",
    remediation="Add an aws.ec2.VpcEndpoint of type Interface for each, or name them in Network's interface_endpoints.",
    opt_in="interface endpoints are billed by the hour",
)
def endpoint_required_services(vpc: Vpc, stack: Stack, settings: Services) -> Verdict:
    present: set[str] = set()
    undecided = False
    for endpoint in stack.referrers(vpc, VpcEndpoint, "vpcId"):
        try:
            present.add((endpoint.service.get("") or "").removesuffix("-fips"))
        except Undecided:
            undecided = True
    missing = [
        service
        for service in settings.services
        if not any(f".{name}".endswith(f".{service}") for name in present)
    ]
    if not missing:
        return passed()
    if undecided:
        return unknown("the service of an endpoint is not known before the update")
    if not stack.referrers(vpc, Subnet, "vpcId"):
        return unknown("this stack makes no subnet of the VPC; the endpoints may be another stack's")
    return fail(f"The VPC has no endpoint for {', '.join(missing)}.")
