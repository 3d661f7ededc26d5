"""What the resources of a network have in common."""

from dataclasses import dataclass

from pulumi import Input, Resource

from .args import NetworkArgs


@dataclass(frozen=True)
class Site:
    """The component, its name and its arguments: they give every resource its parent, name, region and tags."""

    parent: Resource
    name: str
    args: NetworkArgs

    @property
    def region(self) -> str | None:
        """Region of the network, where it is not the provider's."""
        return self.args.get("region")

    def child(self, suffix: str) -> str:
        """Name of a child resource."""
        return f"{self.name}-{suffix}"

    def tags(self, suffix: str, **more: str) -> dict[str, Input[str]]:
        """Tags of a child resource: its name, `more`, and the user's."""
        return {"Name": self.child(suffix), **more, **self.args.get("tags", {})}
