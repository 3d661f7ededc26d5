"""Cases of vpc-block-public-access."""

from tests.policies.cases import UNKNOWN, absent_fails, added, compliant, mutation, res, unknown, violating

OPTIONS = "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions"

CASES = [
    compliant("both ways", res(OPTIONS, internetGatewayBlockMode="block-bidirectional")),
    compliant("in", res(OPTIONS, internetGatewayBlockMode="block-ingress")),
    violating("off", res(OPTIONS, internetGatewayBlockMode="off"), says="block-ingress"),
    violating(
        "off, aws-native", res("aws-native:ec2:VpcBlockPublicAccessOptions", internetGatewayBlockMode="off")
    ),
    absent_fails("off is the default", res(OPTIONS)),
    unknown("from configuration", res(OPTIONS, internetGatewayBlockMode=UNKNOWN)),
]

MUTATION = mutation(added(res(OPTIONS, internetGatewayBlockMode="off")))
