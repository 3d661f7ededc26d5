"""With the block, Secrets Manager itself refuses a policy that opens the secret to everyone, whatever wrote it."""

from ...model.secret import SecretPolicy
from ..control import Fix, Severity, Verdict, control, is_true


@control(
    title="Secret refuses a policy that is open to everyone",
    severity=Severity.HIGH,
    topic="password-management",
    source="https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
    remediation="Set blockPublicPolicy to true; the change is in place.",
    fix=Fix(SecretPolicy.block_public_policy, True),
)
def block_public_policy(policy: SecretPolicy) -> Verdict:
    return is_true(policy.block_public_policy)
