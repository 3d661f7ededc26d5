"""Cases of secret-rds-managed-untouched."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    added,
    cluster,
    compliant,
    member,
    mutation,
    not_applicable,
    ref,
    res,
    unknown,
    unknown_passes,
    violating,
)

from ._secrets import NATIVE_ROTATION, ROTATION, SECRET, VERSION

MANAGED = cluster("db", manageMasterUserPassword=True)
UNSEEN = cluster("db", manageMasterUserPassword=UNKNOWN)
GIVEN = cluster("db", masterPassword=UNKNOWN)
MEMBER = member("db-1", clusterIdentifier=ref(MANAGED))
APP = res(SECRET, "app")
RULES = {"automaticallyAfterDays": 7}
NAME = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:rds!cluster-0a1b-AbCdEf"

CASES = [
    compliant(
        "another schedule, after an instance",
        # What stands for dependsOn: any property that comes from the instance.
        res(ROTATION, secretId=ref(MANAGED), rotateImmediately=ref(MEMBER), rotationRules=RULES),
        MANAGED,
        MEMBER,
    ),
    compliant("another schedule, by name", res(ROTATION, secretId=NAME, rotationRules=RULES)),
    compliant(
        "instances in another stack", res(ROTATION, secretId=ref(MANAGED), rotationRules=RULES), MANAGED
    ),
    violating(
        "a value", res(VERSION, secretId=ref(MANAGED), secretString=UNKNOWN), MANAGED, says="writes a value"
    ),
    violating("a value, by name", res(VERSION, secretId="rds!cluster-0a1b", secretStringWo=UNKNOWN)),
    violating(
        "a function",
        res(ROTATION, secretId=NAME, rotationLambdaArn=UNKNOWN),
        says="`rotationLambdaArn` gives",
    ),
    violating("a function, aws-native", res(NATIVE_ROTATION, secretId=NAME, rotationLambdaArn="f")),
    violating(
        "another schedule, before any instance",
        res(ROTATION, secretId=ref(MANAGED), rotationRules=RULES),
        MANAGED,
        MEMBER,
        says="depend on an instance",
    ),
    absent_not_applicable("no secret, which the API refuses", res(ROTATION)),
    unknown("whether RDS manages it", res(VERSION, secretId=ref(UNSEEN)), UNSEEN),
    unknown_passes("the days", res(ROTATION, secretId=NAME, rotationRules=UNKNOWN)),
    not_applicable(
        "the secret of an application", res(VERSION, secretId=ref(APP), secretString=UNKNOWN), APP
    ),
    not_applicable("a secret of another stack", res(ROTATION, secretId=UNKNOWN, rotationLambdaArn="f")),
    not_applicable("a cluster with a password of its own", res(VERSION, secretId=ref(GIVEN)), GIVEN),
]

MUTATION = mutation(
    added(res(ROTATION, "fighting", secretId=NAME, rotationLambdaArn="f", rotationRules=RULES))
)
