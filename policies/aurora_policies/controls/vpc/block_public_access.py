"""Block Public Access overrules every internet gateway of a Region's VPCs, whatever a route table says."""

from ...model.ec2 import BlockPublicAccess
from ..control import Fix, Severity, Verdict, control, one_of


@control(
    title="VPC Block Public Access is on",
    severity=Severity.MEDIUM,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html",
    remediation="Set internetGatewayBlockMode to block-ingress or block-bidirectional; in place.",
    equivalents=(
        "securityhub:EC2.172",
        "hashicorp-fsbp:ec2-vpc-block-public-access-options-should-block-internet-gateway-traffic",
        "mondoo:vpc-bpa-enabled",
        "steampipe:vpc_block_public_access_restrict_internet_gateway_traffic",
    ),
    fix=Fix(BlockPublicAccess.mode, "block-ingress"),
)
def block_public_access(options: BlockPublicAccess) -> Verdict:
    return one_of(options.mode, ("block-bidirectional", "block-ingress"), absent="off")
