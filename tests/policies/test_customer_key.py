"""What shows that a key is the customer's, and what does not."""

from typing import Any

import pytest

from aurora_policies.controls import by_id
from aurora_policies.evaluate import judge_stack
from aurora_policies.model import UNKNOWN, Provider, Resource, Stack

KEY, ALIAS, CLUSTER = "aws:kms/key:Key", "aws:kms/alias:Alias", "aws:rds/cluster:Cluster"
AWS_POLICY = '{"Version": "2012-10-17", "Id": "auto-rds-2", "Statement": []}'
ARN = "arn:aws:kms:eu-west-1:111111111111:key/1b2c"


def judge(kms_key_id: Any, *others: Resource, depends: str = "", account: str = "111111111111") -> str:
    cluster = Resource(
        "c",
        CLUSTER,
        "c",
        {"engine": "aurora-mysql", "storageEncrypted": True, "kmsKeyId": kms_key_id},
        provider=Provider("pulumi:providers:aws", {"allowedAccountIds": [account]} if account else {}),
        property_dependencies={"kmsKeyId": (depends,)} if depends else {},
    )
    control = by_id()["rds-cluster-cmk"]
    return dict(judge_stack(control, Stack([cluster, *others]), control.settings()))["c"].status.value


def made(type: str, name: str, /, **properties: Any) -> Resource:
    return Resource(name, type, name, properties, provider=Provider("pulumi:providers:aws"))


@pytest.mark.parametrize(
    "name", ["alias/aws/rds", "aws/rds", "arn:aws:kms:eu-west-1:1:alias/aws/rds", "alias/aws/secretsmanager"]
)
def test_an_alias_of_aws_fails(name: str) -> None:
    assert judge(name) == "fail"


@pytest.mark.parametrize("name", ["alias/orders", "arn:aws:kms:eu-west-1:111111111111:alias/orders"])
def test_any_other_alias_is_the_customers(name: str) -> None:
    assert judge(name) == "pass"


def test_a_literal_that_is_no_key_of_the_stack_is_unknown() -> None:
    assert judge(ARN) == judge("1b2c") == judge(ARN, account="") == "unknown"


def test_a_key_of_another_account_and_a_multi_region_key_are_the_customers() -> None:
    assert judge(ARN, account="222222222222") == "pass"
    assert judge("arn:aws:kms:eu-west-1:111111111111:key/mrk-1b2c") == "pass"


def test_a_key_or_an_alias_that_the_stack_makes_is_the_customers() -> None:
    assert judge(UNKNOWN, made(KEY, "k"), depends="k") == "pass"
    assert judge(ARN, made(KEY, "k", arn=ARN)) == "pass"
    assert judge(UNKNOWN, made(ALIAS, "a", name="alias/x", targetKeyId="elsewhere"), depends="a") == "pass"


def test_a_key_that_is_looked_up_and_has_the_policy_of_aws_fails() -> None:
    looked_up = made(KEY, "k", arn=ARN, policy=AWS_POLICY)
    assert judge(UNKNOWN, looked_up, depends="k") == judge(ARN, looked_up) == "fail"


def test_an_output_of_another_stack_is_unknown() -> None:
    shared = made("pulumi:pulumi:StackReference", "shared")
    assert judge(UNKNOWN, shared, depends="shared") == judge(UNKNOWN) == "unknown"
