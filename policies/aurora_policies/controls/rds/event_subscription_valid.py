"""RDS refuses a subscription to sources by name that does not say what kind of source they are."""

from ...model.rds import EventSubscription
from ..control import Severity, Verdict, control, fail, passed

_SOURCES = (
    "db-instance",
    "db-parameter-group",
    "db-security-group",
    "db-snapshot",
    "db-cluster",
    "db-cluster-snapshot",
    "db-proxy",
    "custom-engine-version",
    "blue-green-deployment",
    "db-shard-group",
    "zero-etl",
)


@control(
    title="Event subscription names a kind of source",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="USER_Events.Subscribing",
    remediation="Set sourceType to the kind of the sources, such as db-cluster; in place.",
)
def event_subscription_valid(subscription: EventSubscription) -> Verdict:
    kind = subscription.source_type
    if kind.is_absent:
        if subscription.source_ids.is_set:
            return fail("`sourceIds` is set without `sourceType`.", kind)
        return passed()
    if (kind.get("") or "") not in _SOURCES:
        return fail(f"`{kind.path}` is {kind.shown()}, which is no kind of source.", kind)
    return passed()
