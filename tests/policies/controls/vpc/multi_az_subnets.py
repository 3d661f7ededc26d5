"""Cases of vpc-multi-az-subnets."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_unknown,
    changed,
    compliant,
    mutation,
    ref,
    res,
    unknown,
    violating,
)

SUBNET = "aws:ec2/subnet:Subnet"
SUBJECT = res("aws:ec2/vpc:Vpc")


def subnet(name: str, **zone: object) -> object:
    return res(SUBNET, name, vpcId=ref(SUBJECT), **zone)


CASES = [
    compliant(
        "two zones",
        SUBJECT,
        subnet("a", availabilityZone="eu-central-1a"),
        subnet("b", availabilityZone="eu-central-1b"),
    ),
    compliant(
        "two zones by id",
        SUBJECT,
        subnet("a", availabilityZoneId="euc1-az1"),
        subnet("b", availabilityZoneId="euc1-az2"),
    ),
    violating(
        "one zone",
        SUBJECT,
        subnet("a", availabilityZone="eu-central-1a"),
        subnet("b", availabilityZone="eu-central-1a"),
        says="one zone",
    ),
    violating(
        "one subnet", SUBJECT, subnet("a", availabilityZone="eu-central-1a"), says="one subnet in this"
    ),
    violating("one subnet, wherever", SUBJECT, subnet("a"), says="one subnet in this stack, a, and so"),
    absent_fails("AWS picks", SUBJECT, subnet("a"), subnet("b"), says="AWS picks"),
    absent_unknown("no subnet here", SUBJECT),
    unknown(
        "which zones", SUBJECT, subnet("a", availabilityZone=UNKNOWN), subnet("b", availabilityZone=UNKNOWN)
    ),
]

MUTATION = mutation(changed(SUBNET, availabilityZone="eu-central-1a"))
