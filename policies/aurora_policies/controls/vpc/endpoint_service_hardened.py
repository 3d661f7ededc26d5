"""What an account offers by PrivateLink is offered to whom it admits: to everyone, where it does not ask."""

from ...model import Value
from ...model.vpc import VpcEndpointService, VpcEndpointServicePrincipals
from ..control import PASS, Fix, Severity, Verdict, all_of, control, each, fail, is_true


def _judge(principal: Value[object]) -> Verdict:
    if str(principal.get("")).strip() == "*":
        return fail(f'`{principal.path}` is "*": every AWS account may connect.', principal)
    return PASS


@control(
    title="Endpoint service asks before it accepts, and names who may connect",
    severity=Severity.MEDIUM,
    topic="privatelink",
    source="https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html",
    remediation="Set acceptanceRequired to true and name accounts or roles in allowedPrincipals; in place.",
    fix=Fix(VpcEndpointService.acceptance_required, True),
)
def endpoint_service_hardened(subject: VpcEndpointService | VpcEndpointServicePrincipals) -> Verdict:
    if isinstance(subject, VpcEndpointServicePrincipals):
        return each(subject.principals.items(), _judge)
    if subject.is_native:
        return is_true(subject.acceptance_required, absent=True)
    return all_of(
        lambda: is_true(subject.acceptance_required),
        lambda: each(subject.allowed_principals.items(), _judge),
    )
