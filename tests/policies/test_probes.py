"""What once was judged wrongly, one row a point: false greens, false alarms and what messages must never show.

Each row is a stack, the control that judges its first resource, and the verdict that a security engineer expects.
"""

import json
from typing import Any

import pytest

from tests.policies.analyzer import Analyzer
from tests.policies.cases import Case, Sample, cluster, compliant, not_applicable, ref, res, violating
from tests.policies.test_controls import judged

KEY = "aws:kms/key:Key"
GROUP = "aws:ec2/securityGroup:SecurityGroup"
ACL_RULE = "aws:ec2/networkAclRule:NetworkAclRule"


def document(principal: Any = "*", action: Any = "*", /, **condition: Any) -> str:
    """A resource policy with one statement; keywords are the operators of its condition."""
    statement = {
        "Effect": "Allow",
        "Principal": principal,
        "Action": action,
        "Resource": "*",
        "Condition": condition,
    }
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def key(**condition: Any) -> Sample:
    return res(KEY, policy=document("*", "kms:*", **condition))


def ingress(port: int, cidr: str, **more: Any) -> Sample:
    block = {"protocol": "tcp", "fromPort": port, "toPort": port, "cidrBlocks": [cidr]}
    return res(GROUP, ingress=[{**block, **more}])


def acl_rule(port: int, cidr: str) -> Sample:
    rule = {"ruleNumber": 100, "ruleAction": "allow", "protocol": "tcp", "fromPort": port, "toPort": port}
    return res(ACL_RULE, networkAclId="acl-1", cidrBlock=cidr, **rule)


IAM = "arn:aws:iam::123456789012"
POLICY = "aws:iam/policy:Policy"
SECRET_POLICY = "aws:secretsmanager/secretPolicy:SecretPolicy"
STACK = "pulumi:pulumi:Stack"
VERSION = "aws:secretsmanager/secretVersion:SecretVersion"
FOREIGN = {"AWS": "arn:aws:iam::210987654321:root"}
TWO_ACCOUNTS = document({"AWS": ["123456789012", "210987654321"]}, "kms:*")
ROLE = res("aws:iam/role:Role", "subject", name="app")


def allows(action: str) -> str:
    """An identity policy with one statement, on all resources."""
    return json.dumps({"Statement": {"Effect": "Allow", "Action": action, "Resource": "*"}})


def role(provider: str, action: str = "AssumeRoleWithWebIdentity", **condition: Any) -> Sample:
    trust = document({"Federated": provider}, f"sts:{action}", **condition)
    return res("aws:iam/role:Role", assumeRolePolicy=trust)


def web(host: str, claim: str, value: str) -> Sample:
    provider = host if host.startswith("cognito") else f"{IAM}:oidc-provider/{host}"
    return role(provider, StringLike={f"{host}:{claim}": value})


def task(name: str, value: str) -> Sample:
    containers = [{"name": "app", "environment": [{"name": name, "value": value}]}]
    return res("aws:ecs/taskDefinition:TaskDefinition", containerDefinitions=json.dumps(containers))


def function(name: str, value: str) -> Sample:
    return res("aws:lambda/function:Function", environment={"variables": {name: value}})


RDS = "rds.eu-central-1.amazonaws.com"
VPC = res("aws:ec2/vpc:Vpc", "vpc")
IGW = res("aws:ec2/internetGateway:InternetGateway", "igw", vpcId=ref(VPC))
SUBNET = res("aws:ec2/subnet:Subnet", "a", vpcId=ref(VPC))
SUBNETS = res("aws:rds/subnetGroup:SubnetGroup", "db", subnetIds=[ref(SUBNET)])
TABLE = res("aws:ec2/routeTable:RouteTable", "table", vpcId=ref(VPC))
ASSOCIATION = res(
    "aws:ec2/routeTableAssociation:RouteTableAssociation", "x", subnetId=ref(SUBNET), routeTableId=ref(TABLE)
)
EVERYONE = res("aws:ec2/managedPrefixList:ManagedPrefixList", "everyone", entries=[{"cidr": "0.0.0.0/0"}])

