"""Cases of rds-subnet-group-multi-az."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    compliant,
    external,
    mutation,
    ref,
    res,
    unknown,
    violating,
)

GROUP = "aws:rds/subnetGroup:SubnetGroup"
NATIVE = "aws-native:rds:DbSubnetGroup"
SUBNET = "aws:ec2/subnet:Subnet"


def subnet(name: str, **properties: object) -> object:
    return res(SUBNET, name, vpcId="vpc-1", id=f"subnet-{name}", **properties)


A = subnet("a", availabilityZone="eu-central-1a")
B = subnet("b", availabilityZone="eu-central-1b")
ALSO_A = subnet("also-a", availabilityZone="eu-central-1a")
NAMELESS = subnet("nameless")


def of(*subnets: object) -> tuple[object, ...]:
    return res(GROUP, subnetIds=[ref(item) for item in subnets]), *subnets


CASES = [
    compliant("two zones", *of(A, B)),
    compliant("two zones and one not known", *of(A, B, NAMELESS)),
    compliant(
        "by zone id",
        *of(subnet("a", availabilityZoneId="euc1-az1"), subnet("b", availabilityZoneId="euc1-az2")),
    ),
    compliant("by name", res(GROUP, subnetIds=["subnet-a", "subnet-b"]), A, B),
    compliant(
        "aws-native",
        res(NATIVE, subnetIds=["a", "b"]),
        res("aws-native:ec2:Subnet", "a", subnetId="a", availabilityZone="eu-central-1a"),
        res("aws-native:ec2:Subnet", "b", subnetId="b", availabilityZone="eu-central-1b"),
    ),
    compliant(
        "default subnets",
        *of(
            *(
                res("aws:ec2/defaultSubnet:DefaultSubnet", zone, availabilityZone=zone)
                for zone in ("eu-central-1a", "eu-central-1b")
            )
        ),
    ),
    violating("one zone", *of(A, ALSO_A), says="1 Availability Zone;"),
    violating("one subnet", *of(A), says="1 subnet,"),
    violating("one subnet twice", res(GROUP, subnetIds=["subnet-1", "subnet-1"])),
    violating("one subnet, aws-native", res(NATIVE, subnetIds=["subnet-1"])),
    violating("two of three", *of(A, B), settings={"minimumZones": 3}, says="fewer than 3"),
    absent_fails("no subnets", res(GROUP)),
    absent_fails("an empty list", res(GROUP, subnetIds=[])),
    unknown("the list", res(GROUP, subnetIds=UNKNOWN)),
    unknown("a zone", *of(A, subnet("b", availabilityZone=UNKNOWN))),
    unknown("a zone that AWS picks", *of(A, NAMELESS)),
    unknown("a name and an id do not compare", *of(A, subnet("b", availabilityZoneId="euc1-az1"))),
    external("another stack's subnets", res(GROUP, subnetIds=["subnet-1", "subnet-2"])),
    external("one subnet is another stack's", res(GROUP, subnetIds=["subnet-1", ref(A)]), A),
]

MUTATION = mutation(changed(SUBNET, availabilityZone="eu-central-1a"))
