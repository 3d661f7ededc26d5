"""Cases of vpc-subnet-flow-logs."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    compliant,
    external,
    mutation,
    ref,
    removed,
    res,
    unknown,
    violating,
)

SUBNET = "aws:ec2/subnet:Subnet"
LOG = "aws:ec2/flowLog:FlowLog"
VPC = res("aws:ec2/vpc:Vpc", "vpc")
SUBJECT = res(SUBNET, vpcId=ref(VPC))

CASES = [
    compliant("its own", SUBJECT, VPC, res(LOG, "log", subnetId=ref(SUBJECT))),
    compliant("its VPC's", SUBJECT, VPC, res(LOG, "log", vpcId=ref(VPC))),
    violating("another's", SUBJECT, VPC, res(LOG, "log", subnetId="subnet-other")),
    absent_fails("none", SUBJECT, VPC, says="No flow log"),
    unknown("of which subnet a log is", SUBJECT, VPC, res(LOG, "log", subnetId=UNKNOWN)),
    unknown("which VPC", res(SUBNET, vpcId=UNKNOWN)),
    external("another stack's VPC", res(SUBNET, vpcId="vpc-1")),
]

MUTATION = mutation(removed(LOG))
