"""Groups of the console's launch wizard open SSH or RDP to the internet and are made for one instance, once."""

from ...model import to_text
from ...model.sg import SecurityGroup
from ..control import PASS, Severity, Verdict, all_of, control, fail

_PREFIX = "launch-wizard-"


@control(
    title="Security group is not one of the launch wizard's",
    severity=Severity.LOW,
    topic="security-groups",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/creating-security-groups.html",
    remediation=("Give the group a name (aws-native: groupName) of its own; a new name replaces the group."),
)
def no_launch_wizard(group: SecurityGroup) -> Verdict:
    def judge(path: str) -> Verdict:
        name = group.value(path).as_(to_text)
        if name.get("").strip().lower().startswith(_PREFIX):
            return fail(f"`{path}` is {name.shown()}.", name)
        return PASS

    return all_of(lambda: judge(group.group_name.path), lambda: judge("namePrefix"))
