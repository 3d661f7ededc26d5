"""Security group rules: inline, standalone and per-direction forms read into one `Rule`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from .prefix_list import listed_ranges
from .resource import Anything, Tags, Text, View
from .stack import Stack
from .values import (
    UNKNOWN,
    MalformedValue,
    Secret,
    UnknownValue,
    Value,
    reveal,
    to_anything,
    to_number,
    to_text,
)

INGRESS = "ingress"
EGRESS = "egress"

# How messages call the rule of a rule resource, whose properties are the resource's own.
STANDALONE = "this rule"

# Protocols without ports (EC2 ignores the ports of a rule for them) by name and number.
_ALL_PROTOCOLS = ("-1", "all")
_PORT_PROTOCOLS = {"tcp": "tcp", "6": "tcp", "udp": "udp", "17": "udp"}


class SecurityGroup(View):
    """A security group, perhaps with inline rules."""

    TYPES = ("aws:ec2/securityGroup:SecurityGroup", "aws-native:ec2:SecurityGroup")
    IDENTITIES = ("id", "groupId", "arn")
    NOUN = "security group"

    group_name = Text("name", native="groupName")
    description = Text("description", native="groupDescription")
    vpc = Text("vpcId")
    ingress = Anything("ingress", native="securityGroupIngress")
    egress = Anything("egress", native="securityGroupEgress")
    tags = Tags("tags")


class DefaultSecurityGroup(View):
    """The default security group of a VPC, adopted. aws-native cannot adopt it."""

    TYPES = ("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",)
    IDENTITIES = ("id", "arn")
    NOUN = "default security group"

    vpc = Text("vpcId")
    ingress = Anything("ingress")
    egress = Anything("egress")


class SecurityGroupRule(View):
    """A standalone rule of a security group, in any of its forms; this module reads its content."""

    TYPES = (
        "aws:ec2/securityGroupRule:SecurityGroupRule",
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
        "aws-native:ec2:SecurityGroupIngress",
        "aws-native:ec2:SecurityGroupEgress",
    )
    NOUN = "security group rule"

    group = Text("securityGroupId", native="groupId")
    description = Text("description")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as written. `where` is the property that holds it, for messages.

    `secret` says that the block as a whole is secret.
    """

    direction: str
    where: str
    # Where a rule of a protocol with ports names none, it is about all of them.
    _LAST_WITHOUT_PORTS: ClassVar[int] = 65535

    raw: Mapping[str, Any]
    owner: str
    secret: bool = False

    def _value(self, *names: str) -> Any:
        for name in names:
            found = reveal(self.raw.get(name))
            if found is not None and found != "":
                return found
        return None

    def _known(self, *names: str) -> Any:
        found = self._value(*names)
        if found is UNKNOWN:
            raise UnknownValue(f"`{names[0]}` of {self.where} is not known before the update")
        return found

    def _is_secret(self, name: str) -> bool:
        return self.secret or isinstance(self.raw.get(name), Secret)

    def _value_of(self, name: str, raw: Any, secret: bool = False) -> Value[Any]:
        path = name if self.where == STANDALONE else f"{self.where}.{name}"
        return Value(self.owner, path, reveal(raw), to_anything, secret or self._is_secret(name))

    @property
    def protocol(self) -> str:
        """`tcp`, `udp`, `-1` for all, or another protocol's name or number. Raises UnknownValue.

        Where it is missing, ports mean TCP; without ports it is everything.
        """
        found = self._known("protocol", "ipProtocol")
        if found is None:
            return "-1" if self._value("fromPort") is None else "tcp"
        try:
            text = to_text(found).strip()
        except TypeError:
            raise MalformedValue(f"the protocol of {self.where} is not text") from None
        return _PORT_PROTOCOLS.get(text.lower(), "-1" if text.lower() in _ALL_PROTOCOLS else text.lower())

    @property
    def is_all_traffic(self) -> bool:
        """Whether it is for every protocol and so every port."""
        return self.protocol == "-1"

    @property
    def ports(self) -> tuple[int, int] | None:
        """The first and last port; every port for all traffic; None for a protocol without ports.

        Raises UnknownValue where a port is not known, MalformedValue where it is not a number.
        """
        protocol = self.protocol
        if protocol == "-1":
            return 0, 65535
        if protocol not in ("tcp", "udp"):
            return None
        first, last = self._known("fromPort"), self._known("toPort")
        if first is None and last is None:
            return 0, self._LAST_WITHOUT_PORTS
        try:
            low = int(to_number(first)) if first is not None else 0
            high = int(to_number(last)) if last is not None else low
        except TypeError:
            raise MalformedValue(f"a port of {self.where} is not a number") from None
        # -1 stands for any port, as -1 to -1 or at either end.
        return max(low, 0), high if high >= 0 else 65535

    @property
    def is_all_ports(self) -> bool:
        """Whether it opens every port of a protocol that has ports."""
        ports = self.ports
        return ports is not None and ports[0] <= 1 and ports[1] >= 65535

    def reaches(self, port: int, protocol: str = "tcp") -> bool:
        """Whether traffic to `port` passes."""
        ports = self.ports
        return ports is not None and self.protocol in ("-1", protocol) and ports[0] <= port <= ports[1]

    @property
    def cidrs(self) -> tuple[Value[str], ...]:
        """The address ranges, IPv4 and IPv6; each may be unknown by itself."""
        found: list[Value[str]] = []
        for name in ("cidrBlocks", "ipv6CidrBlocks", "cidrIpv4", "cidrIpv6", "cidrIp"):
            raw = reveal(self.raw.get(name))
            for item in raw if isinstance(raw, list) else [raw]:
                if reveal(item) is not None and reveal(item) != "":
                    found.append(self._value_of(name, item, isinstance(item, Secret)).as_(to_text))
        return tuple(found)

    @property
    def prefix_lists(self) -> Value[Any]:
        """The managed prefix lists it names."""
        return self._first("prefixListIds", "prefixListId", "sourcePrefixListId", "destinationPrefixListId")

    @property
    def groups(self) -> Value[Any]:
        """The other security groups it names."""
        return self._first(
            "securityGroups",
            "sourceSecurityGroupId",
            "referencedSecurityGroupId",
            "destinationSecurityGroupId",
            "sourceSecurityGroupName",
        )

    def _first(self, *names: str) -> Value[Any]:
        name = next((item for item in names if self.raw.get(item) is not None), names[0])
        return self._value_of(name, self.raw.get(name))

    @property
    def is_self(self) -> bool:
        """Whether it names the group it belongs to."""
        return self._value("self") in (True, "true")

    @property
    def description(self) -> Value[str]:
        return self._value_of("description", self.raw.get("description")).as_(to_text)

    @property
    def traffic(self) -> str:
        """What passes, in words: "all traffic", "tcp 5432", "tcp 1024-65535"; nothing that is secret."""
        if any(map(self._is_secret, ("protocol", "ipProtocol", "fromPort", "toPort"))):
            return "traffic"
        ports = self.ports
        if self.is_all_traffic:
            return "all traffic"
        if ports is None:
            return self.protocol
        return (
            f"{self.protocol} {ports[0]}"
            if ports[0] == ports[1]
            else f"{self.protocol} {ports[0]}-{ports[1]}"
        )


