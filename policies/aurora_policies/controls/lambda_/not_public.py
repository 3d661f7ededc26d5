"""A function that rotates passwords obeys Secrets Manager and nobody else."""

from ...model.lambda_ import FunctionUrl, LayerPermission, Permission
from ..control import PASS, Severity, Verdict, all_of, control, fail, none_of


def _limited_origins(url: FunctionUrl) -> Verdict:
    if "*" in url.allowed_origins.get([]):
        return fail(
            "`cors.allowOrigins` holds *, so any web page may call the function.", url.allowed_origins
        )
    return PASS


def _layer(grant: LayerPermission) -> Verdict:
    if grant.principal.get("") != "*" or grant.organization.is_set:
        return PASS
    return fail("`principal` is * without `organizationId`: anyone may read the layer.", grant.principal)


def _who(grant: Permission) -> Verdict:
    if grant.principal.get("") != "*" or grant.organization.is_set or grant.source_account.is_set:
        return PASS
    if grant.source_arn.is_set:
        return fail(
            "`principal` is *, although `sourceArn` names a source: name its service.", grant.principal
        )
    return fail("`principal` is *, so anyone may invoke the function.", grant.principal)


def _what(grant: Permission) -> Verdict:
    if all(action.lower().startswith("lambda:invoke") for action in grant.action.get([])):
        return PASS
    return fail(
        f"`action` is {grant.action.shown()}, which is more than to invoke the function.", grant.action
    )


@control(
    title="Lambda function is open to those it names, and to be invoked only",
    severity=Severity.CRITICAL,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
    remediation=(
        "Name the principal and allow lambda:InvokeFunction alone; set authorizationType to AWS_IAM and name the"
        " origins of a URL; in place or replaced."
    ),
)
def not_public(grant: Permission | LayerPermission | FunctionUrl) -> Verdict:
    match grant:
        case FunctionUrl():
            return all_of(
                lambda: none_of(grant.auth_type, ("NONE",), "anyone may call the function"),
                lambda: _limited_origins(grant),
            )
        case LayerPermission():
            return _layer(grant)
    return all_of(lambda: _who(grant), lambda: _what(grant))
