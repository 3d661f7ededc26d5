"""A secret under the customer's own key can be shared with another account and closed by one change of the key policy;
under AWS's key neither is possible."""

from ...model.secretsmanager import Secret
from ..control import Severity, Verdict, all_of, control, customer_key, each

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
    equivalents=(
        "config:SECRETSMANAGER_USING_CMK",
        "checkov:CKV_AWS_149",
        "trivy:AWS-0098",
        "cdk-nag:SecretsManagerUsingKMSKey",
        "cfn-guard:SECRETSMANAGER_USING_CMK",
        "cfn_nag:W77",
        "cloudsploit:secretsmanager/secretsManagerEncrypted",
        "kics:secretsmanager_secret_encrypted_with_aws_managed_key",
        "kics:secretsmanager_secret_without_kms",
        "mondoo:secretsmanager-cmk-encryption",
        "pulumi:aws-secretsmanager-secret-configure-customer-managed-key",
        "steampipe-terraform:secretsmanager_secret_encrypted_with_kms_cmk",
        "steampipe:secretsmanager_secret_encrypted_with_kms_cmk",
        "terrascan:AC_AWS_0500",
    ),
)
def cmk(secret: Secret) -> Verdict:
    return all_of(
        lambda: customer_key(secret.kms_key_id, _ALIAS, "The secret is encrypted"),
        lambda: each(
            secret.replicas.items(),
            lambda replica: customer_key(
                replica.at("kmsKeyId"), _ALIAS, "A replica of the secret is encrypted"
            ),
        ),
    )
