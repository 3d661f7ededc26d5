"""AppAccess: named users, paired rules, and an environment that holds no secret."""

import json
from typing import Any

import pulumi
import pulumi_aws as aws
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aurora_components import AppAccess
from aurora_components.app_access.permissions import DATA_API_ACTIONS
from tests.components import handles
from tests.components.recording import ACCOUNT, UNKNOWN, Recording, record

USER = f"arn:aws:rds-db:eu-central-1:{ACCOUNT}:dbuser:cluster-ABC123"


def access(connection: Any = handles.text, **args: Any) -> Recording:
    """What one registers. Unless a test gives it a way in, another rule lets the application in."""
    given = {"connection": connection(), "reached_elsewhere": True, **args}
    return record(lambda: AppAccess("orders", given))


def refused(**args: Any) -> str:
    with pytest.raises(pulumi.InputPropertiesError) as caught:
        access(**args)
    return str(caught.value)


def test_connects_to_named_users_and_nothing_else() -> None:
    registrations = access(db_users=["orders_app", "orders_jobs"], role_names={"api": "orders-api"})
    policy = registrations.one("iam/policy:Policy")
    assert handles.statements(policy.inputs["policy"]) == {
        "SignIn": {
            "Sid": "SignIn",
            "Effect": "Allow",
            "Action": "rds-db:connect",
            "Resource": [f"{USER}/orders_app", f"{USER}/orders_jobs"],
        }
    }
    attachment = registrations.one("iam/rolePolicyAttachment:RolePolicyAttachment")
    assert attachment.name == "orders-role-api"
    assert attachment.inputs["role"] == "orders-api"
    assert attachment.property_dependencies["policyArn"] == {"orders-policy"}
    outputs = registrations.one("AppAccess").outputs
    assert outputs["db_user_arns"] == [f"{USER}/orders_app", f"{USER}/orders_jobs"]
    assert outputs["policy_document"] == policy.inputs["policy"]


def test_both_sides_of_the_port_are_opened() -> None:
    registrations = access(source_security_groups={"api": "sg-api"}, tags={"team": "orders"})
    tags = {"Name": "orders", "team": "orders"}
    assert registrations.one("vpc/securityGroupIngressRule:SecurityGroupIngressRule").inputs == {
        "securityGroupId": "sg-database",
        "referencedSecurityGroupId": "sg-api",
        "ipProtocol": "tcp",
        "fromPort": 5433,
        "toPort": 5433,
        "description": "Database port from api",
        "tags": tags,
    }
    assert registrations.one("vpc/securityGroupEgressRule:SecurityGroupEgressRule").inputs == {
        "securityGroupId": "sg-api",
        "referencedSecurityGroupId": "sg-database",
        "ipProtocol": "tcp",
        "fromPort": 5433,
        "toPort": 5433,
        "description": "Database port of orders",
        "tags": tags,
    }
    assert not registrations.of("iam/policy:Policy")


def test_the_applications_side_can_be_left_to_its_owner() -> None:
    registrations = access(source_security_groups={"api": "sg-api"}, manage_source_egress=False)
    assert not registrations.of("vpc/securityGroupEgressRule:SecurityGroupEgressRule")


def test_ranges_of_both_families() -> None:
    registrations = access(source_cidrs={"office": "10.1.0.0/16", "v6": "2001:db8::/48"}, region="eu-west-1")
    office, v6 = registrations.named("orders-from-office"), registrations.named("orders-from-v6")
    assert (office.inputs["cidrIpv4"], office.inputs["region"]) == ("10.1.0.0/16", "eu-west-1")
    assert v6.inputs["cidrIpv6"] == "2001:db8::/48"
    assert "cidrIpv4" not in v6.inputs


def test_t23_a_proxy_is_named_by_its_own_resource_id() -> None:
    outputs = access(handles.proxy_text, db_users=["orders_app"]).one("AppAccess").outputs
    assert outputs["db_user_arns"] == [
        f"arn:aws:rds-db:eu-central-1:{ACCOUNT}:dbuser:prx-0123456789abcdef0/orders_app"
    ]
    assert outputs["environment"]["DB_PORT"] == "5432"


def test_t35_a_grant_needs_no_more_than_the_handle_of_another_stack() -> None:
    registrations = access(handles.text, db_users=["orders_app"])
    assert {each.type for each in registrations} == {"aurora:index:AppAccess", "aws:iam/policy:Policy"}


def test_the_environment_is_complete_and_holds_no_secret() -> None:
    outputs = access(db_users=["orders_app"], secret_arns={"app": "arn:aws:secretsmanager:x"}).one(
        "AppAccess"
    )
    assert outputs.outputs["environment"] == {
        "DB_HOST": handles.CLUSTER["writer_host"],
        "DB_READER_HOST": handles.CLUSTER["reader_host"],
        "DB_PORT": "5433",
        "DB_NAME": "orders",
        "DB_USER": "orders_app",
        "DB_AUTHENTICATION": "iam",
        "DB_REGION": "eu-central-1",
        "DB_TLS_MODE": "verify-full",
    }


