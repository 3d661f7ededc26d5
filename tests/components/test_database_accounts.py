"""DatabaseAccounts: a function that reaches the database and one endpoint, and is invoked with plain data."""

import json
from typing import Any

import pytest

from aurora_accounts.accounts import Authentication, from_document
from aurora_components import AppAccess, DatabaseAccounts
from tests.components import handles
from tests.components.recording import Recording, record, refusals

ACCOUNTS: dict[str, Any] = {
    "orders_ro": {"access": "reader"},
    "deploy": {"access": "migrator"},
    "orders_owner": {"access": "owner", "authentication": "none"},
    "batch": {
        "grants": [{"privileges": ["select"], "tables": ["event_*"]}],
        "authentication": "password",
        "connection_limit": 5,
    },
}


def arguments(**changes: Any) -> dict[str, Any]:
    return {
        "connection": handles.local(),
        "engine": "aurora-postgresql",
        "vpc_id": "vpc-1",
        "subnet_ids": ["subnet-1", "subnet-2"],
        "endpoint_security_group_id": "sg-endpoints",
        "accounts": ACCOUNTS,
        **changes,
    }


def build(preview: bool = False, **changes: Any) -> Recording:
    return record(lambda: DatabaseAccounts("orders-accounts", arguments(**changes)), preview=preview)  # type: ignore[arg-type]


def test_the_function_is_invoked_with_plain_data_that_a_preview_knows() -> None:
    invocation = build(preview=True).one("lambda/invocation:Invocation")
    wanted = from_document(json.loads(invocation.inputs["input"])["accounts"])
    assert (wanted.database, wanted.mark) == ("orders", "orders-accounts-test")
    accounts = {account.name: account for account in wanted.accounts}
    assert accounts["deploy"].acts_as == "orders_owner"
    assert accounts["batch"].secret == "orders-accounts-test/batch"
    assert accounts["batch"].grants[0].privileges == ("SELECT",)
    assert accounts["orders_owner"].authentication is Authentication.NONE
    assert handles.CLUSTER["secret_arn"] not in invocation.inputs["input"]


def test_the_function_waits_for_its_log_its_role_and_its_way_to_the_database() -> None:
    recording = build()
    function = recording.one("lambda/function:Function")
    assert function.depends_on == {"orders-accounts-logs", "orders-accounts-policy"}
    invocation = recording.one("lambda/invocation:Invocation")
    assert {
        "orders-accounts-to-database",
        "orders-accounts-into-database",
        "orders-accounts-to-endpoints",
        "orders-accounts-into-endpoints",
        "orders-accounts-batch",
    } <= invocation.depends_on
    assert invocation.delete_before_replace


def test_the_function_reaches_the_database_and_one_endpoint_and_nothing_else() -> None:
    recording = build()
    out = [rule.inputs for rule in recording.of("vpc/securityGroupEgressRule:SecurityGroupEgressRule")]
    assert [(rule["referencedSecurityGroupId"], rule["fromPort"]) for rule in out] == [
        ("sg-database", 5433),
        ("sg-endpoints", 443),
    ]
    assert "ingress" not in recording.one("ec2/securityGroup:SecurityGroup").inputs
    environment = recording.one("lambda/function:Function").inputs["environment"]["variables"]
    assert set(environment) == {"DB_ENGINE", "DB_HOST", "DB_PORT", "DB_SECRET_ARN"}


def test_the_role_reads_the_administrators_secret_and_keeps_its_own() -> None:
    policy = handles.statements(build().one("iam/policy:Policy").inputs["policy"])
    assert policy["ReadAdministrator"]["Resource"] == handles.CLUSTER["secret_arn"]
    assert policy["ReadAdministrator"]["Action"] == "secretsmanager:GetSecretValue"
    assert [arn.split(":secret:")[1] for arn in policy["KeepSecrets"]["Resource"]] == [
        "orders-accounts-test/batch-abcdef"
    ]
    assert "KeepSecrets" not in handles.statements(
        build(accounts={"app": {"access": "reader"}}).one("iam/policy:Policy").inputs["policy"]
    )
    assert policy["LeaveVpcToLambda"]["Effect"] == "Deny"


