"""Provider functions that guard answers by itself."""

import json
from typing import Any

import pytest

from aurora_guard.engine.functions import Aws, answer
from aurora_guard.engine.wire import UNKNOWN, has_secret

EUROPE = Aws("eu-west-1", "111122223333")


def document(**args: Any) -> Any:
    result = answer("aws:iam/getPolicyDocument:getPolicyDocument", args, EUROPE)
    assert result is not None
    assert json.loads(result["json"]) == json.loads(result["minifiedJson"])
    return json.loads(result["json"])


@pytest.mark.parametrize(
    ("region", "partition", "suffix"),
    [
        ("eu-west-1", "aws", "amazonaws.com"),
        ("cn-north-1", "aws-cn", "amazonaws.com.cn"),
        ("us-gov-east-1", "aws-us-gov", "amazonaws.com"),
    ],
)
def test_the_region_decides_the_partition(region: str, partition: str, suffix: str) -> None:
    result = answer("aws:index/getPartition:getPartition", {}, Aws(region))
    assert result is not None
    assert (result["partition"], result["dnsSuffix"]) == (partition, suffix)
    identity = answer("aws:index/getCallerIdentity:getCallerIdentity", {}, Aws(region, "111122223333"))
    assert identity is not None
    assert identity["arn"] == f"arn:{partition}:iam::111122223333:root"


def test_zones_are_those_of_the_region() -> None:
    result = answer("aws:index/getAvailabilityZones:getAvailabilityZones", {"state": "available"}, EUROPE)
    assert result is not None
    assert result["names"] == ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
    assert result["zoneIds"] == ["euw1-az1", "euw1-az2", "euw1-az3"]
    south = answer("aws:index/getAvailabilityZones:getAvailabilityZones", {}, Aws("ap-southeast-2"))
    assert south is not None
    assert south["zoneIds"][0] == "apse2-az1"


@pytest.mark.parametrize(
    ("token", "args", "key", "expected"),
    [
        ("index/getAvailabilityZones:getAvailabilityZones", {}, "names", ["cn-north-1a", "cn-north-1b"]),
        ("index/getPartition:getPartition", {}, "partition", "aws-cn"),
        ("index/getRegion:getRegion", {}, "endpoint", "ec2.cn-north-1.amazonaws.com.cn"),
        ("index/getService:getService", {"serviceId": "rds"}, "dnsName", "rds.cn-north-1.amazonaws.com.cn"),
        (
            "index/getServicePrincipal:getServicePrincipal",
            {"serviceName": "rds"},
            "id",
            "rds.cn-north-1.amazonaws.com",
        ),
    ],
)
def test_a_call_may_be_of_another_region_than_its_provider(
    token: str, args: dict[str, Any], key: str, expected: Any
) -> None:
    result = answer(f"aws:{token}", {**args, "region": "cn-north-1"}, EUROPE)
    assert result is not None
    found = result[key]
    assert (found[:2] if isinstance(found, list) else found) == expected


def test_what_only_the_provider_can_tell_is_unknown() -> None:
    assert answer("aws:ec2/getAmi:getAmi", {}, EUROPE) is None
    assert answer("azure:core/getRegion:getRegion", {}, EUROPE) is None
    assert answer("aws:iam/getPolicyDocument:getPolicyDocument", {"policyId": UNKNOWN}, EUROPE) is None


def test_a_random_password_is_a_secret_of_the_asked_length() -> None:
    result = answer("aws:secretsmanager/getRandomPassword:getRandomPassword", {"passwordLength": 20}, EUROPE)
    assert result is not None
    assert has_secret(result["randomPassword"])
    assert len(result["randomPassword"]["value"]) == 20


def test_a_policy_document_is_built_from_its_statements() -> None:
    assert document(
        policyId="key",
        statements=[
            {
                "sid": "Administer",
                "actions": ["kms:*"],
                "resources": ["*"],
                "principals": [{"type": "AWS", "identifiers": ["arn:aws:iam::111122223333:root"]}],
            },
            {
                "effect": "Deny",
                "notActions": ["kms:Describe*", "kms:List*"],
                "notResources": ["arn:aws:kms:*:*:key/&{aws:username}"],
                "notPrincipals": [
                    {"type": "AWS", "identifiers": ["a", "b"]},
                    {"type": "Service", "identifiers": ["rds.amazonaws.com"]},
                ],
                "conditions": [
                    {"test": "StringEquals", "variable": "kms:ViaService", "values": ["rds.amazonaws.com"]},
                    {"test": "StringEquals", "variable": "kms:CallerAccount", "values": ["1", "2"]},
                    {"test": "Bool", "variable": "aws:SecureTransport", "values": ["false"]},
                ],
            },
        ],
    ) == {
        "Version": "2012-10-17",
        "Id": "key",
        "Statement": [
            {
                "Sid": "Administer",
                "Effect": "Allow",
                "Action": "kms:*",
                "Resource": "*",
                "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
            },
            {
                "Effect": "Deny",
                "NotAction": ["kms:Describe*", "kms:List*"],
                "NotResource": "arn:aws:kms:*:*:key/${aws:username}",
                "NotPrincipal": {"AWS": ["a", "b"], "Service": "rds.amazonaws.com"},
                "Condition": {
                    "StringEquals": {"kms:ViaService": "rds.amazonaws.com", "kms:CallerAccount": ["1", "2"]},
                    "Bool": {"aws:SecureTransport": "false"},
                },
            },
        ],
    }


def test_anyone_is_a_star() -> None:
    statement = {"actions": ["s3:Get*"], "principals": [{"type": "*", "identifiers": ["*"]}]}
    assert document(statements=[statement])["Statement"][0]["Principal"] == "*"


def test_documents_are_merged_by_sid() -> None:
    source = json.dumps({"Statement": [{"Sid": "A", "Effect": "Allow"}, {"Sid": "B", "Effect": "Allow"}]})
    override = json.dumps({"Statement": {"Sid": "B", "Effect": "Deny"}})
    merged = document(
        sourcePolicyDocuments=[source],
        statements=[{"sid": "A", "actions": ["x:y"]}, {"actions": ["p:q"]}],
        overridePolicyDocuments=[override],
    )
    assert merged["Statement"] == [
        {"Sid": "A", "Effect": "Allow", "Action": "x:y"},
        {"Sid": "B", "Effect": "Deny"},
        {"Effect": "Allow", "Action": "p:q"},
    ]


def test_a_service_principal_has_no_region_in_its_name() -> None:
    token = "aws:index/getServicePrincipal:getServicePrincipal"
    result = answer(token, {"serviceName": "rds"}, Aws("cn-north-1"))
    assert result is not None
    assert result["name"] == "rds.amazonaws.com"


def test_an_engine_version_is_the_one_asked_for() -> None:
    token = "aws:rds/getEngineVersion:getEngineVersion"
    result = answer(token, {"engine": "aurora-postgresql", "version": "16.6"}, EUROPE)
    assert result is not None
    assert result["version"] == "16.6"
    assert answer(token, {"engine": "aurora-postgresql"}, EUROPE) is None
