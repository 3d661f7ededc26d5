"""Cases of rds-monitoring-role-trust."""

import json

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_not_applicable,
    changed,
    cluster,
    compliant,
    external,
    instance,
    member,
    mutation,
    native_member,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)


def trusting(*services: str) -> dict[str, object]:
    principal = {"Service": list(services)}
    return {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": principal}],
    }


def role(trust: object) -> object:
    return res("aws:iam/role:Role", "role", name="monitoring", assumeRolePolicy=trust)


def watched(made: object) -> tuple[object, object]:
    return member(monitoringInterval=60.0, monitoringRoleArn=ref(made)), made


RIGHT = trusting("monitoring.rds.amazonaws.com")
WRONG = trusting("rds.amazonaws.com")

CASES = [
    compliant("a member", *watched(role(RIGHT))),
    compliant("JSON text", *watched(role(json.dumps(RIGHT)))),
    compliant("among others", *watched(role(trusting("ec2.amazonaws.com", "monitoring.rds.amazonaws.com")))),
    compliant("in China", *watched(role(trusting("monitoring.rds.amazonaws.com.cn")))),
    compliant(
        "aws-native",
        native_member(monitoringInterval=60.0, monitoringRoleArn="monitoring"),
        res("aws-native:iam:Role", "role", roleName="monitoring", assumeRolePolicyDocument=RIGHT),
    ),
    violating("RDS itself is another service", *watched(role(WRONG)), says="monitoring.rds.amazonaws.com"),
    violating(
        "refused",
        *watched(role({"Statement": {**RIGHT["Statement"][0], "Effect": "Deny"}})),  # type: ignore[index,dict-item]
    ),
    violating("no role", instance(monitoringInterval=60.0), says="`monitoringRoleArn` is not set"),
    violating(
        "aws-native",
        native_member(monitoringInterval=60.0, monitoringRoleArn="monitoring"),
        res("aws-native:iam:Role", "role", roleName="monitoring", assumeRolePolicyDocument=WRONG),
    ),
    violating("a cluster's", cluster(monitoringInterval=60.0)),
    absent_fails("no role", member(monitoringInterval=1.0)),
    absent_not_applicable("off", member()),
    unknown("the interval", member(monitoringInterval=UNKNOWN)),
    unknown("the trust", *watched(role(UNKNOWN))),
    unknown("the role", member(monitoringInterval=60.0, monitoringRoleArn=UNKNOWN)),
    external(
        "another stack's role",
        member(monitoringInterval=60.0, monitoringRoleArn="arn:aws:iam::123456789012:role/theirs"),
    ),
    not_applicable("off, said so", member(monitoringInterval=0.0)),
    not_applicable("Neptune", instance(engine="neptune", monitoringInterval=60.0)),
]

MUTATION = mutation(changed("aws:rds/clusterInstance:ClusterInstance", drop=("monitoringRoleArn",)))
