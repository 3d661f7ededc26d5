"""Arguments of an Observability."""

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict

from pulumi import Input

from ..support.enums import EngineName, ProtectionName, StrMap


class AlarmOverride(TypedDict):
    """A change to one of the alarms."""

    enabled: NotRequired[bool]
    """Whether the alarm is made. Default: true."""
    threshold: NotRequired[float]
    """When the alarm goes off, in the unit of its metric; for `volume-growth`, the width of the expected band in
    standard deviations."""
    evaluation_periods: NotRequired[int]
    """For how many periods in a row the threshold must be passed."""


class ObservabilitySettings(TypedDict):
    """What to watch, and whom to notify."""

    topic_arn: NotRequired[Input[str]]
    """Existing topic to notify. Its policy and the policy of its key must allow CloudWatch and RDS events to
    publish."""
    create_topic: NotRequired[bool]
    """Make an encrypted topic. Default: without `topic_arn`."""
    email_addresses: NotRequired[StrMap]
    """Subscribers of the created topic: a permanent key of your choice to the address, which has to confirm."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of the created topic, whose policy must let CloudWatch and RDS events use it. Default: a new one."""
    alarms: NotRequired[Mapping[str, AlarmOverride]]
    """Changes to alarms by their names, such as `writer-cpu`."""
    event_categories: NotRequired[Mapping[str, Sequence[str]]]
    """Event categories instead of the default, by source: `cluster`, `instance`, `parameter-group`, `snapshot`,
    `proxy`. An empty list leaves the source out."""
    dashboard: NotRequired[bool]
    """Make a dashboard. Default: true."""


class ObservabilityArgs(ObservabilitySettings):
    """What to watch of one cluster, and whom to notify."""

    connection: Input[str]
    """The `connection` output of the AuroraCluster."""
    engine: EngineName
    """Engine of that cluster."""
    serverless: NotRequired[bool]
    """Whether its instances are serverless: watches capacity and not local storage. Default: false."""
    is_global: NotRequired[bool]
    """Whether it is the primary of a global database: watches the lag of the other regions. Default: false."""
    proxy_connection: NotRequired[Input[str]]
    """The `connection` output of a DatabaseProxy in front of the cluster, to watch it too."""
    protection: NotRequired[ProtectionName]
    """Protection of the created key against deletion. Default: locked."""
    region: NotRequired[str]
    """Region of the cluster, where it is not the provider's."""
    tags: NotRequired[StrMap]
    """Tags of everything created."""
