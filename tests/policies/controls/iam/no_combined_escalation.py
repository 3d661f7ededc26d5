"""Cases of iam-no-combined-escalation."""

import json

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    ref,
    res,
    unknown,
    violating,
)
from tests.policies.controls.iam._policies import (
    POLICY,
    ROLE,
    ROLE_POLICY,
    USER,
    USER_POLICY,
    document,
    statement,
)

BARE_ROLE = res(ROLE, "subject", name="app")
BARE_USER = res(USER, "subject", name="app")
MANAGED = res(POLICY, "managed", policy=json.dumps(document(statement("ec2:RunInstances"))))

CASES = [
    violating(
        "one way in two inline policies of a role",
        BARE_ROLE,
        res(ROLE_POLICY, "a", role=ref(BARE_ROLE), policy=json.dumps(document(statement("iam:PassRole")))),
        res(
            ROLE_POLICY, "b", role=ref(BARE_ROLE), policy=json.dumps(document(statement("ec2:RunInstances")))
        ),
        says="together",
    ),
    violating(
        "one way in an inline and an attached policy of a user",
        BARE_USER,
        res(USER_POLICY, "a", user=ref(BARE_USER), policy=json.dumps(document(statement("iam:PassRole")))),
        MANAGED,
        res("aws:iam/userPolicyAttachment:UserPolicyAttachment", user=ref(BARE_USER), policyArn=ref(MANAGED)),
    ),
    compliant(
        "a way that one policy alone gives is reported there",
        BARE_ROLE,
        res(
            ROLE_POLICY, "a", role=ref(BARE_ROLE), policy=json.dumps(document(statement("iam:PutRolePolicy")))
        ),
        res(ROLE_POLICY, "b", role=ref(BARE_ROLE), policy=json.dumps(document(statement("rds:Describe*")))),
    ),
    absent_passes("no policies", BARE_ROLE),
    unknown(
        "one of the policies",
        BARE_ROLE,
        res(ROLE_POLICY, "a", role=ref(BARE_ROLE), policy=json.dumps(document(statement("iam:PassRole")))),
        res(ROLE_POLICY, "b", role=ref(BARE_ROLE), policy=UNKNOWN),
    ),
]

ESCALATING = res(ROLE, "escalating", name="escalating")
MUTATION = mutation(
    added(
        ESCALATING,
        res(ROLE_POLICY, "a", role=ref(ESCALATING), policy=json.dumps(document(statement("iam:PassRole")))),
        res(
            ROLE_POLICY, "b", role=ref(ESCALATING), policy=json.dumps(document(statement("ec2:RunInstances")))
        ),
    )
)