def _inline(view: View, direction: str, value: Value[Any]) -> Iterator[Rule]:
    if value.raw is UNKNOWN:
        raise UnknownValue(f"`{value.path}` is not known before the update")
    for item in value.items():
        if item.raw is UNKNOWN:
            raise UnknownValue(f"`{item.path}` is not known before the update")
        if isinstance(item.raw, Mapping):
            yield Rule(direction, item.path, item.raw, view.urn, item.secret)


def rules_of(view: View) -> list[Rule]:
    """Return the rules that one resource writes: inline rules of a group, or the one rule of a rule resource.

    Raises UnknownValue where a whole list of inline rules is not known.
    """
    if isinstance(view, (SecurityGroup, DefaultSecurityGroup)):
        return [*_inline(view, INGRESS, view.ingress), *_inline(view, EGRESS, view.egress)]
    if isinstance(view, SecurityGroupRule):
        kind = view.resource.type.rsplit(":", 1)[-1]
        if kind == "SecurityGroupRule":
            direction = view.value("type").get()
            return [_standalone(view, EGRESS if direction == "egress" else INGRESS)]
        return [_standalone(view, EGRESS if "Egress" in kind else INGRESS)]
    return []


def _standalone(view: SecurityGroupRule, direction: str) -> Rule:
    return Rule(direction, STANDALONE, view.resource.properties, view.urn)


def all_rules(stack: Stack, group: SecurityGroup | DefaultSecurityGroup) -> list[Rule]:
    """Return every rule of `group` in the stack: inline ones and those of rule resources that refer to it."""
    found = rules_of(group)
    for rule in stack.referrers(group, SecurityGroupRule, "securityGroupId", "groupId"):
        found.extend(rules_of(rule))
    return found


def ranges(rule: Rule, stack: Stack) -> tuple[list[Value[str]], list[str]]:
    """Return the address ranges of `rule`, its own and those of its prefix lists, and why some are not known."""
    listed, undecided = listed_ranges(rule.prefix_lists, stack)
    return [*rule.cidrs, *listed], undecided
