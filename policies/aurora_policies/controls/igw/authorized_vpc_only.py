"""Where internet gateways are allowed in a few VPCs only, any other one is a way out that nobody agreed to."""

from dataclasses import dataclass

from ...model.igw import GatewayAttachment
from ..control import Severity, Verdict, control, fail, not_applicable, passed, setting


@dataclass(frozen=True)
class Authorized:
    authorized_vpc_ids: tuple[str, ...] = setting(
        (), "VPCs that may have an internet gateway; none by default."
    )


@control(
    title="Internet gateway is attached to an authorized VPC",
    severity=Severity.MEDIUM,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
    remediation="Remove the gateway, or name its VPC in the setting authorizedVpcIds.",
    opt_in="it needs a list of the VPCs that may have one",
)
def authorized_vpc_only(attachment: GatewayAttachment, settings: Authorized) -> Verdict:
    vpc = attachment.vpc
    if attachment.is_of_vpn_gateway:
        return not_applicable("it attaches a VPN gateway")
    if vpc.is_absent:
        return not_applicable("it is attached to no VPC")
    if not settings.authorized_vpc_ids:
        return fail(f"`{vpc.path}` attaches an internet gateway, and no VPC may have one.", vpc)
    if (vpc.get("") or "") in settings.authorized_vpc_ids:
        return passed()
    return fail(f"`{vpc.path}` is {vpc.shown()}, which is no authorized VPC.", vpc)
