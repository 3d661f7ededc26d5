"""A rotation function logs in to the database; outside of the VPC it could do so only over a public endpoint."""

from ...model import Stack
from ...model.lambda_ import Function
from ...model.secret import SecretRotation
from ..control import Severity, Verdict, control, is_set, not_applicable, unknown


@control(
    title="Function that rotates a secret runs in a VPC",
    severity=Severity.LOW,
    topic="vpc",
    source="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotation-function-network-access.html",
    remediation="Set vpcConfig of the function to subnets that reach the database and Secrets Manager; in place.",
)
def rotation_lambda_in_vpc(rotation: SecretRotation, stack: Stack) -> Verdict:
    if rotation.hosted.is_set:
        if rotation.hosted_subnets.is_set:
            return is_set(rotation.hosted_subnets)
        return unknown("the rotation function is made outside of this stack, from `hostedRotationLambda`")
    function = stack.follow(rotation.function, Function).only()
    if function is None:
        return not_applicable("rotated by the service itself, without a function")
    return is_set(function.subnets, f"the rotation function `{function.name}` is in no VPC")
