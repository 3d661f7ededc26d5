"""Cases of iam-no-access-keys."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    not_applicable,
    ref,
    res,
    unknown_fails,
    violating,
)

KEY = "aws:iam/accessKey:AccessKey"
USER = res("aws:iam/user:User", "deployer")
PROFILE = res("aws:iam/userLoginProfile:UserLoginProfile", "password", user=ref(USER))

CASES = [
    compliant("turned off", res(KEY, user="deployer", status="Inactive")),
    not_applicable("a role", res("aws:iam/role:Role")),
    violating("a key", res(KEY, user="deployer"), says="never expires"),
    violating("aws-native", res("aws-native:iam:AccessKey", userName="deployer")),
    absent_fails("nothing more said", res(KEY)),
    compliant(
        "checkov CKV2_AWS_22: a user without a password", USER, res(PROFILE.type, "other", user="admin")
    ),
    violating("a user with a password", USER, PROFILE, says="password gives user deployer"),
    violating("aws-native", res("aws-native:iam:User", loginProfile={"password": UNKNOWN})),
    compliant("the user of the stack answers for his password", PROFILE, USER),
    violating("a password of a user made elsewhere", res(PROFILE.type, user="deployer"), says="password"),
    unknown_fails("whose key it is does not matter", res(KEY, user=UNKNOWN)),
]

MUTATION = mutation(added(res(KEY, user="deployer")))
