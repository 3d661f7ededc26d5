"""What kind of cluster is watched. It decides which alarms and events there are."""

from dataclasses import dataclass

from ..support.enums import EngineName
from .args import ObservabilityArgs


@dataclass(frozen=True)
class Watched:
    """One cluster to watch. `engine` is None while the user has given no valid one."""

    engine: EngineName | None
    serverless: bool
    is_global: bool
    has_proxy: bool

    def has(self, argument: str) -> bool:
        """Whether the argument `is_global` or `proxy_connection` is set for the cluster."""
        return {"is_global": self.is_global, "proxy_connection": self.has_proxy}[argument]


def watched(spec: ObservabilityArgs) -> Watched:
    """The cluster that the arguments are for."""
    return Watched(
        engine=spec.get("engine"),
        serverless=spec.get("serverless", False),
        is_global=spec.get("is_global", False),
        has_proxy="proxy_connection" in spec,
    )
