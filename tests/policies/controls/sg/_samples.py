"""The forms a security group rule comes in, all of them TCP 5432 from a private range unless told otherwise."""

from typing import Any

from tests.policies.cases import Sample, res

GROUP = "aws:ec2/securityGroup:SecurityGroup"
DEFAULT = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"
LEGACY = "aws:ec2/securityGroupRule:SecurityGroupRule"
INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"
EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"
NATIVE = "aws-native:ec2:SecurityGroup"
NATIVE_INGRESS = "aws-native:ec2:SecurityGroupIngress"
NATIVE_EGRESS = "aws-native:ec2:SecurityGroupEgress"

# A port that no other control is about.
OTHER = {"fromPort": 4444.0, "toPort": 4444.0}

CLIENTS = "sg-0aaaaaaaaaaaaaaaa"


def block(**properties: Any) -> dict[str, Any]:
    """An inline rule of the aws provider."""
    return {"protocol": "tcp", "fromPort": 5432.0, "toPort": 5432.0, **properties}


def native_block(**properties: Any) -> dict[str, Any]:
    """An inline rule of aws-native."""
    return {"ipProtocol": "tcp", "fromPort": 5432.0, "toPort": 5432.0, **properties}


def inline(**properties: Any) -> Sample:
    """A group with one inline ingress rule."""
    return res(GROUP, ingress=[block(**properties)])


def outbound(**properties: Any) -> Sample:
    """A group with one inline egress rule."""
    return res(GROUP, egress=[block(**properties)])


def native_inline(**properties: Any) -> Sample:
    """A group of aws-native with one inline ingress rule."""
    return res(NATIVE, groupDescription="g", securityGroupIngress=[native_block(**properties)])


def ingress(**properties: Any) -> Sample:
    """A standalone ingress rule."""
    return res(INGRESS, **{"securityGroupId": "sg-1", **native_block(**properties)})


def egress(**properties: Any) -> Sample:
    """A standalone egress rule."""
    return res(EGRESS, **{"securityGroupId": "sg-1", **native_block(**properties)})


def legacy(direction: str = "ingress", **properties: Any) -> Sample:
    """A rule resource of the older form."""
    return res(LEGACY, **{"securityGroupId": "sg-1", "type": direction, **block(**properties)})
