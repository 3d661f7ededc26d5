"""Closed sets that several components have in common. The docstring of each member becomes schema documentation.

A program may write a member of a set as its string. A type checker therefore sees a union of the enum and its
strings, such as `EngineName`. The schema is inferred from the same annotation at run time, where it is the enum.
Checked arguments always hold the enum; code that needs it typed says `Engine(...)`.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from pulumi import Input

StrMap = Mapping[str, Input[str]]
"""Plain keys (they name resources), values that may be Outputs."""

StrList = Input[Sequence[Input[str]]]
"""A list of strings that may itself be one Output, such as another stack's subnet ids."""


class Engine(StrEnum):
    """Database engine of an Aurora cluster."""

    POSTGRESQL = "aurora-postgresql"
    """Aurora PostgreSQL-Compatible Edition."""
    MYSQL = "aurora-mysql"
    """Aurora MySQL-Compatible Edition."""


class Protection(StrEnum):
    """How the data is protected against deletion. It sets everything about deletion, in one place."""

    LOCKED = "locked"
    """Production: deletion protection in AWS and protect in Pulumi; keys, logs and secrets stay after a destroy."""
    STANDARD = "standard"
    """Shared environments: deletion protection in AWS and a final snapshot, without protect in Pulumi."""
    EPHEMERAL = "ephemeral"
    """Temporary environments: a destroy removes everything and keeps no snapshot."""

    @property
    def protects(self) -> bool:
        """Whether Pulumi itself refuses to delete or replace the resource (`protect`)."""
        return self is Protection.LOCKED

    @property
    def deletion_protection(self) -> bool:
        """Whether AWS refuses to delete the resource (`deletionProtection`)."""
        return self is not Protection.EPHEMERAL

    @property
    def tags(self) -> dict[str, str]:
        """Tags that mark a database as temporary: the policy pack then requires no protection."""
        return {"protection": self.value} if self is Protection.EPHEMERAL else {}

    @property
    def retains(self) -> bool:
        """Whether keys, logs, secrets and snapshots stay in AWS after a destroy."""
        return self is not Protection.EPHEMERAL


class CredentialMode(StrEnum):
    """Where the password of the cluster's admin user comes from. It cannot be changed later."""

    RDS_MANAGED = "rds-managed"
    """RDS generates the password, and keeps and rotates it in Secrets Manager."""
    GENERATED = "generated"
    """The component generates a password, sets it through a write-only input and keeps it in its own secret."""
    INHERITED = "inherited"
    """The password of the snapshot, source cluster or global primary stays valid."""


class InsightsMode(StrEnum):
    """Edition of CloudWatch Database Insights."""

    STANDARD = "standard"
    """Performance Insights with a retention of choice."""
    ADVANCED = "advanced"
    """Fleet monitoring, execution plans and lock analysis; AWS keeps 465 days."""


class GlobalRole(StrEnum):
    """Role that a cluster has in a global database when it is created."""

    PRIMARY = "primary"
    """The region that writes."""
    SECONDARY = "secondary"
    """A region that reads and can take over."""


class NatMode(StrEnum):
    """How the app tier reaches the internet. The database tier never does."""

    NONE = "none"
    """No NAT gateway and no route to the internet."""
    SINGLE = "single"
    """One NAT gateway for all zones. It costs less, and fails with its zone."""
    PER_AZ = "per-az"
    """One NAT gateway in each zone."""


if TYPE_CHECKING:
    EngineName = Engine | Literal["aurora-postgresql", "aurora-mysql"]
    ProtectionName = Protection | Literal["locked", "standard", "ephemeral"]
    CredentialModeName = CredentialMode | Literal["rds-managed", "generated", "inherited"]
    InsightsModeName = InsightsMode | Literal["standard", "advanced"]
    GlobalRoleName = GlobalRole | Literal["primary", "secondary"]
    NatModeName = NatMode | Literal["none", "single", "per-az"]
else:
    EngineName = Engine
    ProtectionName = Protection
    CredentialModeName = CredentialMode
    InsightsModeName = InsightsMode
    GlobalRoleName = GlobalRole
    NatModeName = NatMode
