"""What an Observability is told."""

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict

from pulumi import Input

from ..support.enums import Engine, Protection, StrMap


class AlarmOverride(TypedDict):
    """A change to one of the alarms."""

    enabled: NotRequired[bool]
    """Whether the alarm is made. Default true."""
    threshold: NotRequired[float]
    """When the alarm goes off, in the unit of its metric; for `volume-growth`, the width of the expected band in
    standard deviations."""
    evaluation_periods: NotRequired[int]
    """For how many periods in a row the threshold must be passed."""


class ObservabilitySettings(TypedDict):
    """What to watch, and whom to tell."""

    topic_arn: NotRequired[Input[str]]
    """Existing topic to tell. Its policy must let CloudWatch and RDS events publish; so must its key's."""
    create_topic: NotRequired[bool]
    """Make an encrypted topic. Default: without `topic_arn`."""
    email_addresses: NotRequired[StrMap]
    """Subscribers of the created topic: a permanent key of your choice to the address, which has to confirm."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of the created topic, whose policy must let CloudWatch and RDS events use it. Default: one is made."""
    alarms: NotRequired[Mapping[str, AlarmOverride]]
    """Changes to alarms by their names, such as `writer-cpu`."""
    event_categories: NotRequired[Mapping[str, Sequence[str]]]
    """Event categories instead of the default, by source: `cluster`, `instance`, `parameter-group`, `snapshot`,
    `proxy`. An empty list leaves the source out."""
    dashboard: NotRequired[bool]
    """Make a dashboard. Default true."""


class ObservabilityArgs(ObservabilitySettings):
    """What to watch of one cluster, and whom to tell."""

    connection: Input[str]
    """The `connection` output of the AuroraCluster."""
    engine: Engine
    """Engine of that cluster."""
    serverless: NotRequired[bool]
    """Whether its instances are serverless: watches capacity and not local storage. Default false."""
    is_global: NotRequired[bool]
    """Whether it is the primary of a global database: watches the lag of the other regions. Default false."""
    proxy_connection: NotRequired[Input[str]]
    """The `connection` output of a DatabaseProxy in front of the cluster, to watch it too."""
    protection: NotRequired[Protection]
    """How hard it is to delete the created key. Default locked."""
    allow_deletion: NotRequired[bool]
    """Lift the protection, so that the next update may delete the alarms. Set it for one update, then delete,
    then remove it; see the guide on changing a locked stack. Default: false."""
    region: NotRequired[str]
    """Region of the cluster, where it is not the provider's."""
    tags: NotRequired[StrMap]
    """Tags of everything created."""
