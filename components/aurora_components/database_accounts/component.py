"""The component: what it registers, in which order."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import pulumi
import pulumi_aws as aws
from pulumi import Input, Output

from aurora_accounts import archive, connecting
from aurora_accounts.accounts import Authentication, Desired

from ..support import connection as handle
from ..support.arguments import Problems, check
from ..support.aws import assume_role_policy, child_options, locate, policy_document
from ..support.checks import LOG_RETENTION_DAYS
from ..support.enums import Engine, Protection
from ..support.names import child
from ..support.port_rules import PortRules
from ..support.service_role import service_role
from .args import DatabaseAccountsArgs
from .desired import ENGINES, desired, secret_name, signs_in_with_password
from .permissions import statements
from .validation import UNNAMED, function_name, validate

HANDLER = "aurora_accounts.handler.handle"
RUNTIME = "python3.13"
MEMORY_MB = 512
TIMEOUT_SECONDS = 300
"""Longest run: a lock of the application's may have to be waited for, twice."""

ROTATION_DAYS = 30
HTTPS = 443


class DatabaseAccounts(pulumi.ComponentResource):
    """The accounts inside one database: who signs in, and what each may do.

    A function in the database's subnets reads the catalogs, applies the difference, and reports it. It runs when the
    accounts change, and rotates the passwords of those that have one. Give its `connection` to AppAccess: an
    application is then granted no account that does not exist.
    """

    connection: Output[str]
    """The cluster's handle, with the accounts; known once they exist."""
    account_names: Output[Sequence[str]]
    """Accounts that sign in with IAM."""
    secret_arns: Output[Mapping[str, str]]
    """Secrets of the password accounts, by account: for AppAccess, or for a DatabaseProxy that signs in with them."""
    report: Output[str]
    """What the last run did, as JSON; no secret."""
    function_name: Output[str]
    """Name of the function."""
    security_group_id: Output[str]
    """Security group of the function."""
    role_arn: Output[str]
    """Role of the function."""

    def __init__(
        self, name: str, args: DatabaseAccountsArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        spec = check("DatabaseAccounts", name, args, DatabaseAccountsArgs, validate)
        super().__init__("aurora:index:DatabaseAccounts", name, {}, opts)

        physical = function_name(name)
        region = spec.get("region")
        protection = Protection(spec.get("protection", Protection.LOCKED))
        tags = {"Name": physical, **spec.get("tags", {})}
        location = locate(self, region)
        database = handle.decode(spec["connection"])
        key_arn = spec.get("kms_key_arn", database.kms_key_arn)
        administrator = _administrator_secret(name, database)
        kept = child_options(
            self, protect=protection.protects or None, retain_on_delete=protection.retains or None
        )

        log_group = aws.cloudwatch.LogGroup(
            f"{name}-logs",
            name=f"/aws/lambda/{physical}",
            retention_in_days=spec.get("log_retention_days", LOG_RETENTION_DAYS),
            kms_key_id=key_arn,
            region=region,
            tags=tags,
            opts=kept,
        )
        secrets = {
            account: aws.secretsmanager.Secret(
                f"{name}-{account}",
                name=secret_name(physical, account),
                description=f"Password of the database account {account}",
                kms_key_id=key_arn,
                recovery_window_in_days=None if protection.retains else 7,
                region=region,
                tags=tags,
                # Not protected: an account that is no longer declared must be able to go. The value outlives it.
                opts=child_options(self, retain_on_delete=protection.retains or None),
            )
            for account, settings in spec.get("accounts", {}).items()
            if signs_in_with_password(settings)
        }
        failures = aws.sqs.Queue(
            f"{name}-failures",
            name=child(physical, "failures", 80),
            sqs_managed_sse_enabled=True,
            message_retention_seconds=14 * 24 * 60 * 60,
            region=region,
            tags=tags,
            opts=child_options(self),
        )
        role = service_role(
            self,
            name,
            description=f"Lets the function {physical} keep the accounts of its database",
            trust=assume_role_policy("lambda", location),
            permissions=policy_document(
                *statements(
                    location,
                    database,
                    administrator,
                    function=physical,
                    secrets=[secret.arn for secret in secrets.values()],
                    key_arn=key_arn,
                    log_group_arn=log_group.arn,
                    queue_arn=failures.arn,
                )
            ),
            boundary_arn=spec.get("permissions_boundary_arn"),
            path=spec.get("iam_path"),
            tags=tags,
        )
        security_group, rules = self._network(name, physical, database, spec, tags)
        function = aws.lambda_.Function(
            f"{name}-function",
            name=physical,
            description=f"Keeps the accounts of the database of {physical}",
            runtime=RUNTIME,
            handler=HANDLER,
            code=_code(spec.get("ca_certificates")),
            source_code_hash=archive.digest(),
            role=role.arn,
            memory_size=MEMORY_MB,
            timeout=TIMEOUT_SECONDS,
            reserved_concurrent_executions=spec.get("reserved_concurrency", 1),
            kms_key_arn=key_arn,
            environment=aws.lambda_.FunctionEnvironmentArgs(
                variables={
                    "DB_ENGINE": ENGINES[Engine(spec["engine"])].value,
                    "DB_HOST": database.writer_host,
                    "DB_PORT": database.port.apply(str),
                    "DB_SECRET_ARN": administrator,
                }
            ),
            vpc_config=aws.lambda_.FunctionVpcConfigArgs(
                subnet_ids=spec["subnet_ids"], security_group_ids=[security_group.id]
            ),
            dead_letter_config=aws.lambda_.FunctionDeadLetterConfigArgs(target_arn=failures.arn),
            tracing_config=aws.lambda_.FunctionTracingConfigArgs(mode="Active"),
            # Lambda lets go of its network interfaces late, and the group could not be deleted until then.
            replace_security_groups_on_destroy=True,
            region=region,
            tags=tags,
            opts=child_options(self, depends_on=[log_group, role.attachment]),
        )
        wanted = _document(name, spec, database, physical)
        invocation = aws.lambda_.Invocation(
            f"{name}-accounts",
            function_name=function.name,
            input=wanted.apply(lambda found: json.dumps({"accounts": found.document()}, sort_keys=True)),
            # The code and the cluster count too: a cluster that was replaced has none of the accounts.
            triggers={"code": archive.digest(), "cluster": database.cluster_resource_id},
            # An ephemeral database goes with its accounts, and nothing may stand in the way of its destruction.
            lifecycle_scope="CRUD" if protection.retains else "CREATE_ONLY",
            region=region,
            opts=child_options(
                self, depends_on=[*rules, *database.members, *secrets.values()], delete_before_replace=True
            ),
        )
        self._rotate(name, function, secrets, invocation, spec)

        self.account_names = wanted.apply(
            lambda found: [each.name for each in found.accounts if each.authentication is Authentication.IAM]
        )
        self.report = invocation.result
        self.function_name = function.name
        self.security_group_id = security_group.id
        self.role_arn = role.arn
        self.secret_arns = Output.from_input(
            cast(Mapping[str, str], {account: secret.arn for account, secret in secrets.items()})
        )
        self.connection = handle.encode(
            members=[*database.members, invocation],
            **{
                **{field: getattr(database, field) for field in handle.NAMES},
                "accounts": self.account_names,
                "database": wanted.apply(lambda found: found.database),
            },
        )
        self.register_outputs({output: getattr(self, output) for output in DatabaseAccounts.__annotations__})

    def _network(
        self,
        name: str,
        physical: str,
        database: handle.Connection,
        spec: DatabaseAccountsArgs,
        tags: Mapping[str, Input[str]],
    ) -> tuple[aws.ec2.SecurityGroup, list[pulumi.Resource]]:
        """The function's group and the rules that let it reach the database and Secrets Manager, nothing else."""
        region = spec.get("region")
        group = aws.ec2.SecurityGroup(
            f"{name}-sg",
            vpc_id=spec["vpc_id"],
            description=f"Function {physical}",
            region=region,
            tags=tags,
            opts=child_options(self, ignore_changes=["description", "name"]),
        )
        port = PortRules(self, database.port, region, tags)
        target = database.security_group_id
        https = PortRules(self, HTTPS, region, tags)
        endpoints = spec["endpoint_security_group_id"]
        return group, [
            port.egress(f"{name}-to-database", group.id, "Database with the accounts", target=target),
            port.ingress(f"{name}-into-database", target, f"Function {physical}", source=group.id),
            https.egress(f"{name}-to-endpoints", group.id, "Endpoint of Secrets Manager", target=endpoints),
            https.ingress(f"{name}-into-endpoints", endpoints, f"Function {physical}", source=group.id),
        ]

    def _rotate(
        self,
        name: str,
        function: aws.lambda_.Function,
        secrets: Mapping[str, aws.secretsmanager.Secret],
        invocation: aws.lambda_.Invocation,
        spec: DatabaseAccountsArgs,
    ) -> None:
        for account, secret in secrets.items():
            permission = aws.lambda_.Permission(
                f"{name}-{account}-rotation",
                action="lambda:InvokeFunction",
                function=function.name,
                principal="secretsmanager.amazonaws.com",
                source_arn=secret.arn,
                region=spec.get("region"),
                opts=child_options(self),
            )
            aws.secretsmanager.SecretRotation(
                f"{name}-{account}-rotation",
                secret_id=secret.id,
                rotation_lambda_arn=function.arn,
                rotation_rules=aws.secretsmanager.SecretRotationRotationRulesArgs(
                    automatically_after_days=spec.get("rotation_days", ROTATION_DAYS)
                ),
                rotate_immediately=False,
                region=spec.get("region"),
                opts=child_options(self, depends_on=[permission, invocation]),
            )


def _code(certificates: str | None) -> pulumi.AssetArchive:
    assets: dict[str, Any] = {path: pulumi.FileAsset(str(file)) for path, file in archive.files().items()}
    if certificates:
        place = f"{Path(archive.PACKAGE).name}/{connecting.MORE_CERTIFICATES}"
        assets[place] = pulumi.StringAsset(certificates)
    return pulumi.AssetArchive(assets)


def _administrator_secret(name: str, database: handle.Connection) -> Output[str]:
    def checked_arn(known: Mapping[str, Any]) -> str:
        found = Problems()
        if known["kind"] == "proxy":
            found.add("connection", "the function signs in to the cluster; give the cluster's connection")
        elif known["secret_arn"] is None:
            found.add(
                "connection",
                "the cluster has no administrator's secret, because its password is inherited; change its credentials",
            )
        found.raise_for("DatabaseAccounts", name)
        return str(known["secret_arn"])

    return Output.all(kind=database.kind, secret_arn=database.secret_arn).apply(checked_arn)


def _document(
    name: str, spec: DatabaseAccountsArgs, database: handle.Connection, mark: str
) -> Output[Desired]:
    """The accounts, as soon as the cluster's database and administrator are known: within one program, at preview."""

    def build(known: Mapping[str, Any]) -> Desired:
        found = Problems()
        chosen = spec.get("database") or known["database"]
        if not chosen:
            found.add("database", "the cluster has no database of its own; name one, which is then created")
        for account in spec.get("accounts", {}):
            if known["administrator"] and account.lower() == known["administrator"].lower():
                found.add(f"accounts.{account}", f"'{account}' is the administrator; choose another name")
        if not spec.get("ca_certificates") and not connecting.covers(known["region"]):
            found.add("ca_certificates", connecting.missing_region(known["region"]))
        found.raise_for("DatabaseAccounts", name)
        return desired(spec, Engine(spec["engine"]), chosen or UNNAMED, mark)

    return Output.all(
        database=database.database, administrator=database.admin_username, region=database.region
    ).apply(build)