def test_mysql_clients_verify_the_host_too() -> None:
    outputs = access(lambda: handles.text(engine="aurora-mysql"), db_users=["app"]).one("AppAccess").outputs
    assert outputs["environment"]["DB_TLS_MODE"] == "VERIFY_IDENTITY"


def test_several_users_leave_the_choice_to_the_application() -> None:
    assert "DB_USER" not in access(db_users=["a", "b"]).one("AppAccess").outputs["environment"]


def test_the_data_api_with_the_applications_own_secret() -> None:
    secret = f"arn:aws:secretsmanager:eu-central-1:{ACCOUNT}:secret:app-abcdef"
    registrations = access(
        lambda: handles.text(data_api=True),
        data_api=True,
        secret_arns={"app": secret},
        secret_kms_key_arns={"app": "arn:aws:kms:key/app"},
    )
    assert handles.statements(registrations.one("iam/policy:Policy").inputs["policy"]) == {
        "RunSql": {
            "Sid": "RunSql",
            "Effect": "Allow",
            "Action": list(DATA_API_ACTIONS),
            "Resource": handles.CLUSTER["cluster_arn"],
        },
        "ReadSecrets": {
            "Sid": "ReadSecrets",
            "Effect": "Allow",
            "Action": ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
            "Resource": [secret],
        },
        "DecryptSecrets": {
            "Sid": "DecryptSecrets",
            "Effect": "Allow",
            "Action": "kms:Decrypt",
            "Resource": [handles.CLUSTER["kms_key_arn"], "arn:aws:kms:key/app"],
            "Condition": {
                "StringEquals": {
                    "kms:ViaService": "secretsmanager.eu-central-1.amazonaws.com",
                    "kms:EncryptionContext:SecretARN": [secret],
                }
            },
        },
    }
    environment = registrations.one("AppAccess").outputs["environment"]
    assert environment["DB_CLUSTER_ARN"] == handles.CLUSTER["cluster_arn"]


def test_the_admin_secret_only_when_asked_for() -> None:
    registrations = access(read_admin_secret=True)
    policy = handles.statements(registrations.one("iam/policy:Policy").inputs["policy"])
    assert policy["ReadSecrets"]["Resource"] == [handles.CLUSTER["secret_arn"]]


def test_every_document_is_neutral_to_the_partition() -> None:
    def china() -> str:
        text = handles.text(region="cn-north-1", partition="aws-cn", secret_arn="arn:aws-cn:secret")
        return text.replace("arn:aws:", "arn:aws-cn:")

    registrations = record(
        lambda: AppAccess(
            "orders",
            {"connection": china(), "db_users": ["app"], "read_admin_secret": True, "vpc_id": "vpc-1"},
        ),
        partition="aws-cn",
        region="cn-north-1",
    )
    policy = registrations.one("iam/policy:Policy").inputs["policy"]
    assert "arn:aws:" not in policy
    assert handles.statements(policy)["SignIn"]["Resource"] == [
        f"arn:aws-cn:rds-db:cn-north-1:{ACCOUNT}:dbuser:cluster-ABC123/app"
    ]


def test_within_one_program_a_preview_knows_the_rules_and_their_ports() -> None:
    def program() -> None:
        host = aws.sns.Topic("unknown").beginning_archive_time
        connection = handles.local(writer_host=host)
        AppAccess(
            "orders", {"connection": connection, "db_users": ["app"], "source_security_groups": {"a": "sg"}}
        )

    registrations = record(program, preview=True)
    assert (
        registrations.one("vpc/securityGroupIngressRule:SecurityGroupIngressRule").inputs["fromPort"] == 5433
    )
    assert registrations.one("iam/policy:Policy").inputs["policy"] is not UNKNOWN
    assert registrations.one("AppAccess").outputs["environment"] is UNKNOWN


@pytest.mark.parametrize(
    ("connection", "args", "message"),
    [
        (lambda: handles.text(iam_auth=False), {"db_users": ["app"]}, "set iam_authentication there"),
        (handles.text, {"db_users": ["Aurora_Admin"]}, "db_users[0]: 'Aurora_Admin' is the admin user"),
        (handles.text, {"data_api": True, "read_admin_secret": True}, "set data_api there"),
        (
            handles.proxy_text,
            {"data_api": True, "secret_arns": {"a": "arn"}},
            "give the cluster's connection",
        ),
        (handles.proxy_text, {"read_admin_secret": True}, "this connection has no admin secret"),
    ],
)
def test_what_the_cluster_cannot_do_is_refused(connection: Any, args: dict[str, Any], message: str) -> None:
    assert message in handles.failure(lambda: access(connection, **args))


