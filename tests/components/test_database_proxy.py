"""DatabaseProxy: TLS and IAM for every client, and the least the proxy needs to sign in itself."""

from typing import Any

import pulumi
import pulumi_aws as aws
import pytest

from aurora_components.app_access import AppAccess
from aurora_components.database_proxy import DatabaseProxy
from aurora_components.support.connection import encode
from tests.components import handles
from tests.components.recording import ACCOUNT, UNKNOWN, Recording, record

BASE: dict[str, Any] = {
    "engine": "aurora-postgresql",
    "vpc_id": "vpc-1",
    "subnet_ids": ["subnet-a", "subnet-b"],
    "db_users": ["orders_app"],
}

SECRETS: dict[str, Any] = {
    "engine": "aurora-postgresql",
    "vpc_id": "vpc-1",
    "subnet_ids": ["subnet-a", "subnet-b"],
    "secret_arns": {"app": "arn:aws:secretsmanager:eu-central-1:123456789012:secret:app-abcdef"},
}

TAGS = {"Name": "orders-test"}


def proxy(connection: Any = handles.text, base: dict[str, Any] = BASE, **args: Any) -> Recording:
    return record(lambda: DatabaseProxy("orders", {"connection": connection(), **base, **args}))


def refused(base: dict[str, Any] = BASE, **args: Any) -> str:
    with pytest.raises(pulumi.InputPropertiesError) as caught:
        proxy(base=base, **args)
    return str(caught.value)


def test_without_secrets_the_proxy_uses_iam_end_to_end() -> None:
    registrations = proxy()
    assert registrations.one("rds/proxy:Proxy").inputs == {
        "name": "orders-test",
        "engineFamily": "POSTGRESQL",
        "roleArn": f"arn:aws:iam::{ACCOUNT}:role/orders-role-1a2b3c4",
        "vpcSubnetIds": ["subnet-a", "subnet-b"],
        "vpcSecurityGroupIds": ["orders-sg-id"],
        "requireTls": True,
        "debugLogging": False,
        "idleClientTimeout": 1800,
        "defaultAuthScheme": "IAM_AUTH",
        "tags": TAGS,
    }
    assert handles.statements(registrations.one("iam/policy:Policy").inputs["policy"]) == {
        "SignIn": {
            "Sid": "SignIn",
            "Effect": "Allow",
            "Action": "rds-db:connect",
            "Resource": [f"arn:aws:rds-db:eu-central-1:{ACCOUNT}:dbuser:cluster-ABC123/orders_app"],
        }
    }


def test_with_secrets_clients_still_need_iam() -> None:
    registrations = proxy(base=SECRETS, secret_kms_key_arns={"app": "arn:aws:kms:key/app"})
    inputs = registrations.one("rds/proxy:Proxy").inputs
    assert inputs["defaultAuthScheme"] == "NONE"
    assert inputs["auths"] == [
        {
            "authScheme": "SECRETS",
            "iamAuth": "REQUIRED",
            "description": "Database user app",
            "secretArn": SECRETS["secret_arns"]["app"],
            "clientPasswordAuthType": "POSTGRES_SCRAM_SHA_256",
        }
    ]
    assert handles.statements(registrations.one("iam/policy:Policy").inputs["policy"]) == {
        "ReadSecrets": {
            "Sid": "ReadSecrets",
            "Effect": "Allow",
            "Action": "secretsmanager:GetSecretValue",
            "Resource": [SECRETS["secret_arns"]["app"]],
        },
        "DecryptSecrets": {
            "Sid": "DecryptSecrets",
            "Effect": "Allow",
            "Action": "kms:Decrypt",
            "Resource": [handles.CLUSTER["kms_key_arn"], "arn:aws:kms:key/app"],
            "Condition": {"StringEquals": {"kms:ViaService": "secretsmanager.eu-central-1.amazonaws.com"}},
        },
    }


def test_the_role_is_closed_against_the_confused_deputy() -> None:
    registrations = proxy(permissions_boundary_arn="arn:aws:iam::1:policy/boundary", iam_path="/databases/")
    role = registrations.one("iam/role:Role")
    assert handles.statements(role.inputs["assumeRolePolicy"])["AssumeByService"] == {
        "Sid": "AssumeByService",
        "Effect": "Allow",
        "Principal": {"Service": "rds.amazonaws.com"},
        "Action": "sts:AssumeRole",
        "Condition": {"StringEquals": {"aws:SourceAccount": ACCOUNT}},
    }
    assert role.inputs["permissionsBoundary"] == "arn:aws:iam::1:policy/boundary"
    assert role.inputs["path"] == "/databases/"
    assert registrations.one("iam/policy:Policy").inputs["path"] == "/databases/"


