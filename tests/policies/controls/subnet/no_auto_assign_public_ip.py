"""Cases of subnet-no-auto-assign-public-ip."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)

SUBNET = "aws:ec2/subnet:Subnet"
DEFAULT = "aws:ec2/defaultSubnet:DefaultSubnet"

CASES = [
    compliant("none", res(SUBNET, mapPublicIpOnLaunch=False)),
    compliant("a default subnet", res(DEFAULT, mapPublicIpOnLaunch=False)),
    violating("given", res(SUBNET, mapPublicIpOnLaunch=True), says="mapPublicIpOnLaunch"),
    violating("given, aws-native", res("aws-native:ec2:Subnet", mapPublicIpOnLaunch=True)),
    violating("by a default subnet", res(DEFAULT, availabilityZone="eu-central-1a")),
    absent_passes("none is the default", res(SUBNET)),
    unknown("from configuration", res(SUBNET, mapPublicIpOnLaunch=UNKNOWN)),
    not_applicable(
        "a public tier",
        res(SUBNET, mapPublicIpOnLaunch=True, tags={"tier": "public"}),
        settings={"exemptTags": ["tier=public"]},
    ),
]

MUTATION = mutation(changed(SUBNET, mapPublicIpOnLaunch=True))
