"""Network ACLs and their rules, inline and standalone, read into one `AclRule`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from .resource import Anything, Flag, Number, Text, View
from .sg import EGRESS, INGRESS, STANDALONE, Rule
from .stack import Stack
from .values import UNKNOWN, MalformedValue, UnknownValue, Value, to_number, to_text


class NetworkAcl(View):
    """A network ACL, perhaps with inline rules; the adopted default one of a VPC counts as well."""

    TYPES = (
        "aws:ec2/networkAcl:NetworkAcl",
        "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
        "aws-native:ec2:NetworkAcl",
    )
    IDENTITIES = ("id", "networkAclId", "defaultNetworkAclId", "arn")
    NOUN = "network ACL"

    vpc = Text("vpcId")
    subnets = Anything("subnetIds", native=None)
    ingress = Anything("ingress", native=None)
    egress = Anything("egress", native=None)

    @property
    def is_default(self) -> bool:
        """Whether it is the adopted ACL of every subnet that has no other."""
        return self.resource.type == "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"


class NetworkAclRule(View):
    """A standalone rule of a network ACL. aws-native has none."""

    TYPES = ("aws:ec2/networkAclRule:NetworkAclRule",)
    NOUN = "network ACL rule"

    acl = Text("networkAclId")
    number = Number("ruleNumber")
    is_egress = Flag("egress")


class NetworkAclAssociation(View):
    """The association of a subnet with a network ACL."""

    TYPES = (
        "aws:ec2/networkAclAssociation:NetworkAclAssociation",
        "aws-native:ec2:SubnetNetworkAclAssociation",
    )
    NOUN = "network ACL association"

    acl = Text("networkAclId")
    subnet = Text("subnetId")


@dataclass(frozen=True, slots=True)
class AclRule(Rule):
    """One rule of a network ACL; protocol and ports read as those of a security group."""

    # The provider sends a missing port as 0, which is port 0 and no other.
    _LAST_WITHOUT_PORTS: ClassVar[int] = 0

    @property
    def allows(self) -> bool:
        """Whether it lets traffic pass. Raises UnknownValue."""
        return str(self._known("action", "ruleAction") or "").lower() == "allow"

    @property
    def number(self) -> Value[float]:
        """Its place in the order; the first rule that matches decides."""
        name = "ruleNo" if "ruleNo" in self.raw else "ruleNumber"
        return self._value_of(name, self.raw.get(name)).as_(to_number)

    @property
    def cidr(self) -> Value[str]:
        """The address range, IPv4 or IPv6."""
        name = "ipv6CidrBlock" if self._value("cidrBlock") in (None, "") else "cidrBlock"
        return self._value_of(name, self.raw.get(name)).as_(to_text)

    @property
    def cidrs(self) -> tuple[Value[str], ...]:
        """Every address range that is stated, though EC2 takes but one."""
        stated = [name for name in ("cidrBlock", "ipv6CidrBlock") if self._value(name) not in (None, "")]
        return tuple(self._value_of(name, self.raw.get(name)).as_(to_text) for name in stated)

    @property
    def is_for_ipv6(self) -> bool:
        """Whether its address range is one of IPv6."""
        return self._value("ipv6CidrBlock") not in (None, "")

    @property
    def states_ports(self) -> bool:
        """Whether it says for which ports it is."""
        return self._value("fromPort", "toPort") is not None

    @property
    def states_icmp(self) -> bool:
        """Whether it says for which messages of ICMP it is."""
        return self._value("icmpType") is not None and self._value("icmpCode") is not None


def rule_holders(acl: NetworkAcl, stack: Stack) -> list[NetworkAcl | NetworkAclRule]:
    """Return everything of the stack that writes rules of an ACL: itself, and the standalone rules."""
    return [acl, *stack.referrers(acl, NetworkAclRule, "networkAclId")]


def rules_beside(holder: NetworkAcl | NetworkAclRule, stack: Stack) -> list[NetworkAcl | NetworkAclRule]:
    """Return what else of the stack writes rules of the ACL that a standalone rule belongs to."""
    if isinstance(holder, NetworkAcl):
        return []
    acls = stack.follow(holder.acl, NetworkAcl).found
    return [other for acl in acls for other in rule_holders(acl, stack) if other.urn != holder.urn]


def acl_rules(holder: NetworkAcl | NetworkAclRule, direction: str) -> Iterator[AclRule]:
    """Yield the rules of `direction` that one resource writes.

    Raises UnknownValue where the list of inline rules, or one of them, is not known.
    """
    if isinstance(holder, NetworkAclRule):
        if (EGRESS if holder.is_egress.get(False) else INGRESS) == direction:
            yield AclRule(direction, STANDALONE, holder.resource.properties, holder.urn)
        return
    if holder.is_native:
        return
    for block in (holder.ingress if direction == INGRESS else holder.egress).items():
        if block.raw is UNKNOWN:
            raise UnknownValue(f"`{block.path}` is not known before the update")
        if not isinstance(block.raw, Mapping):
            raise MalformedValue(f"`{block.path}` is not a rule")
        yield AclRule(direction, block.path, block.raw, holder.urn, block.secret)
