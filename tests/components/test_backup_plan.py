"""BackupPlan: a locked vault nobody deletes from, backups every day, copies elsewhere, and tests of them."""

import json
from typing import Any

import pulumi
import pulumi_aws as aws
import pytest

from aurora_components.backup_plan import BackupPlan
from aurora_components.support.connection import encode
from tests.components import handles
from tests.components.recording import ACCOUNT, UNKNOWN, Recording, record

TAGS = {"Name": "orders-test"}
CLUSTER = handles.CLUSTER["cluster_arn"]
VAULT = f"arn:aws:backup:eu-central-1:{ACCOUNT}:backup-vault:orders-test"
SNAPSHOTS = f"arn:aws:rds:eu-central-1:{ACCOUNT}:cluster-snapshot:awsbackup:*"


def back_up(connection: Any = handles.text, **args: Any) -> Recording:
    return record(lambda: BackupPlan("orders", {"connections": {"main": connection()}, **args}))


def refused(**args: Any) -> str:
    with pytest.raises(pulumi.InputPropertiesError) as caught:
        back_up(**args)
    return str(caught.value)


def test_a_backup_every_day_for_35_days_and_any_second_of_35_days() -> None:
    plan = back_up().one("backup/plan:Plan").inputs
    common = {
        "targetVaultName": "orders-test",
        "scheduleExpressionTimezone": "Etc/UTC",
        "startWindow": 60,
        "completionWindow": 480,
        "recoveryPointTags": TAGS,
        "lifecycle": {"deleteAfter": 35},
    }
    assert plan == {
        "name": "orders-test",
        "rules": [
            {"ruleName": "daily", "schedule": "cron(0 3 ? * * *)", "copyActions": [], **common},
            {
                "ruleName": "continuous",
                "schedule": "cron(0 15 ? * * *)",
                "enableContinuousBackup": True,
                **common,
            },
        ],
        "tags": TAGS,
    }


def test_the_two_rules_stay_twelve_hours_apart() -> None:
    rules = back_up(time_of_day="22:45", timezone="Europe/Berlin").one("backup/plan:Plan").inputs["rules"]
    assert [rule["schedule"] for rule in rules] == ["cron(45 22 ? * * *)", "cron(45 10 ? * * *)"]
    assert {rule["scheduleExpressionTimezone"] for rule in rules} == {"Europe/Berlin"}


def test_t30_continuous_backup_can_be_left_to_the_cluster() -> None:
    registrations = back_up(continuous_backup=False, retention_days=90)
    (rule,) = registrations.one("backup/plan:Plan").inputs["rules"]
    assert (rule["ruleName"], rule["lifecycle"]) == ("daily", {"deleteAfter": 90})
    policy = handles.statements(_policy(registrations, "orders-policy"))
    assert "KeepContinuousBackups" not in policy


def _policy(registrations: Recording, name: str) -> str:
    return str(registrations.one("iam/policy:Policy", name).inputs["policy"])


def test_the_vault_is_encrypted_protected_and_kept() -> None:
    registrations = back_up()
    vault = registrations.one("backup/vault:Vault")
    assert vault.inputs == {
        "name": "orders-test",
        "kmsKeyArn": f"arn:aws:kms:eu-central-1:{ACCOUNT}:key/orders-key-key",
        "forceDestroy": False,
        "tags": TAGS,
    }
    assert (vault.protect, vault.retain_on_delete) == (True, True)


def test_an_ephemeral_vault_goes_with_the_stack() -> None:
    registrations = back_up(protection="ephemeral")
    vault = registrations.one("backup/vault:Vault")
    assert vault.inputs["forceDestroy"] is True
    assert not vault.protect
    assert not vault.retain_on_delete
    assert not registrations.one("kms/key:Key").retain_on_delete


def test_the_vault_is_locked_in_governance_mode_unless_told_otherwise() -> None:
    assert back_up().one("backup/vaultLockConfiguration:VaultLockConfiguration").inputs == {
        "backupVaultName": "orders-test",
        "minRetentionDays": 35,
    }


def test_compliance_mode_is_an_explicit_decision() -> None:
    lock = {"compliance": True, "changeable_for_days": 7, "max_retention_days": 400}
    assert back_up(lock=lock).one("backup/vaultLockConfiguration:VaultLockConfiguration").inputs == {
        "backupVaultName": "orders-test",
        "minRetentionDays": 35,
        "maxRetentionDays": 400,
        "changeableForDays": 7,
    }


