"""Cases of secret-rotation-enabled."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    cluster,
    compliant,
    external,
    mutation,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

from ._secrets import NATIVE_ROTATION, NATIVE_SECRET, ROTATION, SECRET, VERSION

SUBJECT = res(SECRET, name="orders/app")
NATIVE = res(NATIVE_SECRET)
OTHER = res(SECRET, "other")
DATABASE = cluster("db", manageMasterUserPassword=True)
ATTACHED = res("aws-native:secretsmanager:SecretTargetAttachment", "a", secretId=ref(NATIVE), targetId="db")
FILLED = res(VERSION, "v", secretId=ref(SUBJECT))
RULES = {"automaticallyAfterDays": 30}
BY = {"rotationLambdaArn": "arn:aws:lambda:eu-central-1:123456789012:function:rotate", "rotationRules": RULES}
FOREIGN = res(SECRET, type="SalesforceClientSecret")

CASES = [
    compliant("a rotation", SUBJECT, res(ROTATION, "r", secretId=ref(SUBJECT), **BY)),
    compliant("by name", SUBJECT, res(ROTATION, "r", secretId="orders/app", **BY)),
    compliant("through its version", SUBJECT, FILLED, res(ROTATION, "r", secretId=ref(FILLED), **BY)),
    compliant("aws-native", NATIVE, res(NATIVE_ROTATION, "r", secretId=ref(NATIVE), **BY)),
    compliant(
        "cdk-nag#457: through the attachment to its database",
        NATIVE,
        ATTACHED,
        res(NATIVE_ROTATION, "r", secretId=ref(ATTACHED), **BY),
    ),
    compliant(
        "switched on, among others",
        SUBJECT,
        OTHER,
        res(ROTATION, "r", secretId=ref(SUBJECT), rotationEnabled=True, **BY),
        res(ROTATION, "s", secretId=ref(OTHER), rotationEnabled=False),
    ),
    compliant(
        "by a function that CloudFormation makes, on a schedule",
        NATIVE,
        res(
            NATIVE_ROTATION,
            "r",
            secretId=ref(NATIVE),
            hostedRotationLambda={"rotationType": "PostgreSQLSingleUser"},
            rotationRules={"scheduleExpression": "rate(30 days)"},
        ),
    ),
    compliant(
        "another company's secret, without a function",
        FOREIGN,
        res(ROTATION, "r", secretId=ref(FOREIGN), rotationRules=RULES),
    ),
    compliant(
        "a function and rules not known yet",
        SUBJECT,
        res(ROTATION, "r", secretId=ref(SUBJECT), rotationLambdaArn=UNKNOWN, rotationRules=UNKNOWN),
    ),
    compliant("inline, as in pulumi-aws 5", res(SECRET, rotationLambdaArn=UNKNOWN, rotationRules=RULES)),
    violating("another secret's rotation", SUBJECT, OTHER, res(ROTATION, "r", secretId=ref(OTHER))),
    violating(
        "the rotation of the cluster's own secret",
        SUBJECT,
        DATABASE,
        res(ROTATION, "r", secretId=ref(DATABASE)),
    ),
    violating(
        "switched off",
        SUBJECT,
        res(ROTATION, "r", secretId=ref(SUBJECT), rotationEnabled=False),
        says="switched off",
    ),
    violating(
        "cdk-nag: nothing that rotates it",
        NATIVE,
        ATTACHED,
        res(NATIVE_ROTATION, "r", secretId=ref(ATTACHED), rotationRules=RULES),
        says="`rotationLambdaArn` is not set",
    ),
    violating(
        "cdk-nag: no time at which it rotates",
        NATIVE,
        res(
            NATIVE_ROTATION,
            "r",
            secretId=ref(NATIVE),
            hostedRotationLambda={"rotationType": "PostgreSQLSingleUser"},
        ),
        says="`rotationRules`",
    ),
    absent_fails("no rotation", SUBJECT, says="No rotation"),
    absent_fails("aws-native", NATIVE),
    absent_fails("a value alone does not change", SUBJECT, FILLED),
    unknown("the secret of a rotation", SUBJECT, res(ROTATION, "r", secretId=UNKNOWN)),
    unknown("whether it is on", SUBJECT, res(ROTATION, "r", secretId=ref(SUBJECT), rotationEnabled=UNKNOWN)),
    external("the secret of a rotation, aws-native", NATIVE, res(NATIVE_ROTATION, "r", secretId=UNKNOWN)),
    not_applicable("the master secret that RDS manages", res(SECRET, owningService="rds")),
    not_applicable("exempt by its name", SUBJECT, settings={"exemptNames": ["orders/*"]}),
    not_applicable(
        "exempt by its tag",
        res(SECRET, tags={"rotation": "manual"}),
        settings={"exemptTags": ["rotation=manual"]},
    ),
    not_applicable(
        "exempt by its tag's key, aws-native",
        res(NATIVE_SECRET, tags=[{"key": "api-key", "value": "yes"}]),
        settings={"exemptTags": ["api-key"]},
    ),
    violating("exempt are others", SUBJECT, settings={"exemptNames": ["billing/*"], "exemptTags": ["x"]}),
]

MUTATION = mutation(added(res(SECRET, "still", description="x")))
