"""RDS events: the sources and categories to subscribe to, and the subscriptions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pulumi_aws as aws
from pulumi import Input, Resource

from ..support.arguments import Problems, nearest
from ..support.aws import child_options
from ..support.checks import check_choices
from .args import ObservabilityArgs, ObservabilitySettings
from .watched import Watched


@dataclass(frozen=True)
class Source:
    """One kind of event source: RDS's name for it, the default categories, and the others."""

    source_type: str
    categories: Sequence[str]
    others: Sequence[str] = ()


# The default categories include those of the controls rds-event-subscription-*.
SOURCES: Mapping[str, Source] = {
    "cluster": Source(
        "db-cluster",
        ("configuration change", "deletion", "failover", "failure", "maintenance", "notification"),
        ("creation", "global-failover", "migration", "serverless"),
    ),
    "instance": Source(
        "db-instance",
        (
            "availability",
            "configuration change",
            "deletion",
            "failover",
            "failure",
            "low storage",
            "maintenance",
            "notification",
            "recovery",
            "security patching",
        ),
        ("backtrack", "backup", "creation", "read replica", "restoration", "security"),
    ),
    "parameter-group": Source("db-parameter-group", ("configuration change",)),
    "snapshot": Source("db-cluster-snapshot", ("backup", "notification")),
    "proxy": Source("db-proxy", ("configuration change", "deletion", "failure"), ("creation",)),
}

GLOBAL_FAILOVER = "global-failover"
"""Category that is added for the primary of a global database."""


def check_categories(
    settings: ObservabilitySettings, problems: Problems, clusters: Sequence[Watched]
) -> None:
    """Report sources and categories that RDS does not have."""
    for name, categories in settings.get("event_categories", {}).items():
        path = f"event_categories.{name}"
        source = SOURCES.get(name)
        if source is None:
            problems.add(path, f"there is no such source; {nearest(name, list(SOURCES))}")
        else:
            check_choices(problems, path, categories, (*source.categories, *source.others))
    has_proxy = any(cluster.has_proxy for cluster in clusters)
    if settings.get("event_categories", {}).get("proxy") and not has_proxy:
        problems.add("event_categories.proxy", "no proxy is watched; give proxy_connection")


def subscribe(
    parent: Resource,
    name: str,
    *,
    source_ids: Mapping[str, Input[Sequence[Input[str]]]],
    topic_arn: Input[str],
    wait_for: Sequence[Resource],
    spec: ObservabilityArgs,
    tags: Mapping[str, Input[str]],
) -> None:
    """Subscribe `topic_arn` to every source. A source without `source_ids` is the whole account's in the region."""
    for key, source in SOURCES.items():
        if key == "proxy" and "proxy_connection" not in spec:
            continue
        categories = list(source.categories)
        if key == "cluster" and spec.get("is_global"):
            categories.append(GLOBAL_FAILOVER)
        categories = list(spec.get("event_categories", {}).get(key, categories))
        if categories:
            aws.rds.EventSubscription(
                f"{name}-{key}-events",
                source_type=source.source_type,
                source_ids=source_ids.get(key),
                event_categories=categories,
                sns_topic=topic_arn,
                enabled=True,
                region=spec.get("region"),
                tags=tags,
                opts=child_options(parent, depends_on=wait_for),
            )
