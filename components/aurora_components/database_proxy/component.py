"""The component: what it registers, in which order."""

from collections.abc import Mapping, Sequence
from typing import Any

import pulumi
import pulumi_aws as aws
from pulumi import Input, Output

from ..support import connection as handle
from ..support.arguments import Problems, normalise
from ..support.aws import Location, assume_role_policy, child_options, locate, policy_document
from ..support.checks import LOG_RETENTION_DAYS
from ..support.deletion import Lock, deletion
from ..support.enums import Engine
from ..support.names import child
from ..support.port_rules import PortRules
from ..support.service_role import ServiceRole, service_role
from .args import DatabaseProxyArgs
from .sign_in import auths, read_secrets, sign_in
from .validation import is_end_to_end, proxy_name, validate

IDLE_CLIENT_TIMEOUT_SECONDS = 1800
"""Seconds until an idle client is cut off, unless told otherwise."""


_FAMILIES = {Engine.POSTGRESQL: "POSTGRESQL", Engine.MYSQL: "MYSQL"}


_PORTS = {Engine.POSTGRESQL: 5432, Engine.MYSQL: 3306}
"""A proxy listens on the engine's own port, whatever the cluster's."""


class DatabaseProxy(pulumi.ComponentResource):
    """RDS Proxy in front of one cluster, with its own security group, role and log.

    A proxy keeps connections open, so a cluster behind it does not pause. Grant applications access with an
    AppAccess on the proxy's `connection`, not on the cluster's.
    """

    connection: Output[str]
    """Handle for AppAccess and Observability: as the cluster's, with the proxy's host, port and resource id."""
    endpoint: Output[str]
    """Host that leads to the writer."""
    reader_endpoint: Output[str | None]
    """Host that leads to the readers; absent without `read_only_endpoint`."""
    proxy_name: Output[str]
    """Name of the proxy."""
    proxy_resource_id: Output[str]
    """`prx-...`, which `rds-db:connect` names."""
    security_group_id: Output[str]
    """Security group of the proxy."""
    log_group_name: Output[str]
    """Log group of the proxy."""
    role_arn: Output[str]
    """Role with which the proxy reads secrets or signs in."""

    def __init__(
        self, name: str, args: DatabaseProxyArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        problems = Problems()
        spec = normalise(args, DatabaseProxyArgs, problems)
        validate(name, spec, problems)
        problems.raise_for("DatabaseProxy", name)
        super().__init__("aurora:index:DatabaseProxy", name, {}, opts)

        physical = proxy_name(name, spec)
        region = spec.get("region")
        tags = {"Name": physical, **spec.get("tags", {})}
        location = locate(self, region)
        cluster = handle.decode(spec["connection"])

        log_group = self._log_group(name, f"/aws/rds/proxy/{physical}", cluster, spec, tags)
        role = self._role(name, cluster, location, spec, tags)
        security_group = self._security_group(name, cluster, spec, tags)
        proxy = aws.rds.Proxy(
            f"{name}-proxy",
            name=physical,
            engine_family=_FAMILIES[spec["engine"]],
            role_arn=role.arn,
            vpc_subnet_ids=_two_subnets(name, spec["subnet_ids"]),
            vpc_security_group_ids=[security_group.id],
            require_tls=True,
            debug_logging=False,
            idle_client_timeout=spec.get("idle_client_timeout_seconds", IDLE_CLIENT_TIMEOUT_SECONDS),
            default_auth_scheme="IAM_AUTH" if is_end_to_end(spec) else "NONE",
            auths=auths(spec),
            region=region,
            tags=tags,
            opts=child_options(
                self,
                depends_on=[log_group, role.attachment],
                # A proxy never leaves the subnets of its creation: another list would replace it, and its endpoint.
                ignore_changes=["vpcSubnetIds"],
            ),
        )
        targets = aws.rds.ProxyDefaultTargetGroup(
            f"{name}-targets",
            db_proxy_name=proxy.name,
            connection_pool_config=_pool(spec.get("pool", {})),
            region=region,
            opts=child_options(self),
        )
        # RDS refuses a cluster that has no instance yet.
        aws.rds.ProxyTarget(
            f"{name}-target",
            db_proxy_name=proxy.name,
            target_group_name=targets.name,
            db_cluster_identifier=_checked_cluster(name, cluster, spec),
            region=region,
            opts=child_options(self, depends_on=cluster.members),
        )
        self.reader_endpoint = Output.from_input(None)
        if spec.get("read_only_endpoint"):
            self.reader_endpoint = aws.rds.ProxyEndpoint(
                f"{name}-reader",
                db_proxy_name=proxy.name,
                db_proxy_endpoint_name=child(physical, "reader"),
                vpc_subnet_ids=spec["subnet_ids"],
                vpc_security_group_ids=[security_group.id],
                target_role="READ_ONLY",
                region=region,
                tags=tags,
                opts=child_options(
                    self, protect=deletion(spec).protects or None, ignore_changes=["vpcSubnetIds"]
                ),
            ).endpoint

        self.endpoint = proxy.endpoint
        self.proxy_name = proxy.name
        self.proxy_resource_id = proxy.arn.apply(lambda arn: arn.rpartition(":")[2])
        self.security_group_id = security_group.id
        self.log_group_name = log_group.name
        self.role_arn = role.arn
        self.connection = handle.encode(
            members=cluster.members,
            **{
                **{field: getattr(cluster, field) for field in handle.NAMES},
                "kind": "proxy",
                "proxy_name": proxy.name,
                "proxy_resource_id": self.proxy_resource_id,
                "writer_host": self.endpoint,
                "reader_host": self.reader_endpoint,
                "port": _PORTS[spec["engine"]],
                "security_group_id": security_group.id,
                # Clients of a proxy sign in with IAM, and the Data API does not go through it.
                "secret_arn": None,
                "iam_auth": True,
                "data_api": False,
            },
        )
        Lock(self, name, deletion(spec))
        self.register_outputs(
            {
                "connection": self.connection,
                "endpoint": self.endpoint,
                "reader_endpoint": self.reader_endpoint,
                "proxy_name": self.proxy_name,
                "proxy_resource_id": self.proxy_resource_id,
                "security_group_id": self.security_group_id,
                "log_group_name": self.log_group_name,
                "role_arn": self.role_arn,
            }
        )

    def _log_group(
        self,
        name: str,
        log_group_name: str,
        cluster: handle.Connection,
        spec: DatabaseProxyArgs,
        tags: Mapping[str, Input[str]],
    ) -> aws.cloudwatch.LogGroup:
        """The log group, before the proxy makes one of its own that never expires and has no key."""
        protection = deletion(spec)
        adopts = spec.get("adopt_existing_log_group", False)
        return aws.cloudwatch.LogGroup(
            f"{name}-logs",
            name=log_group_name,
            retention_in_days=spec.get("log_retention_days", LOG_RETENTION_DAYS),
            kms_key_id=spec.get("kms_key_arn", cluster.kms_key_arn),
            region=spec.get("region"),
            tags=tags,
            opts=child_options(
                self,
                protect=protection.protects or None,
                retain_on_delete=protection.retains or None,
                import_=log_group_name if adopts else None,
                ignore_changes=["retentionInDays", "kmsKeyId", "tags"] if adopts else None,
            ),
        )

    def _role(
        self,
        name: str,
        cluster: handle.Connection,
        location: Location,
        spec: DatabaseProxyArgs,
        tags: Mapping[str, Input[str]],
    ) -> ServiceRole:
        statements = (
            [sign_in(cluster, spec)] if is_end_to_end(spec) else read_secrets(cluster, location, spec)
        )
        return service_role(
            self,
            name,
            description=f"Lets the RDS Proxy {name} sign in to its database",
            trust=assume_role_policy("rds", location),
            permissions=policy_document(*statements),
            boundary_arn=spec.get("permissions_boundary_arn"),
            path=spec.get("iam_path"),
            tags=tags,
        )

    def _security_group(
        self,
        name: str,
        cluster: handle.Connection,
        spec: DatabaseProxyArgs,
        tags: Mapping[str, Input[str]],
    ) -> aws.ec2.SecurityGroup:
        region = spec.get("region")
        group = aws.ec2.SecurityGroup(
            f"{name}-sg",
            vpc_id=spec["vpc_id"],
            description=f"RDS Proxy {name}",
            region=region,
            tags=tags,
            opts=child_options(self, ignore_changes=["description", "name"]),
        )
        to_database = PortRules(self, cluster.port, region, tags)
        database = cluster.security_group_id
        to_database.egress(f"{name}-to-database", group.id, "Database behind the proxy", target=database)
        to_database.ingress(f"{name}-into-database", database, f"RDS Proxy {name}", source=group.id)
        from_clients = PortRules(self, _PORTS[spec["engine"]], region, tags)
        for key, source in spec.get("allowed_security_groups", {}).items():
            from_clients.ingress(f"{name}-from-{key}", group.id, f"Proxy port from {key}", source=source)
        return group


def _pool(pool: Mapping[str, Any]) -> aws.rds.ProxyDefaultTargetGroupConnectionPoolConfigArgs:
    largest = pool.get("max_connections_percent", 100)
    return aws.rds.ProxyDefaultTargetGroupConnectionPoolConfigArgs(
        max_connections_percent=largest,
        max_idle_connections_percent=pool.get("max_idle_connections_percent", min(50, largest)),
        connection_borrow_timeout=pool.get("connection_borrow_timeout_seconds", 120),
        session_pinning_filters=pool.get("session_pinning_filters"),
        init_query=pool.get("init_query"),
    )


def _checked_cluster(name: str, cluster: handle.Connection, spec: DatabaseProxyArgs) -> Output[str]:
    """The identifier of the cluster, once the handle has been seen to fit the proxy."""

    def check(known: Mapping[str, Any]) -> str:
        found = Problems()
        if known["kind"] != "cluster":
            found.add("connection", "is a proxy's; give the connection of the AuroraCluster")
        if known["engine"] != spec["engine"].value:
            found.add("engine", f"is not the cluster's engine; write '{known['engine']}'")
        if is_end_to_end(spec) and not known["iam_auth"]:
            found.add("end_to_end_iam", "IAM authentication is off on this cluster; give secret_arns instead")
        found.raise_for("DatabaseProxy", name)
        return str(known["identifier"])

    return Output.all(
        kind=cluster.kind,
        engine=cluster.engine,
        iam_auth=cluster.iam_auth,
        identifier=cluster.cluster_identifier,
    ).apply(check)


def _two_subnets(name: str, subnet_ids: Any) -> Output[Sequence[str]]:
    def check(known: Sequence[str]) -> Sequence[str]:
        if len(set(known)) < 2:
            found = Problems()
            found.add("subnet_ids", "a proxy needs subnets in two availability zones; give two or more")
            found.raise_for("DatabaseProxy", name)
        return known

    return Output.from_input(subnet_ids).apply(check)
