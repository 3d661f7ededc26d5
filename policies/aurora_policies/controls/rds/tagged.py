"""Tags say whose a database is, what it holds and who pays for it; policies and alarms find it by them.

The provider's default tags count. A tag whose key starts with `aws:` is AWS's own and does not.
"""

from dataclasses import dataclass

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
from ...model.tagging import TagKeys
from ..control import PASS, Severity, Verdict, control, fail, setting, unknown


@dataclass(frozen=True)
class Tagging:
    required_keys: tuple[str, ...] = setting(
        (), "Keys of the tags that each resource must carry, in this case; without any, one tag will do."
    )


@control(
    title="RDS resource is tagged",
    severity=Severity.LOW,
    topic="best-practices",
    source="USER_Tagging",
    remediation="Add the tags to tags, or to the provider's defaultTags; in place and free.",
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
    tags, keys = subject.tags, TagKeys.of(subject)
    missing = [key for key in settings.required_keys if key not in keys.known]
    if not missing and (keys.known or settings.required_keys):
        return PASS
    if keys.may_be_more:
        return unknown(f"the tags in `{tags.path}` are not known before the update", tags)
    if not missing:
        return fail(f"`{tags.path}` holds no tag, nor does the provider add one.", tags)
    return fail(f"`{tags.path}` lacks {', '.join(missing)}, and the provider does not add it.", tags)
