"""Network: a VPC for databases."""

from .args import AdoptedNetwork, FlowLogSettings, NetworkArgs, NetworkSettings, SubnetTiers
from .component import Network

__all__ = [
    "AdoptedNetwork",
    "FlowLogSettings",
    "Network",
    "NetworkArgs",
    "NetworkSettings",
    "SubnetTiers",
]
