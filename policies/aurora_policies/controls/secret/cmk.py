"""A secret under the customer's own key can be shared with another account and closed by one change of the key policy;
under AWS's key neither is possible."""

from ...model import Stack
from ...model.secret import Secret
from .._customer_key import customer_key
from ..control import Severity, Verdict, all_of, control, each

_ALIAS = "secretsmanager"


@control(
    title="Secret is encrypted with a customer-managed key",
    severity=Severity.MEDIUM,
    topic="password-management",
    source="rds-secrets-manager",
    remediation=(
        "Set kmsKeyId, for each replica too, to a key that the secret's readers may decrypt with; the change is in"
        " place."
    ),
)
def cmk(secret: Secret, stack: Stack) -> Verdict:
    return all_of(
        lambda: customer_key(secret.kms_key_id, stack, _ALIAS, "The secret is encrypted"),
        lambda: each(
            secret.replicas.items(),
            lambda replica: customer_key(
                replica.at("kmsKeyId"), stack, _ALIAS, "A replica of the secret is encrypted"
            ),
        ),
    )
