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
    native_cluster,
    native_instance,
    native_member,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

ROLE = "aws:iam/role:Role"
NATIVE_ROLE = "aws-native:iam:Role"


def trust(service: object = "monitoring.rds.amazonaws.com", **more: object) -> dict[str, object]:
    principal = {"Principal": {"Service": service}}
    return {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", **principal, **more}],
    }


def role(document: object) -> object:
    return res(ROLE, "monitoring", assumeRolePolicy=document)


def monitored(made: object, **properties: object) -> tuple[object, object]:
    return member(**{"monitoringInterval": 60.0, "monitoringRoleArn": ref(made), **properties}), made


GOOD = role(json.dumps(trust()))
SOURCE = {"ArnLike": {"aws:SourceArn": "arn:aws:rds:eu-central-1:123456789012:db:*"}}
NATIVE = res(NATIVE_ROLE, "monitoring", roleName="monitoring", assumeRolePolicyDocument=trust())
NATIVE_BAD = res(NATIVE_ROLE, "monitoring", assumeRolePolicyDocument=trust("rds.amazonaws.com"))

CASES = [
    compliant("trusted", *monitored(GOOD)),
    compliant("an object, on a condition", *monitored(role(trust(Condition=SOURCE)))),
    compliant(
        "one service of several",
        *monitored(role(trust(["rds.amazonaws.com", "monitoring.rds.amazonaws.com"]))),
    ),
    compliant("in China", *monitored(role(trust("monitoring.rds.amazonaws.com.cn")))),
    compliant("any action", *monitored(role(trust(Action=["sts:*"])))),
    compliant("anybody, which other controls refuse", *monitored(role(trust(Principal="*")))),
    compliant(
        "beside a statement that is not known",
        *monitored(role({"Statement": [UNKNOWN, *trust()["Statement"]]})),
    ),
    compliant("by name", native_member(monitoringInterval=60, monitoringRoleArn="monitoring"), NATIVE),
    compliant("an instance", instance(monitoringInterval=30.0, monitoringRoleArn=ref(GOOD)), GOOD),
    compliant("a cluster", cluster(monitoringInterval=30.0, monitoringRoleArn=ref(GOOD)), GOOD),
    compliant("aws-native", native_member(monitoringInterval=60, monitoringRoleArn=ref(NATIVE)), NATIVE),
    violating(
        "trusted to RDS", *monitored(role(trust("rds.amazonaws.com"))), says="monitoring.rds.amazonaws.com"
    ),
    violating("trusted to another service", *monitored(role(json.dumps(trust("ec2.amazonaws.com"))))),
    violating("trusted to an account", *monitored(role(trust(Principal={"AWS": "123456789012"})))),
    violating("denied", *monitored(role(trust(Effect="Deny")))),
    violating("another action", *monitored(role(trust(Action="sts:TagSession")))),
    violating("no statement", *monitored(role({"Version": "2012-10-17", "Statement": []}))),
    violating(
        "aws-native", native_instance(monitoringInterval=60, monitoringRoleArn=ref(NATIVE_BAD)), NATIVE_BAD
    ),
    violating("a cluster", cluster(monitoringInterval=15, monitoringRoleArn=ref(NATIVE_BAD)), NATIVE_BAD),
    violating("unknown how often", *monitored(role(trust("rds.amazonaws.com")), monitoringInterval=UNKNOWN)),
    absent_fails("no role", member(monitoringInterval=60.0), says="`monitoringRoleArn` is not set"),
    absent_fails("no role, aws-native", native_cluster(monitoringInterval="60")),
    absent_not_applicable("monitoring is off unless asked for", member()),
    absent_not_applicable(
        "off, whatever the role",
        instance(monitoringInterval=0.0, monitoringRoleArn=ref(NATIVE_BAD)),
        NATIVE_BAD,
    ),
    unknown("the trust policy", *monitored(role(UNKNOWN))),
    unknown("the principal", *monitored(role(trust(UNKNOWN)))),
    unknown("not a policy", *monitored(role("trust me"))),
    unknown("whether it is on", member(monitoringInterval=UNKNOWN)),
    unknown("which role", member(monitoringInterval=60.0, monitoringRoleArn=UNKNOWN)),
    external(
        "another stack's role",
        member(monitoringInterval=60.0, monitoringRoleArn="arn:aws:iam::123456789012:role/monitoring"),
    ),
    compliant(
        "its cluster names the role",
        member(monitoringInterval=60.0),
        cluster("main", clusterIdentifier="main", monitoringInterval=60.0, monitoringRoleArn="arn"),
    ),
    not_applicable("Neptune", instance(engine="neptune", monitoringInterval=60.0)),
]

MUTATION = mutation(
    changed(ROLE, named="monitoring", assumeRolePolicy=json.dumps(trust("rds.amazonaws.com")))
)
