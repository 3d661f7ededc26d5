"""Elastic Load Balancing resources."""

from collections.abc import Iterator

from .resource import Anything, Flag, Number, Text, Texts, View
from .stack import Stack


class LoadBalancer(View):
    """An Application, Network or Gateway Load Balancer."""

    TYPES = (
        "aws:lb/loadBalancer:LoadBalancer",
        "aws:alb/loadBalancer:LoadBalancer",
        "aws-native:elasticloadbalancingv2:LoadBalancer",
    )
    IDENTITIES = ("arn", "loadBalancerArn", "id")
    NOUN = "load balancer"

    internal = Flag("internal", native=None)
    scheme = Text("scheme")
    security_groups = Texts("securityGroups")
    balancer_type = Text("loadBalancerType", native="type")

    @property
    def is_network(self) -> bool:
        """Whether it is a Network Load Balancer, as far as it is known."""
        kind = self.balancer_type
        return not kind.is_unknown and (kind.get("") or "").lower() == "network"

    @property
    def is_internal(self) -> bool:
        """Whether it has no public address, as far as it is known."""
        if self.is_native:
            return not self.scheme.is_unknown and self.scheme.get("") == "internal"
        return self.internal.raw in (True, "true")


class TargetGroup(View):
    """Where a listener forwards to."""

    TYPES = (
        "aws:lb/targetGroup:TargetGroup",
        "aws:alb/targetGroup:TargetGroup",
        "aws-native:elasticloadbalancingv2:TargetGroup",
    )
    IDENTITIES = ("arn", "targetGroupArn", "id")
    NOUN = "target group"

    port = Number("port")
    vpc = Text("vpcId")
    target_type = Text("targetType")


class Listener(View):
    """What a load balancer listens on."""

    TYPES = (
        "aws:lb/listener:Listener",
        "aws:alb/listener:Listener",
        "aws-native:elasticloadbalancingv2:Listener",
    )
    NOUN = "listener"

    load_balancer = Text("loadBalancerArn")
    port = Number("port")
    actions = Anything("defaultActions")

    def target_groups(self, stack: Stack) -> Iterator[TargetGroup]:
        """Yield the target groups that the default actions name, as far as the stack holds them."""
        yield from stack.follow(self.actions, TargetGroup).found
