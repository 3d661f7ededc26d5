"""Cases of iam-service-linked-role-by-aws."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    res,
    unknown,
    unknown_fails,
    violating,
)
from tests.policies.controls.iam._policies import NATIVE_ROLE, ROLE

LINKED = "aws:iam/serviceLinkedRole:ServiceLinkedRole"
NATIVE_LINKED = "aws-native:iam:ServiceLinkedRole"
RDS = "rds.amazonaws.com"

CASES = [
    compliant("another role", res(ROLE, name="orders-monitoring", path="/databases/")),
    compliant("made through IAM", res(LINKED, awsServiceName=RDS)),
    compliant(
        "a suffix, of another service",
        res(LINKED, awsServiceName="autoscaling.amazonaws.com", customSuffix="a"),
    ),
    violating("RDS's, by hand", res(ROLE, name="AWSServiceRoleForRDS"), says="AWSServiceRoleForRDS"),
    violating("in RDS's place", res(ROLE, path="/aws-service-role/rds.amazonaws.com/"), says="`path`"),
    violating("aws-native", res(NATIVE_ROLE, roleName="AWSServiceRoleForRDS")),
    violating("RDS's, with a suffix", res(LINKED, awsServiceName=RDS, customSuffix="a"), says="customSuffix"),
    violating("aws-native, with a suffix", res(NATIVE_LINKED, awsServiceName=RDS, customSuffix="a")),
    absent_passes("a role without a name", res(ROLE)),
    unknown("the name", res(ROLE, name=UNKNOWN)),
    unknown_fails(
        "the name in RDS's place", res(ROLE, name=UNKNOWN, path="/aws-service-role/rds.amazonaws.com/")
    ),
    unknown("the service", res(LINKED, awsServiceName=UNKNOWN, customSuffix="a")),
]

MUTATION = mutation(added(res(ROLE, name="AWSServiceRoleForRDS")))
