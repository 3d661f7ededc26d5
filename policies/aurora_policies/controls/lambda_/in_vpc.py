"""A function that works on a database, such as one that rotates its password, reaches it from within."""

from ...model.lambda_ import Function
from ..control import PASS, Severity, Verdict, control, fail


@control(
    title="Lambda function runs in a VPC",
    severity=Severity.LOW,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
    remediation="Set vpcConfig; in place.",
)
def in_vpc(function: Function) -> Verdict:
    if function.subnets.is_absent:
        return fail(
            "`vpcConfig.subnetIds` is not set, so the function runs outside of any VPC.", function.subnets
        )
    return PASS
