"""DatabaseKey: who may administer the key, who may use it, and how hard it is to lose."""

import json
from typing import Any

import pytest

from aurora_components import DatabaseKey
from aurora_components.database_key.policy import SERVICES
from tests.components.recording import ACCOUNT, Recording, Registration, record, refusals

REGION = "eu-central-1"
ROOT = f"arn:aws:iam::{ACCOUNT}:root"


def key(args: dict[str, Any], **world: Any) -> Recording:
    return record(lambda: DatabaseKey("orders", args), **world)  # type: ignore[arg-type]  # as users write it


def statements(registration: Registration) -> dict[str, dict[str, Any]]:
    document = json.loads(registration.inputs["policy"])
    assert document["Version"] == "2012-10-17"
    sids = [each["Sid"] for each in document["Statement"]]
    assert len(sids) == len(set(sids))
    return {each["Sid"]: each for each in document["Statement"]}


def refused(args: dict[str, Any]) -> dict[str, str]:
    return refusals(lambda: DatabaseKey("orders", args))  # type: ignore[arg-type]  # as users write it


def test_a_key_without_arguments_rotates_and_is_hard_to_lose() -> None:
    recording = key({})
    made = recording.one("kms/key:Key")
    assert made.inputs["enableKeyRotation"] is True
    assert made.inputs["rotationPeriodInDays"] == 365
    assert made.inputs["deletionWindowInDays"] == 30
    assert made.inputs["description"] == "Encrypts the database data of orders"
    assert "bypassPolicyLockoutSafetyCheck" not in made.inputs
    assert (made.protect, made.retain_on_delete) == (True, True)
    assert recording.one("kms/alias:Alias").property_dependencies["targetKeyId"] == {"orders-key"}
    assert recording.tree() == [
        ("aurora:index:DatabaseKey", "orders", None),
        ("aws:kms/alias:Alias", "orders-alias", "orders"),
        ("aws:kms/key:Key", "orders-key", "orders"),
    ]


@pytest.mark.parametrize(
    ("protection", "protect", "retain"),
    [("locked", True, True), ("standard", None, True), ("ephemeral", None, None)],
)
def test_protection_decides_about_deletion(protection: str, protect: bool, retain: bool) -> None:
    made = key({"protection": protection}).one("kms/key:Key")
    assert bool(made.protect) is bool(protect)
    assert bool(made.retain_on_delete) is bool(retain)


def test_the_policy_is_known_at_preview() -> None:
    assert statements(key({}, preview=True).one("kms/key:Key"))


def test_each_service_has_its_own_statements_and_no_other_gets_in() -> None:
    expected = {
        "rds": {"RdsUse", "RdsGrants"},
        "secretsmanager": {"SecretsManagerUse", "SecretsManagerGrants"},
        "backup": {"BackupUse", "BackupGrants"},
        "kinesis": {"KinesisUse", "KinesisGrants"},
        "ec2": {"Ec2Use", "Ec2Grants"},
        "lambda": {"LambdaUse", "LambdaGrants"},
        "logs": {"LogGroups"},
        "sns": {"RdsEvents", "CloudWatchAlarms"},
    }
    assert set(expected) == set(SERVICES)
    for service, sids in expected.items():
        found = statements(key({"services": [service]}).one("kms/key:Key"))
        assert set(found) == {"AccountAdministration"} | sids


def test_use_goes_through_a_service_of_this_account_and_grants_only_to_aws() -> None:
    found = statements(key({"services": ["rds"]}).one("kms/key:Key"))
    caller = {"kms:ViaService": f"rds.{REGION}.amazonaws.com", "kms:CallerAccount": ACCOUNT}
    assert found["RdsUse"]["Principal"] == {"AWS": ROOT}
    assert found["RdsUse"]["Condition"] == {"StringEquals": caller}
    assert found["RdsGrants"]["Condition"] == {
        "StringEquals": caller,
        "Bool": {"kms:GrantIsForAWSResource": "true"},
    }


def test_administration_gives_no_way_to_the_data() -> None:
    admin = f"arn:aws:iam::{ACCOUNT}:role/key-admin"
    found = statements(key({"administrator_arns": [admin]}).one("kms/key:Key"))
    assert found["KeyAdministration"]["Principal"] == {"AWS": [admin]}
    data = ("Decrypt", "Encrypt", "ReEncrypt", "GenerateDataKey", "CreateGrant")
    for sid in ("AccountAdministration", "KeyAdministration"):
        for action in found[sid]["Action"]:
            verb = action.removeprefix("kms:").rstrip("*")
            assert verb, "kms:* would be everything"
            assert not any(each.startswith(verb) for each in data), action
        assert "kms:PutKeyPolicy" in found[sid]["Action"]


