"""What may be deleted, and the lock that stops a deletion before the first resource goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pulumi
from pulumi import ResourceOptions

from .enums import Protection


@dataclass(frozen=True)
class Deletion:
    """The protection of a component, and whether its arguments lift it for the next updates."""

    protection: Protection
    allowed: bool

    @property
    def protects(self) -> bool:
        """Whether Pulumi itself refuses to delete or replace a resource that holds data (`protect`)."""
        return self.protection.protects and not self.allowed

    @property
    def locks(self) -> bool:
        """Whether Pulumi refuses to delete anything of the component while the program no longer names it."""
        return self.protection is not Protection.EPHEMERAL and not self.allowed

    @property
    def deletion_protection(self) -> bool:
        """Whether AWS refuses to delete the resource (`deletionProtection`)."""
        return self.protection.deletion_protection and not self.allowed

    @property
    def tags(self) -> dict[str, str]:
        """What says of a database that it is meant to be deleted: the policy pack then asks for no protection."""
        return Protection.EPHEMERAL.tags if self.allowed else self.protection.tags

    @property
    def retains(self) -> bool:
        """Whether keys, logs, secrets and snapshots stay in AWS when the stack lets go of them."""
        return self.protection.retains

    @property
    def args(self) -> dict[str, Any]:
        """The arguments that give a part of the component the same protection."""
        return {"protection": self.protection, **({"allow_deletion": True} if self.allowed else {})}


def deletion(args: Mapping[str, Any]) -> Deletion:
    """The protection that the arguments of a component ask for."""
    return Deletion(args.get("protection", Protection.LOCKED), args.get("allow_deletion", False))


class Lock(pulumi.ComponentResource):
    """Is deleted before anything else of a component, and is protected: without a preview too, a destroy or a
    removed component stops here, and nothing has gone yet.

    Pulumi deletes what depends on others first, so the lock depends on everything. It is a component and therefore
    costs nothing. Its name is what Pulumi's error shows, so it names the guide.
    """

    def __init__(self, parent: pulumi.Resource, name: str, deletion: Deletion) -> None:
        super().__init__(
            "aurora:index:Lock",
            f"{name}-see-guide-changing-a-locked-stack",
            {},
            ResourceOptions(parent=parent, protect=deletion.locks, depends_on=[*parent._childResources]),
        )
        self.register_outputs({})
