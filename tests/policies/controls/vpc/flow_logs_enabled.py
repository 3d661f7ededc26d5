"""Cases of vpc-flow-logs-enabled."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    compliant,
    mutation,
    ref,
    removed,
    res,
    unknown,
    violating,
)

VPC = "aws:ec2/vpc:Vpc"
LOG = "aws:ec2/flowLog:FlowLog"
NATIVE_LOG = "aws-native:ec2:FlowLog"
SUBJECT = res(VPC, cidrBlock="10.0.0.0/16")
SUBNET = res("aws:ec2/subnet:Subnet", "a", vpcId=ref(SUBJECT))


def log(traffic: object = "ALL", **target: object) -> object:
    return res(LOG, "log", trafficType=traffic, **(target or {"vpcId": ref(SUBJECT)}))


CASES = [
    compliant("everything", SUBJECT, log()),
    compliant("what is rejected", SUBJECT, log("REJECT")),
    compliant("a log of every subnet", SUBJECT, SUBNET, log(subnetId=ref(SUBNET))),
    compliant(
        "aws-native",
        native := res("aws-native:ec2:Vpc"),
        res(NATIVE_LOG, "log", trafficType="ALL", resourceId=ref(native), resourceType="VPC"),
    ),
    compliant("the default VPC", default := res("aws:ec2/defaultVpc:DefaultVpc"), log(vpcId=ref(default))),
    violating("what is accepted only", SUBJECT, log("ACCEPT"), says="trafficType"),
    violating("another VPC's", SUBJECT, log(vpcId="vpc-other")),
    violating(
        "what is rejected, where all is asked for", SUBJECT, log("REJECT"), settings={"requireAll": True}
    ),
    violating("a log of another subnet", SUBJECT, SUBNET, log(subnetId="subnet-other")),
    absent_fails("none", SUBJECT, says="No flow log"),
    absent_fails("none, aws-native", res("aws-native:ec2:Vpc")),
    unknown("which traffic", SUBJECT, log(UNKNOWN)),
    unknown(
        "which traffic, beside a log that is not enough",
        SUBJECT,
        log("ACCEPT"),
        res(LOG, "more", trafficType=UNKNOWN, vpcId=ref(SUBJECT)),
    ),
    unknown("which VPC", SUBJECT, log(vpcId=UNKNOWN)),
]

MUTATION = mutation(removed(LOG))
