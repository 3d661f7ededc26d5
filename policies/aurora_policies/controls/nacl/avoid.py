"""Security groups remember connections and name each other; an ACL beside them is a second set of rules to keep
in step, and replies need rules of their own."""

from ...model.nacl import NetworkAcl
from ..control import PASS, Severity, Verdict, control, fail
from ._rules import Holder


@control(
    title="Network is filtered by security groups alone",
    severity=Severity.LOW,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/infrastructure-security.html",
    remediation=(
        "Move the rules to security groups and remove the ACL and its rules; its subnets return to the default ACL."
    ),
    opt_in="a matter of style, and other frameworks ask for network ACLs",
)
def avoid(holder: Holder) -> Verdict:
    if isinstance(holder, NetworkAcl):
        return PASS if holder.is_default else fail("The stack has a network ACL.")
    return fail("The stack has a rule of a network ACL.")