def test_named_users_may_use_the_key_and_grant_it_only_to_aws() -> None:
    user = f"arn:aws:iam::{ACCOUNT}:role/stream-reader"
    found = statements(key({"user_arns": [user]}).one("kms/key:Key"))
    assert "kms:Decrypt" in found["DirectUse"]["Action"]
    assert found["DirectGrants"]["Condition"] == {"Bool": {"kms:GrantIsForAWSResource": "true"}}


def test_t28_log_groups_of_databases_and_flow_logs_may_use_the_key() -> None:
    found = statements(key({"services": ["logs"]}).one("kms/key:Key"))["LogGroups"]
    assert found["Principal"] == {"Service": f"logs.{REGION}.amazonaws.com"}
    contexts = found["Condition"]["ArnLike"]["kms:EncryptionContext:aws:logs:arn"]
    assert f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:/aws/rds/*" in contexts
    assert f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:/aws/vpc/*" in contexts


def test_t54_publishers_to_an_encrypted_topic_may_use_the_key() -> None:
    found = statements(key({"services": ["sns"]}).one("kms/key:Key"))
    for sid, principal in (("RdsEvents", "events.rds"), ("CloudWatchAlarms", "cloudwatch")):
        assert found[sid]["Principal"] == {"Service": f"{principal}.amazonaws.com"}
        assert set(found[sid]["Action"]) == {"kms:Decrypt", "kms:GenerateDataKey*"}
        assert found[sid]["Condition"] == {"StringEquals": {"aws:SourceAccount": ACCOUNT}}


def test_no_statement_is_open_to_everyone() -> None:
    found = statements(key({"services": list(SERVICES)}).one("kms/key:Key"))
    for statement in found.values():
        assert "*" not in statement["Principal"].values()
        if "Service" in statement["Principal"]:
            assert statement["Condition"]


@pytest.mark.parametrize(("partition", "region"), [("aws-cn", "cn-north-1"), ("aws-us-gov", "us-gov-west-1")])
def test_other_partitions_are_not_named_like_aws(partition: str, region: str) -> None:
    recording = key({"services": list(SERVICES)}, partition=partition, region=region)
    assert "arn:aws:" not in recording.one("kms/key:Key").inputs["policy"]


def test_t12_a_replica_follows_its_primary() -> None:
    primary = f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/mrk-1"
    recording = key({"replica_of": primary, "region": "eu-central-1", "alias": "orders"})
    made = recording.one("kms/replicaKey:ReplicaKey")
    assert made.inputs["primaryKeyArn"] == primary
    assert made.inputs["region"] == "eu-central-1"
    assert "RdsUse" in statements(made)
    assert made.protect is True
    assert recording.one("kms/alias:Alias").inputs["name"] == "alias/orders"


def test_a_multi_region_key_is_made_on_request() -> None:
    assert key({"multi_region": True}).one("kms/key:Key").inputs["multiRegion"] is True


def test_an_adopted_key_creates_nothing_and_has_the_same_outputs() -> None:
    existing = f"arn:aws:kms:{REGION}:{ACCOUNT}:key/1234-abcd"
    recording = key({"existing_key_arn": existing})
    assert len(recording) == 1
    assert recording[0].outputs == {"key_arn": existing, "key_id": "1234-abcd"}


def test_every_problem_is_reported_at_once_and_nothing_is_registered() -> None:
    assert set(
        refused(
            {
                "services": ["rds", "s3", "rds"],
                "rotation_period_days": 30,
                "deletion_window_days": 3,
                "alias": "alias/orders",
                "administrator_arns": ["*"],
                "region": "frankfurt",
            }
        )
    ) == {
        "services[1]",
        "services[2]",
        "rotation_period_days",
        "deletion_window_days",
        "alias",
        "administrator_arns[0]",
        "region",
    }


def test_an_adopted_key_takes_no_argument_that_would_do_nothing() -> None:
    found = refused({"existing_key_arn": "alias/orders", "alias": "x", "multi_region": True})
    assert set(found) == {"existing_key_arn", "alias", "multi_region"}


def test_a_replica_takes_nothing_that_its_primary_decides() -> None:
    found = refused({"replica_of": "arn", "rotation_period_days": 365, "multi_region": True})
    assert set(found) == {"rotation_period_days", "multi_region"}
