"""A function with one subnet stops with that subnet's Availability Zone, and so does what it does for a database."""

from ...model.lambda_ import Function
from ..control import PASS, Severity, Verdict, control, fail, not_applicable


@control(
    title="Lambda function in a VPC has more than one subnet",
    severity=Severity.LOW,
    topic="resilience",
    source="https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
    remediation="Name subnets of two Availability Zones in vpcConfig.subnetIds; in place.",
)
def multi_az(function: Function) -> Verdict:
    if function.subnets.is_absent:
        return not_applicable("the function is in no VPC")
    if len(list(function.subnets.items())) < 2:
        return fail(
            "`vpcConfig.subnetIds` holds one subnet; a function in one zone stops with it.", function.subnets
        )
    return PASS
