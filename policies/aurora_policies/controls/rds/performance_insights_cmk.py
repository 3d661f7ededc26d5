"""Performance Insights keeps statements and their load. They are encrypted by default, with a key that AWS manages.

The key cannot be changed once there is data.
"""

from ...model import Stack
from ...model.rds import ClusterInstance, DbCluster, DbInstance
from .._customer_key import customer_key
from ..control import Severity, Verdict, control, not_applicable


@control(
    title="Performance Insights data is encrypted with a customer-managed key",
    severity=Severity.LOW,
    topic="data-protection",
    source="USER_PerfInsights.access-control",
    remediation="Set performanceInsightsKmsKeyId when Performance Insights is turned on; later it is fixed.",
)
def performance_insights_cmk(database: DbCluster | ClusterInstance | DbInstance, stack: Stack) -> Verdict:
    if not database.performance_insights.get(False):
        return not_applicable("Performance Insights is off")
    return customer_key(
        database.performance_insights_kms_key_id, stack, "rds", "Performance Insights is encrypted, but"
    )
