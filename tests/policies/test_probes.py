"""What once was judged wrongly, one row a point: false greens, false alarms and what messages must never show.

Each row is a stack, the control that judges its first resource, and the verdict that a security engineer expects.
"""

import json
from typing import Any

import pytest

from tests.policies.analyzer import Analyzer
from tests.policies.cases import Case, Sample, compliant, ref, res, violating
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
