"""Block Public Access overrules every internet gateway of a Region's VPCs, whatever a route table says."""

from ...model.vpc import BlockPublicAccess
from ..control import Fix, Severity, Verdict, control, one_of


@control(
    title="VPC Block Public Access is on",
    severity=Severity.MEDIUM,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html",
    remediation="Set internetGatewayBlockMode to block-ingress or block-bidirectional; in place.",
    fix=Fix(BlockPublicAccess.mode, "block-ingress"),
)
def block_public_access(options: BlockPublicAccess) -> Verdict:
    return one_of(options.mode, ("block-bidirectional", "block-ingress"), absent="off")
