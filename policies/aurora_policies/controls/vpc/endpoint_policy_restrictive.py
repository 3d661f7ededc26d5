"""An endpoint without a policy carries requests of anybody, for anybody's resources: data leaves by it unseen."""

from ...model import Stack, Value
from ...model.policy_document import PolicyDocument, Statement, all_hold
from ...model.vpc import VpcEndpoint, VpcEndpointPolicy
from ..control import PASS, Severity, Verdict, control, each, every, fail, not_applicable

# Gateway Load Balancer endpoints, and endpoints to other accounts' services, take no policy.
_WITHOUT_POLICY = ("gatewayloadbalancer", "resource", "servicenetwork")


# What an endpoint of S3 or DynamoDB leads to, where the service is named: as good as everything.
_ALL_OF_SERVICE = ("arn:aws:s3:::*", "arn:aws:dynamodb:*:*:*", "arn:aws:dynamodb:*:*:table/*")


def _is_open(statement: Statement) -> bool:
    return all_hold(
        lambda: statement.allows,
        lambda: statement.is_for_everyone,
        lambda: statement.covers_every_action or bool(statement.actions_where(_is_all_of_service)),
        lambda: (
            statement.covers_every_resource or bool(statement.resources_where(_ALL_OF_SERVICE.__contains__))
        ),
        lambda: not statement.is_restricted(),
    )


def _is_all_of_service(action: str) -> bool:
    return action.lower() in ("s3:*", "dynamodb:*")


def _judge(policy: Value[object]) -> Verdict:
    document = PolicyDocument.of(policy)

    def judge(statement: Statement) -> Verdict:
        if _is_open(statement):
            return fail(f"`{policy.path}` lets everyone do everything through the endpoint.", policy)
        return PASS

    return each(document.statements if document else (), judge)


@control(
    title="VPC endpoint has a restrictive policy",
    severity=Severity.MEDIUM,
    topic="privatelink",
    source="vpc-interface-endpoints",
    remediation=(
        "Set policy to a document that names actions, or limits principals by aws:PrincipalAccount or "
        "aws:PrincipalOrgID; in place."
    ),
)
def endpoint_policy_restrictive(endpoint: VpcEndpoint, stack: Stack) -> Verdict:
    if (endpoint.endpoint_type.get("") or "").lower() in _WITHOUT_POLICY:
        return not_applicable("this kind of endpoint takes no policy")
    service = endpoint.service
    if not service.is_unknown and ".vpce-svc-" in (service.get("") or ""):
        return not_applicable("an endpoint to a service of another account takes no policy")
    policies = [item.policy for item in stack.referrers(endpoint, VpcEndpointPolicy, "vpcEndpointId")]
    if endpoint.policy.is_set:
        policies.append(endpoint.policy)
    if not policies:
        return fail(
            f"`{endpoint.policy.path}` is not set: everyone may do everything through it.", endpoint.policy
        )
    return every([each([policy], _judge) for policy in policies])
