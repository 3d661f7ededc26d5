"""What the controls of flow logs share."""

from ...model import Stack
from ...model.subnet import Subnet
from ...model.vpc import DefaultVpc, FlowLog, Vpc


def unresolved(stack: Stack, *paths: str) -> FlowLog | None:
    """Return a flow log of which it is not known what it records; `paths` are its properties that may tell."""
    return stack.table(_unresolved, *paths)


def _unresolved(stack: Stack, *paths: str) -> FlowLog | None:
    for log in stack.all(FlowLog):
        for path in paths or ("vpcId", "resourceId"):
            target = log.value(path)
            if target.is_unknown and stack.follow(target, Vpc, DefaultVpc, Subnet).outside:
                return log
    return None