def test_t16_the_log_group_is_there_before_the_proxy() -> None:
    registrations = proxy()
    log_group = registrations.one("cloudwatch/logGroup:LogGroup")
    assert log_group.inputs == {
        "name": "/aws/rds/proxy/orders-test",
        "retentionInDays": 365,
        "kmsKeyId": handles.CLUSTER["kms_key_arn"],
        "tags": TAGS,
    }
    assert (log_group.protect, log_group.retain_on_delete) == (True, True)
    assert registrations.one("rds/proxy:Proxy").depends_on == {"orders-logs", "orders-policy"}


def test_an_ephemeral_proxy_leaves_no_log() -> None:
    log_group = proxy(protection="ephemeral").one("cloudwatch/logGroup:LogGroup")
    assert not log_group.protect
    assert not log_group.retain_on_delete


def test_t23_the_target_waits_for_the_instances() -> None:
    def program() -> None:
        instance = aws.sns.Topic("instance")
        connection = encode(members=[instance], **handles.CLUSTER)
        DatabaseProxy("orders", {"connection": connection, **BASE})

    registrations = record(program)
    target = registrations.one("rds/proxyTarget:ProxyTarget")
    assert target.depends_on == {"instance"}
    assert target.inputs == {
        "dbProxyName": "orders-test",
        "targetGroupName": "orders-targets-1a2b3c4",
        "dbClusterIdentifier": "orders",
    }


def test_t23_the_database_lets_the_proxy_in_by_its_own_group() -> None:
    registrations = proxy(allowed_security_groups={"api": "sg-api"})
    group = registrations.one("ec2/securityGroup:SecurityGroup")
    assert group.inputs == {"vpcId": "vpc-1", "description": "RDS Proxy orders", "tags": TAGS}
    assert group.ignore_changes == ("description", "name")
    rules = {each.name: each.inputs for each in registrations if "securitygroup" in each.type.lower()}
    assert {
        name: (
            inputs["securityGroupId"],
            inputs["referencedSecurityGroupId"],
            inputs["fromPort"],
            inputs["toPort"],
            inputs["description"],
        )
        for name, inputs in rules.items()
        if name != "orders-sg"
    } == {
        "orders-to-database": ("orders-sg-id", "sg-database", 5433, 5433, "Database behind the proxy"),
        "orders-into-database": ("sg-database", "orders-sg-id", 5433, 5433, "RDS Proxy orders"),
        "orders-from-api": ("orders-sg-id", "sg-api", 5432, 5432, "Proxy port from api"),
    }


def test_an_application_reaches_the_proxy_through_its_handle() -> None:
    def program() -> None:
        made = DatabaseProxy("orders", {"connection": handles.local(), **BASE})
        AppAccess(
            "api",
            {
                "connection": made.connection,
                "db_users": ["orders_app"],
                "source_security_groups": {"api": "sg-api"},
            },
        )

    registrations = record(program)
    outputs = registrations.one("AppAccess").outputs
    assert outputs["db_user_arns"] == [
        f"arn:aws:rds-db:eu-central-1:{ACCOUNT}:dbuser:prx-0123456789abcdef0/orders_app"
    ]
    rule = registrations.named("api-from-api").inputs
    assert (rule["securityGroupId"], rule["fromPort"]) == ("orders-sg-id", 5432)
    assert outputs["environment"]["DB_HOST"] == "orders-test.proxy-abc.eu-central-1.rds.amazonaws.com"
    assert registrations.one("DatabaseProxy").outputs["proxy_resource_id"] == "prx-0123456789abcdef0"


def test_the_read_only_endpoint_has_the_same_group_and_subnets() -> None:
    endpoint = proxy(read_only_endpoint=True).one("rds/proxyEndpoint:ProxyEndpoint")
    assert endpoint.inputs == {
        "dbProxyName": "orders-test",
        "dbProxyEndpointName": "orders-test-reader",
        "vpcSubnetIds": ["subnet-a", "subnet-b"],
        "vpcSecurityGroupIds": ["orders-sg-id"],
        "targetRole": "READ_ONLY",
        "tags": TAGS,
    }


def test_the_pool() -> None:
    assert proxy().one("rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup").inputs[
        "connectionPoolConfig"
    ] == {
        "maxConnectionsPercent": 100,
        "maxIdleConnectionsPercent": 50,
        "connectionBorrowTimeout": 120,
    }
    pool = {"max_connections_percent": 20, "session_pinning_filters": ["EXCLUDE_VARIABLE_SETS"]}
    group = proxy(pool=pool).one("rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup")
    assert group.inputs["connectionPoolConfig"] == {
        "maxConnectionsPercent": 20,
        "maxIdleConnectionsPercent": 20,
        "connectionBorrowTimeout": 120,
        "sessionPinningFilters": ["EXCLUDE_VARIABLE_SETS"],
    }


def test_mysql() -> None:
    registrations = proxy(lambda: handles.text(engine="aurora-mysql"), SECRETS, engine="aurora-mysql")
    inputs = registrations.one("rds/proxy:Proxy").inputs
    assert inputs["engineFamily"] == "MYSQL"
    assert inputs["auths"][0]["clientPasswordAuthType"] == "MYSQL_CACHING_SHA2_PASSWORD"
    assert '"port": 3306' in registrations.one("DatabaseProxy").outputs["connection"]


