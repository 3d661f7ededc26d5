"""Cases of lambda-no-secrets-in-env."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    res,
    secret,
    unknown,
    violating,
)

FUNCTION = "aws:lambda/function:Function"
NATIVE = "aws-native:lambda:Function"


def variables(**content: object) -> object:
    return res(FUNCTION, environment={"variables": content})


CASES = [
    compliant(
        "an ARN", variables(SECRET_ARN="arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-a1b2c3")
    ),
    compliant("settings", variables(LOG_LEVEL="info", DB_HOST="db.example.com", PASSWORD_LENGTH="32")),
    violating("a password by name", variables(DB_PASSWORD="hunter2hunter2"), says="DB_PASSWORD"),
    violating("an access key by its form", variables(KEY="AKIAIOSFODNN7EXAMPLE"), says="KEY"),
    violating(
        "a secret of Pulumi's is still in the function", variables(API_TOKEN=secret("abcdef0123456789"))
    ),
    violating("aws-native", res(NATIVE, environment={"variables": {"DB_PASSWORD": "hunter2hunter2"}})),
    absent_passes("no environment", res(FUNCTION)),
    unknown("what the variables are", res(FUNCTION, environment=UNKNOWN)),
    unknown("what the password is", variables(DB_PASSWORD=UNKNOWN)),
]

MUTATION = mutation(added(variables(KEY="AKIAIOSFODNN7EXAMPLE")))
