"""Tags say whose a database is, what it holds and who pays for it; policies and alarms find it by them.

The provider's default tags count. A tag whose key starts with `aws:` is AWS's own and does not.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...model import UNKNOWN, Provider, Value, to_text
from ...model.rds import (
    ClusterEndpoint,
    ClusterInstance,
    ClusterParameterGroup,
    DbCluster,
    DbInstance,
    DbProxy,
    EventSubscription,
    GlobalCluster,
    OptionGroup,
    ParameterGroup,
    Snapshot,
    SnapshotCopy,
    SubnetGroup,
)
from ...model.values import reveal
from ..control import PASS, Severity, Verdict, control, fail, not_applicable, setting, unknown


@dataclass(frozen=True)
class Tagging:
    required_keys: tuple[str, ...] = setting(
        (), "Keys of the tags that each resource must carry, in this case; without any, one tag will do."
    )


def _keys(tags: Value[Any]) -> tuple[set[str], bool]:
    """The keys that are known, and whether there may be more."""
    if tags.raw is UNKNOWN:
        return set(), True
    if isinstance(tags.raw, Mapping):
        return set(tags.raw), False
    if not isinstance(tags.raw, list):
        tags.get()
        return set(), False
    keys = [item.at("key", to_text) for item in tags.items()]
    return {key.get("") for key in keys if not key.is_unknown}, any(key.is_unknown for key in keys)


def _default_keys(provider: Provider) -> tuple[set[str], bool]:
    """The same of the provider's default tags, which go over the wire as JSON where a program states them."""
    given = reveal(provider.properties.get("defaultTags"))
    if isinstance(given, str):
        try:
            given = json.loads(given)
        except ValueError:
            return set(), True
    tags = reveal(given.get("tags")) if isinstance(given, Mapping) else given
    return set(tags) if isinstance(tags, Mapping) else set(), tags is UNKNOWN


@control(
    title="RDS resource is tagged",
    severity=Severity.LOW,
    topic="best-practices",
    source="USER_Tagging",
    remediation="Add the tags to tags, or to the provider's defaultTags; in place and free.",
    equivalents=(
        "securityhub:RDS.28",
        "securityhub:RDS.29",
        "securityhub:RDS.30",
        "securityhub:RDS.31",
        "securityhub:RDS.32",
        "securityhub:RDS.33",
        "config:RDS_EVENT_SUBSCRIPTION_TAGGED",
        "config:RDS_OPTION_GROUP_TAGGED",
        "config:REQUIRED_TAGS",
        "cloudsploit:backup/backupVaultHasTags",
        "cloudsploit:rds/rdsInstanceHasTags",
        "cloudsploit:secretsmanager/secretHasTags",
    ),
)
def tagged(
    subject: DbCluster
    | ClusterInstance
    | DbInstance
    | GlobalCluster
    | Snapshot
    | SnapshotCopy
    | SubnetGroup
    | ClusterParameterGroup
    | ParameterGroup
    | OptionGroup
    | ClusterEndpoint
    | EventSubscription
    | DbProxy,
    settings: Tagging,
) -> Verdict:
    if (
        isinstance(subject, DbCluster | ClusterInstance | DbInstance | GlobalCluster)
        and subject.is_other_product
    ):
        return not_applicable("Neptune and DocumentDB are not judged")
    tags = subject.tags
    stated = (tags, subject.value("tagsAll"))  # what the provider has made of both, once it has checked them
    sources = [*map(_keys, stated), _default_keys(subject.resource.provider)]
    keys = {key for known, _ in sources for key in known if not key.lower().startswith("aws:")}
    missing = [key for key in settings.required_keys if key not in keys]
    if not missing and (keys or settings.required_keys):
        return PASS
    if any(more for _, more in sources):
        return unknown(f"the tags in `{tags.path}` are not known before the update", tags)
    if not missing:
        return fail(f"`{tags.path}` holds no tag, nor does the provider add one.", tags)
    return fail(f"`{tags.path}` lacks {', '.join(missing)}, and the provider does not add it.", tags)
