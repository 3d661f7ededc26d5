"""Arguments of a DatabasePersonas."""

from typing import NotRequired, TypedDict

from ..support.enums import StrMap


class PersonaSettings(TypedDict):
    """Who may do what with the databases."""

    viewer_role_names: NotRequired[StrMap]
    """Roles with read access to settings, events and metrics, but not to logs or SQL: a permanent key of your choice
    to the role's name."""
    operator_role_names: NotRequired[StrMap]
    """Roles that also reboot, fail over and take snapshots: a permanent key of your choice to the role's name."""
    auditor_role_names: NotRequired[StrMap]
    """Roles with read access that also read logs and activity streams: a permanent key of your choice to the role's
    name."""
    admin_role_names: NotRequired[StrMap]
    """Roles that change, create and delete databases, without access to data or to the audit trail: a permanent key
    of your choice to the role's name."""
    admin_resource_tags: NotRequired[StrMap]
    """Tags that clusters, instances and snapshots must carry for the admin to work on them, and that the admin
    cannot change. Default: none; the named clusters then are the only limit."""
    activity_stream_key_arns: NotRequired[StrMap]
    """Keys of the activity streams that the auditor reads: a permanent key of your choice to the ARN."""


class DatabasePersonasArgs(PersonaSettings):
    """Who may do what with some clusters of one region."""

    connections: StrMap
    """The clusters: a permanent key of your choice to the `connection` output of the AuroraCluster."""
    iam_path: NotRequired[str]
    """Path of the IAM policies, such as `/databases/`."""
    region: NotRequired[str]
    """Region of the clusters, where it is not the provider's."""
    tags: NotRequired[StrMap]
    """Tags of everything created."""
