"""A service invokes for whoever set it up, in any account, unless the permission names the source it acts for."""

from ...model.lambda_ import Permission
from ..control import PASS, Severity, Verdict, control, fail, not_applicable


@control(
    title="Service that may invoke a Lambda function does so for one source",
    severity=Severity.HIGH,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html",
    remediation=(
        "Give sourceArn, the ARN of the rule, topic, secret or bucket that invokes the function, or sourceAccount;"
        " the permission is replaced."
    ),
)
def service_permission_scoped(permission: Permission) -> Verdict:
    principal = permission.principal.get("") or ""
    if not principal.endswith((".amazonaws.com", ".amazonaws.com.cn")):
        return not_applicable("judges permissions of AWS services only")
    # An organization, which a service that calls has none of, admits no service at all.
    if any(
        value.is_set for value in (permission.source_arn, permission.source_account, permission.organization)
    ):
        return PASS
    return fail(f"{principal} may invoke it for any account: `sourceArn` is not set.", permission.source_arn)