def test_nobody_deletes_a_backup_by_hand() -> None:
    role = "arn:aws:iam::1:role/deployer"
    policy = back_up(vault_administrator_arns=[role]).one("backup/vaultPolicy:VaultPolicy").inputs["policy"]
    assert handles.statements(policy) == {
        "NobodyDeletesBackups": {
            "Sid": "NobodyDeletesBackups",
            "Effect": "Deny",
            "Principal": "*",
            "Action": [
                "backup:DeleteRecoveryPoint",
                "backup:DisassociateRecoveryPoint",
                "backup:UpdateRecoveryPointLifecycle",
            ],
            "Resource": "*",
        },
        "OnlyAdministratorsChangeTheVault": {
            "Sid": "OnlyAdministratorsChangeTheVault",
            "Effect": "Deny",
            "Principal": "*",
            "Action": [
                "backup:DeleteBackupVault",
                "backup:DeleteBackupVaultAccessPolicy",
                "backup:DeleteBackupVaultLockConfiguration",
                "backup:PutBackupVaultAccessPolicy",
                "backup:PutBackupVaultLockConfiguration",
            ],
            "Resource": "*",
            "Condition": {"ArnNotLike": {"aws:PrincipalArn": [role]}},
        },
    }


def test_without_administrators_the_policy_does_not_lock_everybody_out() -> None:
    policy = back_up().one("backup/vaultPolicy:VaultPolicy").inputs["policy"]
    assert set(handles.statements(policy)) == {"NobodyDeletesBackups"}


def test_the_clusters_are_selected_by_their_arns() -> None:
    def program() -> None:
        instance = aws.sns.Topic("instance")
        one = encode(members=[instance], **handles.CLUSTER)
        BackupPlan("orders", {"connections": {"one": one, "two": handles.text(cluster_arn="arn:two")}})

    selection = record(program).one("backup/selection:Selection")
    assert selection.inputs["resources"] == [CLUSTER, "arn:two"]
    assert selection.inputs["iamRoleArn"] == f"arn:aws:iam::{ACCOUNT}:role/orders-role-1a2b3c4"
    assert selection.property_dependencies["planId"] == {"orders-plan"}
    assert selection.depends_on == {"orders-policy", "orders-keys-policy", "instance"}


def test_the_role_backs_up_these_clusters_and_no_others() -> None:
    registrations = back_up()
    policy = handles.statements(_policy(registrations, "orders-policy"))
    assert policy["TakeSnapshots"]["Resource"] == [CLUSTER, SNAPSHOTS]
    assert policy["KeepContinuousBackups"]["Resource"] == [CLUSTER]
    assert policy["ExpireSnapshots"]["Resource"] == [SNAPSHOTS]
    assert "ShareSnapshots" not in policy
    for statement in policy.values():
        assert "*" not in statement["Resource"]
        assert not [action for action in statement["Action"] if "*" in action]
    trust = handles.statements(registrations.one("iam/role:Role").inputs["assumeRolePolicy"])[
        "AssumeByService"
    ]
    assert trust["Principal"] == {"Service": "backup.amazonaws.com"}
    assert trust["Condition"] == {"StringEquals": {"aws:SourceAccount": ACCOUNT}}


def test_the_role_uses_the_keys_only_through_services() -> None:
    policy = handles.statements(_policy(back_up(), "orders-keys-policy"))
    keys = [handles.CLUSTER["kms_key_arn"], f"arn:aws:kms:eu-central-1:{ACCOUNT}:key/orders-key-key"]
    assert {statement["Sid"]: statement["Resource"] for statement in policy.values()} == {
        "FindKeys": keys,
        "UseKeys": keys,
        "GrantKeys": keys,
    }
    via = ["backup.*.amazonaws.com", "rds.*.amazonaws.com"]
    assert policy["UseKeys"]["Condition"] == {"StringLike": {"kms:ViaService": via}}
    assert policy["GrantKeys"]["Condition"] == {"Bool": {"kms:GrantIsForAWSResource": "true"}}


