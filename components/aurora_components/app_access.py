"""What one application may do with one cluster: sign in as named users, and reach the port."""

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict

import pulumi
import pulumi_aws as aws
from pulumi import Input, Output

from . import connection as handle
from ._args import Problems, normalise
from ._aws import Statement, child_options, locate, policy_document
from ._checks import check_keys, check_region, check_tags
from ._cidrs import check_sources
from ._db_users import check_db_users, user_arn
from ._enums import StrMap
from ._port_rules import PortRules
from ._service_role import check_iam_path

DATA_API_ACTIONS = (
    "rds-data:BatchExecuteStatement",
    "rds-data:BeginTransaction",
    "rds-data:CommitTransaction",
    "rds-data:ExecuteStatement",
    "rds-data:RollbackTransaction",
)

TLS_MODES = {"aurora-postgresql": "verify-full", "aurora-mysql": "VERIFY_IDENTITY"}
"""What a client sets to check the certificate and the host name of the database."""


class ApplicationAccess(TypedDict):
    """What one application may do with a database."""

    db_users: NotRequired[Sequence[str]]
    """Database users the application may sign in as with IAM, case included. Never `*` or the admin user."""
    role_names: NotRequired[StrMap]
    """IAM roles that get the policy: a permanent key of your choice to the role's name."""
    source_security_groups: NotRequired[StrMap]
    """Security groups that may reach the database port: a permanent key of your choice to the group's id."""
    source_cidrs: NotRequired[Mapping[str, str]]
    """Address ranges that may reach the database port: a permanent key of your choice to the range."""
    manage_source_egress: NotRequired[bool]
    """Also let the source security groups out to the database port. Default true."""
    data_api: NotRequired[bool]
    """Allow SQL through the Data API, which signs in with a secret: see `secret_arns`. Default false."""
    secret_arns: NotRequired[StrMap]
    """Secrets of the application's own database users: a permanent key of your choice to the ARN."""
    secret_kms_key_arns: NotRequired[StrMap]
    """Keys of `secret_arns` where it is not the cluster's key: a permanent key of your choice to the ARN."""
    read_admin_secret: NotRequired[bool]
    """Allow reading the admin user's secret: for migrations, not for applications. Default false."""


class AppAccessArgs(ApplicationAccess):
    """What one application may do with one cluster or proxy."""

    connection: Input[str]
    """The `connection` output of an AuroraCluster or a DatabaseProxy."""
    iam_path: NotRequired[str]
    """Path of the IAM policy, such as `/databases/`."""
    region: NotRequired[str]
    """Region of the security groups, where it is not the provider's."""
    tags: NotRequired[StrMap]
    """Tags of everything created."""