def test_every_problem_is_told_at_once_with_its_fix() -> None:
    message = refused(
        db_users=["*", "postgres", "two words", "app", "app"],
        data_api=True,
        iam_path="databases",
        source_cidrs={"world": "0.0.0.0/0", "wide": "52.0.0.0/8", "bad": "10.0.0.1/8", "api": "10.0.0.0/8"},
        source_security_groups={"api": "sg-api"},
    )
    assert "AppAccess 'orders' has 10 problems" in message
    for part in (
        "db_users[0]: '*' is a wildcard, also for the admin user; name each database user",
        "db_users[1]: 'postgres' is an admin user; create a database user for the application",
        "db_users[2]: 'two words' is not a valid database user; use 1 to 63 letters, digits and _ . $ @ + -",
        "db_users[4]: 'app' is named twice; name it once",
        "data_api: signs in with a secret; give secret_arns (or read_admin_secret)",
        "iam_path: 'databases' must start and end with a slash, such as /databases/",
        "source_cidrs.world: 0.0.0.0/0 is the whole internet; name the ranges of the clients",
        "source_cidrs.wide: 52.0.0.0/8 is public and wider than /24; narrow it, or come in over a VPN",
        "source_cidrs.bad: 10.0.0.1/8 has host bits set; write a range as first address and prefix length",
        "source_cidrs.api: is also a key of source_security_groups; use another key",
    ):
        assert part in message


def test_access_that_nothing_can_use_is_refused_and_names_the_ways_in() -> None:
    for args in ({"db_users": ["app"]}, {"secret_arns": {"app": "arn"}}, {"read_admin_secret": True}):
        message = refused(**args, reached_elsewhere=False)
        assert "nothing can reach the database with it" in message
        for way in ("source_security_groups", "vpc_id", "source_cidrs", "reached_elsewhere"):
            assert way in message
    access(
        data_api=True,
        secret_arns={"a": "arn"},
        reached_elsewhere=False,
        connection=lambda: handles.text(data_api=True),
    )


def test_an_application_gets_a_group_of_its_own_to_attach() -> None:
    registrations = access(db_users=["app"], vpc_id="vpc-1", reached_elsewhere=False)
    group = registrations.one("ec2/securityGroup:SecurityGroup")
    assert group.inputs["vpcId"] == "vpc-1"
    into = registrations.one("vpc/securityGroupIngressRule:SecurityGroupIngressRule").inputs
    out = registrations.one("vpc/securityGroupEgressRule:SecurityGroupEgressRule").inputs
    assert (into["securityGroupId"], into["referencedSecurityGroupId"], into["fromPort"]) == (
        "sg-database",
        "orders-sg-id",
        5433,
    )
    assert (out["securityGroupId"], out["referencedSecurityGroupId"]) == ("orders-sg-id", "sg-database")
    assert registrations.one("AppAccess").outputs["security_group_id"] == "orders-sg-id"


def test_an_account_that_nobody_declares_is_refused() -> None:
    declared = {"connection": lambda: handles.text(accounts=["orders_rw"])}
    access(**declared, db_users=["orders_rw"])
    message = handles.failure(lambda: access(**declared, db_users=["orders_rv"]))
    assert (
        "db_users[0]: 'orders_rv' is no account with IAM of the DatabaseAccounts; did you mean 'orders_rw'?"
        in message
    )


def test_an_access_that_grants_nothing_is_refused() -> None:
    assert "grants nothing; give db_users, source_security_groups or data_api" in refused()


def test_a_role_without_a_permission_is_refused() -> None:
    message = refused(role_names={"api": "r"}, source_security_groups={"api": "sg"})
    assert "role_names: there is no permission to attach" in message


def test_ranges_that_overlap_are_refused() -> None:
    message = refused(source_cidrs={"all": "10.0.0.0/8", "office": "10.1.0.0/16"})
    assert "source_cidrs.office: 10.1.0.0/16 overlaps 10.0.0.0/8 of 'all'; keep one of them" in message


def test_more_users_than_a_policy_holds_are_refused() -> None:
    assert "31 users; a policy holds 30, so split them" in refused(db_users=[f"u{n}" for n in range(31)])


def test_the_longest_policy_fits() -> None:
    users = [f"user{n:02}".ljust(63, "x") for n in range(30)]
    document = access(db_users=users).one("iam/policy:Policy").inputs["policy"]
    assert len(json.dumps(json.loads(document), separators=(",", ":"))) <= 6144


@given(st.text(alphabet="abcXYZ0_*? é/-", min_size=1, max_size=70))
def test_no_name_becomes_a_wildcard_or_leaves_its_resource(user: str) -> None:
    try:
        outputs = access(db_users=[user]).one("AppAccess").outputs
    except pulumi.InputPropertiesError:
        return
    (arn,) = outputs["db_user_arns"]
    assert arn == f"{USER}/{user}"
    assert not set("*?/ ") & set(user)
