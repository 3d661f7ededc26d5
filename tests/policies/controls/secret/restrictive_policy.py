"""Cases of secret-restrictive-policy."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    external,
    mutation,
    ref,
    res,
    unknown,
    violating,
)

from ._secrets import APP, NATIVE_POLICY, NATIVE_SECRET, POLICY, SECRET, document, policy, statement

SUBJECT = res(SECRET, name="orders/app")
NATIVE = res(NATIVE_SECRET)
BY_ORG = statement("*", effect="Deny", StringNotEquals={"aws:PrincipalOrgID": "o-abcdefghij"})
BY_ROLE = statement(
    "*", effect="Deny", action="secretsmanager:*", ArnNotLike={"aws:PrincipalArn": APP["AWS"]}
)
OTHERS = {"Effect": "Deny", "NotPrincipal": APP, "Action": "secretsmanager:GetSecretValue", "Resource": "*"}

CASES = [
    compliant(
        "everyone outside of the organization",
        SUBJECT,
        res(POLICY, "p", secretArn=ref(SUBJECT), policy=policy(BY_ORG)),
    ),
    compliant(
        "every other role, by name", SUBJECT, res(POLICY, "p", secretArn="orders/app", policy=policy(BY_ROLE))
    ),
    compliant("inline", res(SECRET, policy=policy(statement(APP), OTHERS))),
    compliant(
        "aws-native", NATIVE, res(NATIVE_POLICY, "p", secretId=ref(NATIVE), resourcePolicy=document(BY_ORG))
    ),
    violating("a role is allowed, nobody denied", res(SECRET, policy=policy(statement(APP)))),
    violating("one role is denied", res(SECRET, policy=policy(statement(APP, effect="Deny")))),
    violating(
        "only deleting is denied",
        res(
            SECRET,
            policy=policy(
                statement(
                    "*",
                    effect="Deny",
                    action="secretsmanager:DeleteSecret",
                    StringNotEquals={"aws:PrincipalOrgID": "o-a"},
                )
            ),
        ),
    ),
    violating("another secret's policy", SUBJECT, res(POLICY, "p", secretArn="other", policy=policy(BY_ORG))),
    absent_fails("no policy", SUBJECT, says="No policy"),
    absent_fails("aws-native", NATIVE),
    unknown("a document made of outputs", SUBJECT, res(POLICY, "p", secretArn=ref(SUBJECT), policy=UNKNOWN)),
    external("a document of another stack, inline", res(SECRET, policy=UNKNOWN)),
]

MUTATION = mutation(added(res(SECRET, "unguarded", description="x")))
