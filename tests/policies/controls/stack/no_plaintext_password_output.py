"""Cases of stack-no-plaintext-password-output."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    compliant,
    mutation,
    res,
    secret,
    unknown,
    violating,
)

STACK = "pulumi:pulumi:Stack"
URL = "postgres://app:s3cr3t-word@db.example.com:5432/orders"

CASES = [
    compliant("a secret", res(STACK, password=secret("k9-Wq!x_2mPz"))),
    compliant("a secret, not known yet", res(STACK, password=secret(UNKNOWN))),
    compliant("a secret in an object", res(STACK, db={"host": "db", "password": secret("k9-Wq!x_2mPz")})),
    compliant(
        "what is none", res(STACK, endpoint="db.example.com", passwordArn="arn:aws:secretsmanager:::x")
    ),
    violating("a password", res(STACK, password="k9-Wq!x_2mPz"), says="`password`"),
    violating("in an object", res(STACK, db={"host": "db", "password": "k9-Wq!x_2mPz"}), says="`db`"),
    violating("a connection string", res(STACK, url=URL)),
    absent_passes("no outputs", res(STACK)),
    unknown("a password", res(STACK, dbPassword=UNKNOWN)),
]

MUTATION = mutation(changed(STACK, password="k9-Wq!x_2mPz"))
