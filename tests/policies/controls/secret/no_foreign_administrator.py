"""Cases of secret-no-foreign-administrator."""

import json
from typing import Any

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_passes,
    added,
    compliant,
    mutation,
    res,
    unknown,
    violating,
)

POLICY = "aws:secretsmanager/secretPolicy:SecretPolicy"
SECRET = "aws:secretsmanager/secret:Secret"
FOREIGN = {"AWS": "arn:aws:iam::210987654321:root"}


def allows(principal: Any, action: str = "secretsmanager:*", /, **condition: Any) -> Sample:
    statement = {"Effect": "Allow", "Principal": principal, "Action": action, "Resource": "*"}
    return res(POLICY, secretArn="s", policy=json.dumps({"Statement": {**statement, "Condition": condition}}))


CASES = [
    compliant("reading", allows(FOREIGN, "secretsmanager:GetSecretValue")),
    compliant("a role", allows({"AWS": "arn:aws:iam::210987654321:role/app"})),
    compliant("one that the settings trust", allows(FOREIGN), settings={"trustedAccounts": ["210987654321"]}),
    violating("everything", allows(FOREIGN), says="210987654321"),
    violating("everything of everything", allows({"AWS": "210987654321"}, "*")),
    absent_passes("no policy", res(SECRET)),
    unknown("the stack's own account, perhaps", allows({"AWS": "123456789012"})),
    unknown("a document made of outputs", res(POLICY, secretArn="s", policy=UNKNOWN)),
]

MUTATION = mutation(added(allows(FOREIGN)))
