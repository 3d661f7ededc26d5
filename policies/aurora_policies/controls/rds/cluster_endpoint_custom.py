"""A custom endpoint of type ANY may lead readers to the writer, and so to more than they should load or reach."""

from dataclasses import dataclass

from ...model.rds import ClusterEndpoint
from ..control import Severity, Verdict, control, one_of, setting


@dataclass(frozen=True)
class Endpoints:
    allowed_types: tuple[str, ...] = setting(
        ("READER",), "Types that a custom endpoint may have.", choices=("ANY", "READER")
    )


@control(
    title="Custom cluster endpoint is of an allowed type",
    severity=Severity.LOW,
    topic="best-practices",
    source="Aurora.Overview.Endpoints",
    remediation="Set customEndpointType to READER; in place, and open connections stay where they are.",
    opt_in="Some applications do read from whichever member there is.",
)
def cluster_endpoint_custom(endpoint: ClusterEndpoint, settings: Endpoints) -> Verdict:
    return one_of(endpoint.endpoint_type, settings.allowed_types)
