"""The Data API answers SQL at a public AWS endpoint, past the VPC and its security groups; IAM alone guards it."""

from dataclasses import dataclass

from ...model.rds import DbCluster
from ..control import Fix, Severity, Verdict, control, is_false, not_applicable, setting


@dataclass(frozen=True)
class DataApi:
    allow_data_api: bool = setting(False, "Whether clusters may serve the Data API.")


@control(
    title="Cluster does not serve the Data API",
    severity=Severity.MEDIUM,
    topic="infrastructure-security",
    source="data-api",
    remediation="Set enableHttpEndpoint to false, in place, or allow it by the setting allowDataApi.",
    fix=Fix(DbCluster.data_api, False),
)
def data_api_disabled(cluster: DbCluster, settings: DataApi) -> Verdict:
    if settings.allow_data_api:
        return not_applicable("the setting allowDataApi allows it")
    return is_false(cluster.data_api)