def test_copies_go_to_a_locked_vault_of_another_region_and_to_another_account() -> None:
    other = "arn:aws:backup:eu-central-1:210987654321:backup-vault:central"
    registrations = back_up(
        copies={"dr": {"region": "eu-west-1"}, "account": {"vault_arn": other, "retention_days": 365}}
    )
    vault = registrations.named("orders-copy-dr-vault")
    assert vault.inputs == {
        "name": "orders-test",
        "kmsKeyArn": f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/orders-copy-dr-key-key",
        "forceDestroy": False,
        "region": "eu-west-1",
        "tags": TAGS,
    }
    assert registrations.named("orders-copy-dr-lock").inputs["region"] == "eu-west-1"
    assert registrations.named("orders-copy-dr-vault-policy").inputs["region"] == "eu-west-1"
    daily = registrations.one("backup/plan:Plan").inputs["rules"][0]
    account, dr = daily["copyActions"]  # by key
    assert dr["lifecycle"] == {"deleteAfter": 35}
    assert account == {"destinationVaultArn": other, "lifecycle": {"deleteAfter": 365}}
    policy = handles.statements(_policy(registrations, "orders-policy"))
    west = SNAPSHOTS.replace("eu-central-1", "eu-west-1")
    assert policy["TakeSnapshots"]["Resource"] == [CLUSTER, SNAPSHOTS, west]
    assert policy["ShareSnapshots"]["Resource"] == [SNAPSHOTS, west]
    assert set(policy["UseVaults"]["Resource"]) >= {VAULT, VAULT.replace("eu-central-1", "eu-west-1"), other}
    keys = handles.statements(_policy(registrations, "orders-keys-policy"))
    assert f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/orders-copy-dr-key-key" in keys["UseKeys"]["Resource"]
    assert set(registrations.one("BackupPlan").outputs["copy_vault_arns"]) == {"dr", "account"}


def test_failed_backups_are_told() -> None:
    registrations = back_up()
    notifications = registrations.one("backup/vaultNotifications:VaultNotifications")
    assert "BACKUP_JOB_FAILED" in notifications.inputs["backupVaultEvents"]
    topic = f"arn:aws:sns:eu-central-1:{ACCOUNT}:orders-test-backups"
    assert notifications.inputs["snsTopicArn"] == topic
    assert notifications.depends_on == {"orders-topic-policy"}
    policy = handles.statements(registrations.one("sns/topicPolicy:TopicPolicy").inputs["policy"])
    assert policy["BackupEvents"]["Principal"] == {"Service": "backup.amazonaws.com"}
    assert registrations.one("sns/topic:Topic").inputs["kmsMasterKeyId"].endswith("key/orders-key-key")


def test_an_existing_topic_and_key_are_used() -> None:
    registrations = back_up(topic_arn="arn:topic", kms_key_arn="arn:key", vault_name="Central_1")
    assert not [each for each in registrations if each.type.startswith(("aws:sns/", "aws:kms/"))]
    assert (
        registrations.one("backup/vaultNotifications:VaultNotifications").inputs["snsTopicArn"] == "arn:topic"
    )
    assert registrations.one("backup/vault:Vault").inputs["kmsKeyArn"] == "arn:key"
    policy = handles.statements(_policy(registrations, "orders-policy"))
    assert VAULT.replace("orders-test", "Central_1") in policy["UseVaults"]["Resource"]


def test_a_restore_is_tested_every_sunday() -> None:
    registrations = back_up(
        restore_testing={"subnet_group_name": "database", "security_group_ids": ["sg-1", "sg-2"]}
    )
    assert registrations.one("backup/restoreTestingPlan:RestoreTestingPlan").inputs == {
        "name": "orders_test",
        "scheduleExpression": "cron(0 8 ? * SUN *)",
        "scheduleExpressionTimezone": "Etc/UTC",
        "startWindowHours": 8,
        "recoveryPointSelection": {
            "algorithm": "LATEST_WITHIN_WINDOW",
            "includeVaults": [f"arn:aws:backup:eu-central-1:{ACCOUNT}:vault/orders-vault"],
            "recoveryPointTypes": ["SNAPSHOT"],
            "selectionWindowDays": 7,
        },
        "tags": TAGS,
    }
    selection = registrations.one("backup/restoreTestingSelection:RestoreTestingSelection")
    overrides = selection.inputs["restoreMetadataOverrides"]
    assert overrides["dbSubnetGroupName"] == "database"
    assert json.loads(overrides["vpcSecurityGroupIds"]) == ["sg-1", "sg-2"]
    assert selection.inputs["protectedResourceType"] == "Aurora"
    assert selection.inputs["protectedResourceArns"] == [CLUSTER]
    assert selection.depends_on == {"orders-restore-policy", "orders-restore-keys-policy"}
    assert registrations.one("BackupPlan").outputs["restore_testing_plan_name"] == "orders_test"


def test_a_restore_test_deletes_only_what_it_made() -> None:
    registrations = back_up(restore_testing={})
    policy = handles.statements(_policy(registrations, "orders-restore-policy"))
    assert policy["CleanUpTheTest"]["Action"] == ["rds:DeleteDBCluster", "rds:DeleteDBInstance"]
    assert policy["CleanUpTheTest"]["Resource"] == [
        f"arn:aws:rds:eu-central-1:{ACCOUNT}:cluster:awsbackup-restore-test-*",
        f"arn:aws:rds:eu-central-1:{ACCOUNT}:db:awsbackup-restore-test-*",
    ]
    backup = handles.statements(_policy(registrations, "orders-policy"))
    assert not [each for each in backup.values() if "rds:RestoreDBClusterFromSnapshot" in each["Action"]]


