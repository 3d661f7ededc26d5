"""A zero-ETL integration carries the data out of the cluster; without a key it is encrypted with one AWS owns."""

from ...model import Stack
from ...model.rds import Integration
from .._customer_key import customer_key
from ..control import Severity, Verdict, control


@control(
    title="Zero-ETL integration is encrypted with a customer-managed key",
    severity=Severity.LOW,
    topic="data-protection",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/zero-etl.creating.html",
    remediation="Set kmsKeyId to a customer-managed key; a replacement.",
)
def integration_cmk(integration: Integration, stack: Stack) -> Verdict:
    return customer_key(integration.kms_key_id, stack, "rds", "The integration is encrypted")
