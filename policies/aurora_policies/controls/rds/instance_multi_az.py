"""With a standby in another Availability Zone the loss of one zone, or a patch, is a failover and not an outage."""

from ...model.rds import DbInstance
from ..control import Severity, Verdict, control, is_true, not_applicable


@control(
    title="DB instance has a standby in another Availability Zone",
    severity=Severity.MEDIUM,
    topic="resilience",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html",
    remediation="Set multiAz to true; in place, and it doubles the price of the instance.",
)
def instance_multi_az(instance: DbInstance) -> Verdict:
    if instance.is_replica:
        return not_applicable("a read replica is no primary")
    return is_true(instance.multi_az)