def test_without_restore_testing_there_is_no_role_that_restores() -> None:
    registrations = back_up()
    assert not registrations.of("backup/restoreTestingPlan:RestoreTestingPlan")
    assert len(registrations.of("iam/role:Role")) == 1


def test_every_policy_is_neutral_to_the_partition() -> None:
    def program() -> None:
        cluster = handles.text(cluster_arn="arn:aws-us-gov:rds:x", kms_key_arn="arn:aws-us-gov:kms:x")
        BackupPlan("orders", {"connections": {"main": cluster}, "restore_testing": {}})

    registrations = record(program, partition="aws-us-gov", region="us-gov-west-1")
    keys = ("policy", "assumeRolePolicy")
    documents = [each.inputs[key] for each in registrations for key in keys if key in each.inputs]
    assert len(documents) == 9
    assert not [document for document in documents if "arn:aws:" in document]


def test_at_preview_every_policy_but_that_of_the_keys_is_known() -> None:
    def program() -> None:
        key = aws.sns.Topic("unknown").beginning_archive_time
        BackupPlan("orders", {"connections": {"main": handles.local(kms_key_arn=key)}, "restore_testing": {}})

    registrations = record(program, preview=True)
    unknown = {each.name for each in registrations if each.inputs.get("policy") is UNKNOWN}
    assert unknown == {"orders-keys-policy", "orders-restore-keys-policy"}


def test_a_region_of_its_own_reaches_every_regional_resource() -> None:
    for each in back_up(region="eu-west-1", restore_testing={}):
        regional = each.type.startswith("aws:") and not each.type.startswith("aws:iam/")
        assert (each.inputs.get("region") == "eu-west-1") is regional, each.name


@pytest.mark.parametrize("name", ["a-very-long-name-of-a-backup-plan-that-no-console-would-ever-show"])
def test_names_stay_within_50_characters(name: str) -> None:
    registrations = record(
        lambda: BackupPlan(name, {"connections": {"main": handles.text()}, "restore_testing": {}})
    )
    for each in registrations:
        if each.type.startswith("aws:backup/") and "name" in each.inputs:
            assert len(each.inputs["name"]) <= 50, each.type


def test_every_problem_is_told_at_once_with_its_fix() -> None:
    message = refused(
        time_of_day="3:00",
        retention_days=30,
        copies={
            "both": {"region": "eu-west-1", "vault_arn": "arn"},
            "none": {},
            "here": {"region": "eu-central-1"},
            "short": {"vault_arn": "arn", "kms_key_arn": "arn", "retention_days": 7},
        },
        lock={"min_retention_days": 40, "compliance": True},
        restore_testing={
            "weekday": "Sunday",
            "time_of_day": "24:00",
            "start_window_hours": 0,
            "selection_window_days": 366,
            "validation_window_hours": 169,
        },
        vault_name="x",
        iam_path="x",
        region="eu-central-1",
    )
    for part in (
        "time_of_day: '3:00' is not a time of day; write it like 03:00",
        "retention_days: 30 is outside 35 to 36500",
        "retention_days: keeps 30 days, but the lock allows 40 to 36500; change one of them",
        "continuous_backup: keeps 35 days, but the lock allows 40 to 36500",
        "copies.both: give region for a new vault, or vault_arn for an existing one",
        "copies.none: give region for a new vault, or vault_arn for an existing one",
        "copies.here.region: is the region of the plan; a copy has to survive that region",
        "copies.short.kms_key_arn: an existing vault has its key; leave it out",
        "copies.short.retention_days: 7 is outside 35 to 36500",
        "lock.changeable_for_days: compliance mode can never be undone",
        "restore_testing.weekday: 'Sunday' is not a weekday",
        "restore_testing.time_of_day: '24:00' is not a time of day",
        "restore_testing.start_window_hours: 0 is outside 1 to 168",
        "restore_testing.selection_window_days: 366 is outside 1 to 365",
        "restore_testing.validation_window_hours: 169 is outside 1 to 168",
        "vault_name: 'x' is not 2 to 50",
        "iam_path: 'x' must start and end with a slash",
    ):
        assert part in message


def test_a_lock_for_ever_has_to_be_meant() -> None:
    message = refused(lock={"changeable_for_days": 2})
    assert (
        "lock.compliance: changeable_for_days locks the vault for ever; say true, or leave it out" in message
    )
    assert "lock.changeable_for_days: 2 is outside 3 to 36500" in message


def test_a_plan_without_a_cluster_is_refused() -> None:
    assert "connections: there is nothing to back up" in refused(connections={})
