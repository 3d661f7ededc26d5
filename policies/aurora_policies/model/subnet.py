"""Subnets of a VPC."""

from .resource import Flag, Tags, Text, View


class Subnet(View):
    """A subnet."""

    TYPES = ("aws:ec2/subnet:Subnet", "aws-native:ec2:Subnet")
    IDENTITIES = ("id", "subnetId", "arn")
    NOUN = "subnet"

    vpc = Text("vpcId")
    availability_zone = Text("availabilityZone")
    availability_zone_id = Text("availabilityZoneId")
    map_public_ip = Flag("mapPublicIpOnLaunch")
    cidr_block = Text("cidrBlock")
    ipv6_cidr_block = Text("ipv6CidrBlock")
    tags = Tags("tags")


class DefaultSubnet(View):
    """A default subnet of the default VPC, adopted; it is public unless changed."""

    TYPES = ("aws:ec2/defaultSubnet:DefaultSubnet",)
    IDENTITIES = ("id", "arn")
    NOUN = "default subnet"

    force_destroy = Flag("forceDestroy")
    map_public_ip = Flag("mapPublicIpOnLaunch")
    availability_zone = Text("availabilityZone")