def test_a_secret_is_rotated_by_the_function_and_may_be_by_nobody_else() -> None:
    recording = build(rotation_days=7)
    rotation = recording.one("secretsmanager/secretRotation:SecretRotation")
    assert rotation.inputs["rotationRules"] == {"automaticallyAfterDays": 7}
    assert rotation.inputs["rotateImmediately"] is False
    assert "orders-accounts-accounts" in rotation.depends_on
    permission = recording.one("lambda/permission:Permission").inputs
    assert permission["principal"] == "secretsmanager.amazonaws.com"
    assert permission["sourceArn"] == recording.one("secretsmanager/secret:Secret").outputs.get(
        "arn", permission["sourceArn"]
    )
    assert not recording.of("secretsmanager/secretVersion:SecretVersion")  # Pulumi never sees a password


@pytest.mark.parametrize(
    ("protection", "scope", "retained"),
    [("locked", "CRUD", True), ("standard", "CRUD", True), ("ephemeral", "CREATE_ONLY", None)],
)
def test_the_destruction_of_an_ephemeral_database_asks_the_function_nothing(
    protection: str, scope: str, retained: bool | None
) -> None:
    recording = build(protection=protection)
    assert recording.one("lambda/invocation:Invocation").inputs["lifecycleScope"] == scope
    for kind in ("cloudwatch/logGroup:LogGroup", "secretsmanager/secret:Secret"):
        assert recording.one(kind).retain_on_delete is retained
    assert recording.one("secretsmanager/secret:Secret").protect is None  # an account must be able to go


def test_applications_are_granted_declared_accounts_only() -> None:
    def program(user: str) -> None:
        accounts = DatabaseAccounts("orders-accounts", arguments())  # type: ignore[arg-type]
        AppAccess("shop", {"connection": accounts.connection, "db_users": [user], "vpc_id": "vpc-1"})

    assert record(lambda: program("orders_ro"), preview=True).one("iam/policy:Policy", "shop-policy")
    for user in ("orders_rw", "batch", "orders_owner"):  # unknown, with a password, without a login
        message = handles.failure(lambda user=user: record(lambda: program(user), preview=True))  # type: ignore[misc]
        assert f"'{user}' is no account with IAM" in message


def test_every_problem_is_told_at_once_with_its_fix() -> None:
    args = {
        "connection": handles.text(),
        "engine": "aurora-mysql",
        "vpc_id": "vpc-1",
        "subnet_ids": ["subnet-1"],
        "region": "il-central-1",
        "reserved_concurrency": 0,
        "rotation_days": 0,
        "accounts": {
            "admin": {"access": "reader"},
            'x"; DROP': {"access": "reader"},
            "both": {"access": "reader", "grants": [{"access": "writer"}]},
            "slow": {"access": "reader", "statement_timeout_seconds": 5},
        },
    }
    found = refusals(lambda: DatabaseAccounts("x", args))  # type: ignore[arg-type]
    for path, text in {
        "accounts.admin": "administrator's name",
        'accounts.x"; DROP': "a name begins with a letter",
        "accounts.both.access": "not both",
        "accounts.slow.statement_timeout_seconds": "max_execution_time",
        "endpoint_security_group_id": "add the interface endpoint secretsmanager",
        "subnet_ids": "two availability zones",
        "ca_certificates": "il-central-1-bundle.pem",
        "reserved_concurrency": "could not run",
        "rotation_days": "outside 1 to 1000",
    }.items():
        assert text in found[path], (path, found)
    assert "there is none" in refusals(lambda: DatabaseAccounts("x", {**args, "accounts": {}}))["accounts"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("handle", "message"),
    [
        ({"secret_arn": None}, "no administrator's secret"),
        ({"kind": "proxy"}, "give the cluster's connection"),
        ({"database": None}, "the cluster has no database of its own; name one"),
        ({"admin_username": "orders_ro"}, "'orders_ro' is the administrator"),
        ({"region": "il-central-1"}, "il-central-1-bundle.pem"),
    ],
)
def test_what_the_cluster_cannot_do_is_refused(handle: dict[str, Any], message: str) -> None:
    assert message in handles.failure(
        lambda: record(lambda: DatabaseAccounts("x", arguments(connection=handles.local(**handle))))  # type: ignore[arg-type]
    )


def test_certificates_of_another_region_are_packed() -> None:
    text = "-----BEGIN CERTIFICATE-----\nof the region\n"
    code = build(connection=handles.text(region="il-central-1"), ca_certificates=text)
    assets = code.one("lambda/function:Function").inputs["code"]["assets"]
    assert any("more-certificates.pem" in name for name in assets)