def test_a_region_of_its_own_reaches_every_regional_resource() -> None:
    registrations = proxy(region="eu-west-1", read_only_endpoint=True)
    for each in registrations:
        regional = each.type.startswith("aws:") and not each.type.startswith("aws:iam/")
        assert (each.inputs.get("region") == "eu-west-1") is regional, each.name


def test_at_preview_everything_but_the_ids_is_known() -> None:
    def program() -> None:
        DatabaseProxy("orders", {"connection": handles.local(), **SECRETS})

    registrations = record(program, preview=True)
    assert registrations.one("iam/policy:Policy").inputs["policy"] is not UNKNOWN
    assert registrations.one("rds/proxy:Proxy").inputs["requireTls"] is True
    assert registrations.one("rds/proxyTarget:ProxyTarget").inputs["dbClusterIdentifier"] == "orders"


@pytest.mark.parametrize(
    ("connection", "message"),
    [
        (handles.proxy_text, "connection: is a proxy's; give the connection of the AuroraCluster"),
        (
            lambda: handles.text(engine="aurora-mysql"),
            "engine: is not the cluster's engine; write 'aurora-mysql'",
        ),
        (lambda: handles.text(iam_auth=False), "IAM authentication is off on this cluster"),
    ],
)
def test_a_cluster_that_does_not_fit_is_refused(connection: Any, message: str) -> None:
    assert message in handles.failure(lambda: proxy(connection))


def test_one_subnet_from_an_output_is_refused_when_it_is_known() -> None:
    def program() -> None:
        args = {**BASE, "subnet_ids": pulumi.Output.from_input(["subnet-a"])}
        DatabaseProxy("orders", {"connection": handles.text(), **args})

    assert "a proxy needs subnets in two availability zones" in handles.failure(lambda: record(program))


def test_every_problem_is_told_at_once_with_its_fix() -> None:
    message = refused(
        subnet_ids=["subnet-a"],
        secret_arns={"app": "arn"},
        end_to_end_iam=True,
        client_password_auth_type="POSTGRES_SCRAM_SHA_256",
        db_users=["*"],
        pool={
            "max_connections_percent": 101,
            "max_idle_connections_percent": 102,
            "connection_borrow_timeout_seconds": 301,
            "session_pinning_filters": ["ALL"],
            "init_query": "SET PASSWORD = 'x'",
        },
        idle_client_timeout_seconds=28801,
        log_retention_days=100,
        proxy_name="Orders--Proxy",
        iam_path="x",
        region="frankfurt",
    )
    assert "DatabaseProxy 'orders' has 14 problems" in message
    for part in (
        "subnet_ids: a proxy needs subnets in two availability zones; give two or more",
        "secret_arns: end-to-end IAM uses no secret; give one or the other",
        "client_password_auth_type: is for secret_arns; leave it out with end-to-end IAM",
        "db_users[0]: '*' is a wildcard",
        "pool.max_connections_percent: 101 is outside 1 to 100",
        "pool.max_idle_connections_percent: 102 is outside 0 to 101",
        "pool.connection_borrow_timeout_seconds: 301 is outside 0 to 300",
        "pool.session_pinning_filters[0]: 'ALL' is not supported",
        "pool.init_query: looks as if it holds a secret",
        "idle_client_timeout_seconds: 28801 is outside 1 to 28800",
        "log_retention_days: 100 is not a retention",
        "proxy_name: 'Orders--Proxy' must be at most 60",
        "iam_path: 'x' must start and end with a slash",
        "region: 'frankfurt' is not an AWS region",
    ):
        assert part in message
    assert "PASSWORD" not in message


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ({"db_users": []}, "db_users: name the database users the proxy may sign in as"),
        ({"end_to_end_iam": False}, "secret_arns: the proxy has no way to sign in"),
        ({"secret_arns": {"a": "arn"}}, "db_users: is for end-to-end IAM"),
        ({"proxy_name": "p" * 61}, "must be at most 60"),
    ],
)
def test_ways_to_sign_in_that_contradict_each_other_are_refused(args: dict[str, Any], message: str) -> None:
    assert message in refused(**args)


def test_the_password_type_of_the_other_engine_is_refused() -> None:
    message = refused(SECRETS, client_password_auth_type="MYSQL_NATIVE_PASSWORD")
    assert "'MYSQL_NATIVE_PASSWORD' is of the other engine; use 'POSTGRES_SCRAM_SHA_256'" in message


def test_t32_a_long_name_is_shortened_to_what_a_proxy_may_have() -> None:
    name = "Orders_" * 12
    registrations = record(lambda: DatabaseProxy(name, {"connection": handles.text(), **BASE}))
    physical = registrations.one("rds/proxy:Proxy").inputs["name"]
    assert len(physical) <= 60
    assert physical == physical.lower()
    assert registrations.one("cloudwatch/logGroup:LogGroup").inputs["name"] == f"/aws/rds/proxy/{physical}"