WEB = ingress(443, "0.0.0.0/0")
BALANCER = res("aws:lb/loadBalancer:LoadBalancer", "web", securityGroups=[ref(WEB)])

PROBES: list[tuple[str, str, Case]] = [
    (
        "A.1",
        "kms-key-no-wildcard-principal",
        violating("a service", key(StringEquals={"kms:ViaService": RDS})),
    ),
    (
        "A.1",
        "kms-key-no-wildcard-principal",
        violating("a shared word", key(StringEquals={"sts:ExternalId": "x"})),
    ),
    (
        "A.1",
        "kms-key-no-wildcard-principal",
        violating("a user's name", key(StringEquals={"aws:username": "x"})),
    ),
    ("A.1", "kms-key-no-wildcard-principal", violating("anyone's id", key(StringLike={"aws:userid": "A*"}))),
    ("A.1", "kms-key-no-wildcard-principal", violating("a /8", key(IpAddress={"aws:SourceIp": "3.0.0.0/8"}))),
    (
        "A.1",
        "kms-key-no-wildcard-principal",
        compliant("a role's id", key(StringLike={"aws:userid": "AROAX:*"})),
    ),
    ("A.2", "sg-no-public-db-ports", violating("a cloud's /8", ingress(5432, "3.0.0.0/8"))),
    ("A.2", "sg-no-public-db-ports", violating("a /15", ingress(5432, "54.230.0.0/15"))),
    ("A.2", "sg-no-public-db-ports", compliant("carrier-grade NAT", ingress(5432, "100.64.0.0/10"))),
    ("A.2", "sg-no-public-db-ports", compliant("benchmarks", ingress(5432, "198.18.0.0/15"))),
    ("A.2", "nacl-no-unrestricted-admin-ports", violating("a cloud's /8", acl_rule(22, "3.0.0.0/8"))),
    ("A.2", "nacl-no-wide-public-cidr", violating("a cloud's /8", acl_rule(443, "3.0.0.0/8"))),
    (
        "A.4",
        "route-no-unrestricted-igw",
        violating(
            "everyone by a prefix list",
            res(
                "aws:ec2/route:Route",
                routeTableId=ref(TABLE),
                destinationPrefixListId=ref(EVERYONE),
                gatewayId=ref(IGW),
            ),
            *(VPC, IGW, SUBNET, SUBNETS, TABLE, ASSOCIATION, EVERYONE),
        ),
    ),
    ("A.3", "iam-trust-confused-deputy", violating("GitLab by audience", web("gitlab.com", "aud", "x"))),
    (
        "A.3",
        "iam-trust-confused-deputy",
        violating("any GitLab group", web("gitlab.com", "sub", "project_path:*")),
    ),
    (
        "A.3",
        "iam-trust-confused-deputy",
        compliant("a project", web("gitlab.com", "sub", "project_path:acme/a:*")),
    ),
    (
        "A.3",
        "iam-trust-confused-deputy",
        violating("guests", web("cognito-identity.amazonaws.com", "aud", "p")),
    ),
    (
        "A.3",
        "iam-trust-confused-deputy",
        violating("SAML", role(f"{IAM}:saml-provider/x", "AssumeRoleWithSAML")),
    ),
    (
        "A.5",
        "rds-no-plaintext-master-password",
        violating("a literal", cluster(masterPassword="k9-Wq!x_2mPz")),
    ),
    (
        "A.5",
        "rds-no-plaintext-master-password",
        violating("write-only", cluster(masterPasswordWo="k9-Wq!x_2mPz")),
    ),
    (
        "A.5",
        "secret-no-plaintext-secret-string",
        violating("write-only", res(VERSION, secretStringWo="k9-Wq")),
    ),
    ("A.5", "compute-no-plaintext-credentials", violating("DB_PWD", task("DB_PWD", "k9-Wq!x_2mPz"))),
    (
        "A.5",
        "compute-no-plaintext-credentials",
        violating("a URL", task("DATABASE_URL", "postgres://u:p4ss@h/d")),
    ),
    ("A.5", "compute-no-plaintext-credentials", compliant("SSM", task("DB_PWD", "/prod/db/password"))),
    ("A.5", "lambda-no-secrets-in-env", violating("PGPASSWORD", function("PGPASSWORD", "k9-Wq!x_2mPz"))),
    (
        "A.5",
        "lambda-no-secrets-in-env",
        violating("in JSON", function("CONFIG", '{"db": {"password": "k9-Wq"}}')),
    ),
    (
        "A.5",
        "stack-no-plaintext-password-output",
        violating("an output", res(STACK, password="k9-Wq!x_2mPz")),
    ),
    ("A.6", "kms-key-no-foreign-administrator", violating("kms:*", res(KEY, policy=TWO_ACCOUNTS))),
    (
        "A.6",
        "secret-no-foreign-administrator",
        violating("all of it", res(SECRET_POLICY, policy=document(FOREIGN, "secretsmanager:*"))),
    ),
    (
        "A.6",
        "iam-no-data-exposure-actions",
        violating("login", res(POLICY, policy=allows("sts:GetSessionToken"))),
    ),
    (
        "A.6",
        "iam-no-combined-escalation",
        violating(
            "over two policies",
            ROLE,
            res("aws:iam/rolePolicy:RolePolicy", "a", role=ref(ROLE), policy=allows("iam:PassRole")),
            res("aws:iam/rolePolicy:RolePolicy", "b", role=ref(ROLE), policy=allows("ec2:RunInstances")),
        ),
    ),
    ("B.1", "sg-no-public-ingress", compliant("HTTPS for a load balancer", WEB, BALANCER)),
    ("B.1", "sg-no-public-ingress", compliant("HTTP", ingress(80, "0.0.0.0/0"))),
    (
        "B.1",
        "sg-no-public-ingress",
        violating("a database", WEB, cluster("db", vpcSecurityGroupIds=[ref(WEB)])),
    ),
    (
        "B.1",
        "sg-no-public-ingress",
        not_applicable("SSH", ingress(22, "0.0.0.0/0"), says="admin-ports reports it"),
    ),
    (
        "B.2",
        "rds-security-group-no-public-ingress",
        compliant("a port that the database does not have", cluster(vpcSecurityGroupIds=[ref(WEB)]), WEB),
    ),
    (
        "A.4",
        "sg-no-public-ingress",
        violating(
            "everyone by a prefix list", ingress(4444, "10.0.0.0/8", prefixListIds=[ref(EVERYONE)]), EVERYONE
        ),
    ),
    (
        "B.3",
        "kms-key-no-wildcard-principal",
        compliant("the account of an endpoint", key(StringEquals={"aws:VpceAccount": "123456789012"})),
    ),
    (
        "B.3",
        "kms-key-no-wildcard-principal",
        compliant("the organization of one", key(StringEquals={"aws:VpceOrgID": "o-1234567890"})),
    ),
    (
        "B.3",
        "kms-key-no-wildcard-principal",
        compliant("its path", key(**{"ForAnyValue:StringLike": {"aws:VpceOrgPaths": "o-1234567890/*"}})),
    ),
    (
        "B.3",
        "kms-key-no-wildcard-principal",
        compliant("an address in a VPC", key(IpAddress={"aws:VpcSourceIp": "10.1.0.0/16"})),
    ),
]


@pytest.mark.parametrize(
    ("control", "case"),
    [(control, case) for _, control, case in PROBES],
    ids=[f"{point} {control}: {case.shows}" for point, control, case in PROBES],
)
def test_probe(analyzer: Analyzer, control: str, case: Case) -> None:
    status, message = judged(analyzer, control, case)
    assert (status, message) == (case.expect, message)
    assert case.says in message
