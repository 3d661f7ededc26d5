"""A description tells who reviews the network what a group is for. It cannot be changed later."""

from ...model.sg import SecurityGroup
from .._descriptions import is_telling
from ..control import Severity, Verdict, control


@control(
    title="Security group says what it is for",
    severity=Severity.LOW,
    topic="security-groups",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/creating-security-groups.html",
    remediation=("Set description (aws-native: groupDescription); a new description replaces the group."),
)
def description(group: SecurityGroup) -> Verdict:
    return is_telling(group.description)
