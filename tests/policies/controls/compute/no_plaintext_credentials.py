"""Cases of compute-no-plaintext-credentials."""

import base64
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
    secret,
    unknown,
    violating,
)

TASK = "aws:ecs/taskDefinition:TaskDefinition"
NATIVE_TASK = "aws-native:ecs:TaskDefinition"
INSTANCE = "aws:ec2/instance:Instance"
ARN = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf"


def container(**variables: Any) -> list[dict[str, Any]]:
    environment = [{"name": name, "value": value} for name, value in variables.items()]
    return [{"name": "app", "image": "app", "environment": environment}]


def task(**variables: Any) -> Sample:
    return res(TASK, family="app", containerDefinitions=json.dumps(container(**variables)))


def script(text: str) -> str:
    return f"#!/bin/bash\n{text}\n"


PASSED = [{"name": "app", "secrets": [{"name": "DB_PASSWORD", "valueFrom": ARN}]}]
URL = "postgres://app:s3cr3t-word@db.example.com:5432/orders"
JOB = json.dumps({"image": "app", "environment": container(PGPASSWORD="k9-Wq")[0]["environment"]})

CASES = [
    compliant("settings", task(DB_HOST="db.example.com", DB_USER="app", LOG_LEVEL="info")),
    compliant("a reference", res(TASK, containerDefinitions=json.dumps(PASSED))),
    compliant("the ARN of a secret", task(DB_PASSWORD=ARN, DB_PASSWORD_ARN=ARN, DB_SECRET_NAME="db")),
    compliant("an SSM parameter", task(DB_PASSWORD="/prod/db/password")),
    compliant("a URL without a password", task(DATABASE_URL="postgres://app@db.example.com/orders")),
    compliant("a URL whose password another variable gives", task(URL="postgres://app:${DB_PASSWORD}@db/orders")),
    compliant("a switch", task(ALLOW_EMPTY_PASSWORD="yes", MYSQL_RANDOM_ROOT_PASSWORD="1")),
    compliant("words that only look alike", task(COMPASS="north", BYPASS="x", PASSENGERS="12")),
    compliant("a script that reads the secret", res(INSTANCE, userData=script("export PGPASSWORD=$(aws ssm get)"))),
    violating("DB_PWD", task(DB_PWD="k9-Wq!x_2mPz"), says="`DB_PWD`"),
    violating("PGPASSWORD", task(PGPASSWORD="k9-Wq!x_2mPz")),
    violating("dbPassword", task(dbPassword="k9-Wq!x_2mPz")),
    violating("MYSQL_PASS", task(MYSQL_PASS="k9-Wq!x_2mPz")),
    violating("a URL with a password", task(DATABASE_URL=URL)),
    violating("JDBC", task(SPRING_DATASOURCE_URL="jdbc:postgresql://db/orders?user=app&password=k9-Wq")),
    violating("a key-value string", task(DSN="host=db user=app password=k9-Wq dbname=orders")),
    violating("inside JSON", task(CONFIG=json.dumps({"db": {"host": "db", "password": "k9-Wq"}}))),
    violating("marked as a secret, but in plain text in the task", res(
        TASK, containerDefinitions=secret(json.dumps(container(DB_PASSWORD="k9-Wq!x_2mPz")))), says="a variable"),
    violating("aws-native", res(NATIVE_TASK, containerDefinitions=container(DB_PWD="k9-Wq!x_2mPz"))),
    violating("Batch", res("aws:batch/jobDefinition:JobDefinition", containerProperties=JOB)),
    violating(
        "App Runner",
        res(
            "aws:apprunner/service:Service",
            sourceConfiguration={
                "imageRepository": {
                    "imageConfiguration": {"runtimeEnvironmentVariables": {"DB_PASSWORD": "k9-Wq!x_2mPz"}}
                }
            },
        ),
    ),
    violating(
        "CodeBuild",
        res(
            "aws:codebuild/project:Project",
            environment={"environmentVariables": [{"name": "DB_PASSWORD", "value": "k9-Wq!x_2mPz"}]},
        ),
    ),
    violating("user data", res(INSTANCE, userData=script("export DB_PASSWORD=k9-Wq!x_2mPz")), says="`userData`"),
    violating("a URL in user data", res(INSTANCE, userData=script(f"app --database {URL}"))),
    violating(
        "user data in Base64",
        res(
            "aws:ec2/launchTemplate:LaunchTemplate",
            userData=base64.b64encode(script("PGPASSWORD='k9-Wq!x_2mPz' psql").encode()).decode(),
        ),
    ),
    absent_passes("no variables", res(TASK, family="app")),
    absent_passes("no user data", res(INSTANCE)),
    unknown("all definitions", res(TASK, containerDefinitions=UNKNOWN)),
    unknown("the password", res(NATIVE_TASK, containerDefinitions=container(DB_PWD=UNKNOWN)), says="DB_PWD"),
    unknown("user data", res(INSTANCE, userData=UNKNOWN)),
]  # fmt: skip

MUTATION = mutation(added(task(DB_PASSWORD="k9-Wq!x_2mPz")))