class AppAccess(pulumi.ComponentResource):
    """Lets one application reach a cluster or proxy and sign in as named users, with IAM tokens over TLS."""

    policy_arn: Output[str | None]
    """IAM policy with what the application may do; absent when only network access was asked for."""
    policy_document: Output[str | None]
    """The same as JSON, for a role that another program owns."""
    db_user_arns: Output[Sequence[str]]
    """The `rds-db:connect` resources: one for each database user."""
    environment: Output[Mapping[str, str]]
    """Host, port, database, user, region and TLS mode for the application's configuration; no secret."""

    def __init__(self, name: str, args: AppAccessArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        problems = Problems()
        spec = normalise(args, AppAccessArgs, problems)
        validate(spec, problems)
        problems.raise_for("AppAccess", name)
        super().__init__("aurora:index:AppAccess", name, {}, opts)

        database = handle.decode(spec["connection"])
        users = spec.get("db_users", ())
        tags = {"Name": name, **spec.get("tags", {})}
        self.db_user_arns = Output.all(*(user_arn(database, user) for user in users))
        self.environment = _environment(database, spec)
        self.policy_arn = Output.from_input(None)
        self.policy_document = Output.from_input(None)
        via_secrets = locate(self, spec.get("region")).via_service("secretsmanager")
        if statements := _statements(name, database, self.db_user_arns, via_secrets, spec):
            document: Output[str] = _checked(name, database, spec).apply(
                lambda _: policy_document(*statements)
            )
            policy = aws.iam.Policy(
                f"{name}-policy",
                description="What one application may do with an Aurora database",
                path=spec.get("iam_path"),
                policy=document,
                tags=tags,
                opts=child_options(self),
            )
            for key, role_name in spec.get("role_names", {}).items():
                aws.iam.RolePolicyAttachment(
                    f"{name}-role-{key}", role=role_name, policy_arn=policy.arn, opts=child_options(self)
                )
            self.policy_arn = policy.arn
            self.policy_document = document
        self._open_port(name, database, spec, tags)
        self.register_outputs(
            {
                "policy_arn": self.policy_arn,
                "policy_document": self.policy_document,
                "db_user_arns": self.db_user_arns,
                "environment": self.environment,
            }
        )

    def _open_port(
        self, name: str, database: handle.Connection, spec: AppAccessArgs, tags: Mapping[str, Input[str]]
    ) -> None:
        rules = PortRules(self, database.port, spec.get("region"), tags)
        group = database.security_group_id
        for key, source in spec.get("source_security_groups", {}).items():
            rules.ingress(f"{name}-from-{key}", group, f"Database port from {key}", source=source)
            if spec.get("manage_source_egress", True):
                rules.egress(f"{name}-out-of-{key}", source, f"Database port of {name}", target=group)
        for key, cidr in spec.get("source_cidrs", {}).items():
            rules.ingress(f"{name}-from-{key}", group, f"Database port from {key}", cidr=cidr)


def validate(spec: AppAccessArgs, problems: Problems) -> None:
    """Report everything wrong with the arguments to `problems`."""
    check_db_users(spec.get("db_users", ()), problems, "db_users")
    check_sources(spec.get("source_cidrs", {}), problems, "source_cidrs")
    check_iam_path(spec.get("iam_path"), problems)
    check_region(problems, "region", spec.get("region"))
    check_tags(problems, spec.get("tags", {}))
    for path, keys in (
        ("role_names", spec.get("role_names", {})),
        ("source_security_groups", spec.get("source_security_groups", {})),
        ("source_cidrs", spec.get("source_cidrs", {})),
    ):
        check_keys(problems, path, keys)
    for key in set(spec.get("source_cidrs", {})) & set(spec.get("source_security_groups", {})):
        problems.add(f"source_cidrs.{key}", "is also a key of source_security_groups; use another key")
    if spec.get("data_api") and not (spec.get("secret_arns") or spec.get("read_admin_secret")):
        problems.add("data_api", "signs in with a secret; give secret_arns (or read_admin_secret)")
    permits = any(spec.get(key) for key in ("db_users", "data_api", "secret_arns", "read_admin_secret"))
    reaches = spec.get("source_cidrs") or spec.get("source_security_groups")
    if not (permits or reaches):
        problems.add("", "grants nothing; give db_users, source_security_groups or data_api")
    if spec.get("role_names") and not permits:
        problems.add("role_names", "there is no permission to attach; give db_users, or leave the roles out")


def _checked(name: str, database: handle.Connection, spec: AppAccessArgs) -> Output[None]:
    """What only the handle can tell. It fails once the fields are known: within one program, at preview."""

    def check(known: Mapping[str, Any]) -> None:
        found = Problems()
        users = spec.get("db_users", ())
        if users and not known["iam_auth"]:
            found.add("db_users", "IAM authentication is off on this cluster; set iam_authentication there")
        for index, user in enumerate(users):
            if known["admin_username"] and user.lower() == known["admin_username"].lower():
                found.add(f"db_users[{index}]", f"'{user}' is the admin user; create one for the application")
        if spec.get("data_api") and known["kind"] == "proxy":
            found.add("data_api", "the Data API is the cluster's; give the cluster's connection")
        elif spec.get("data_api") and not known["data_api"]:
            found.add("data_api", "the Data API is off on this cluster; set data_api there")
        found.raise_for("AppAccess", name)

    return Output.all(
        kind=database.kind,
        iam_auth=database.iam_auth,
        data_api=database.data_api,
        admin_username=database.admin_username,
    ).apply(check)


def _admin_secret(name: str, database: handle.Connection) -> Output[str]:
    def check(secret_arn: str | None) -> str:
        if secret_arn is None:
            found = Problems()
            found.add("read_admin_secret", "this connection has no admin secret; give secret_arns instead")
            found.raise_for("AppAccess", name)
        return str(secret_arn)

    return database.secret_arn.apply(check)


def _statements(
    name: str,
    database: handle.Connection,
    user_arns: Output[Sequence[str]],
    via_secrets: Output[str],
    spec: AppAccessArgs,
) -> list[Statement]:
    statements: list[Statement] = []
    if spec.get("db_users"):
        statements.append(
            {"Sid": "SignIn", "Effect": "Allow", "Action": "rds-db:connect", "Resource": user_arns}
        )
    if spec.get("data_api"):
        statements.append(
            {
                "Sid": "RunSql",
                "Effect": "Allow",
                "Action": list(DATA_API_ACTIONS),
                "Resource": database.cluster_arn,
            }
        )
    secrets: list[Input[str]] = list(spec.get("secret_arns", {}).values())
    if spec.get("read_admin_secret"):
        secrets.append(_admin_secret(name, database))
    if secrets:
        statements += [
            {
                "Sid": "ReadSecrets",
                "Effect": "Allow",
                "Action": ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
                "Resource": secrets,
            },
            {
                "Sid": "DecryptSecrets",
                "Effect": "Allow",
                "Action": "kms:Decrypt",
                "Resource": [database.kms_key_arn, *spec.get("secret_kms_key_arns", {}).values()],
                "Condition": {
                    "StringEquals": {
                        "kms:ViaService": via_secrets,
                        "kms:EncryptionContext:SecretARN": secrets,
                    }
                },
            },
        ]
    return statements


def _environment(database: handle.Connection, spec: AppAccessArgs) -> Output[Mapping[str, str]]:
    users = spec.get("db_users", ())
    values: dict[str, Any] = {
        "DB_HOST": database.writer_host,
        "DB_READER_HOST": database.reader_host,
        "DB_PORT": database.port.apply(str),
        "DB_NAME": database.database,
        "DB_USER": users[0] if len(users) == 1 else None,
        "DB_AUTHENTICATION": "iam" if users else None,
        "DB_REGION": database.region,
        "DB_TLS_MODE": database.engine.apply(lambda engine: TLS_MODES[engine]),
        "DB_CLUSTER_ARN": database.cluster_arn if spec.get("data_api") else None,
    }
    return Output.all(**values).apply(
        lambda known: {key: value for key, value in known.items() if value is not None}
    )
