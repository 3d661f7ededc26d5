"""The AppAccess component: one application signs in to one cluster as named users and reaches its port."""

from collections.abc import Mapping, Sequence

import pulumi
import pulumi_aws as aws
from pulumi import Input, Output

from ..support import connection as handle
from ..support.arguments import check
from ..support.aws import child_options, locate, policy_document
from ..support.db_users import user_arn
from ..support.port_rules import PortRules
from .args import AppAccessArgs
from .environment import environment
from .permissions import permission_statements
from .validation import check_connection, validate


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

    security_group_id: Output[str | None]
    """Security group to attach to the application; absent without `vpc_id`."""

    def __init__(self, name: str, args: AppAccessArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        spec = check("AppAccess", name, args, AppAccessArgs, validate)
        super().__init__("aurora:index:AppAccess", name, {}, opts)

        database = handle.decode(spec["connection"])
        users = spec.get("db_users", ())
        tags = {"Name": name, **spec.get("tags", {})}
        self.db_user_arns = Output.all(*(user_arn(database, user) for user in users))
        self.environment = environment(database, spec)
        self.policy_arn = Output.from_input(None)
        self.policy_document = Output.from_input(None)
        via_secrets = locate(self, spec.get("region")).via_service("secretsmanager")
        if statements := permission_statements(name, database, self.db_user_arns, via_secrets, spec):
            document: Output[str] = check_connection(name, database, spec).apply(
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
                "security_group_id": self.security_group_id,
            }
        )

    def _open_port(
        self, name: str, database: handle.Connection, spec: AppAccessArgs, tags: Mapping[str, Input[str]]
    ) -> None:
        rules = PortRules(self, database.port, spec.get("region"), tags)
        group = database.security_group_id
        self.security_group_id = Output.from_input(None)
        if "vpc_id" in spec:
            own = aws.ec2.SecurityGroup(
                f"{name}-sg",
                vpc_id=spec["vpc_id"],
                description=f"Application {name}",
                region=spec.get("region"),
                tags=tags,
                opts=child_options(self, ignore_changes=["description", "name"]),
            )
            rules.egress(f"{name}-to-database", own.id, f"Database port of {name}", target=group)
            rules.ingress(f"{name}-into-database", group, f"Application {name}", source=own.id)
            self.security_group_id = own.id
        for key, source in spec.get("source_security_groups", {}).items():
            rules.ingress(f"{name}-from-{key}", group, f"Database port from {key}", source=source)
            if spec.get("manage_source_egress", True):
                rules.egress(f"{name}-out-of-{key}", source, f"Database port of {name}", target=group)
        for key, cidr in spec.get("source_cidrs", {}).items():
            rules.ingress(f"{name}-from-{key}", group, f"Database port from {key}", cidr=cidr)
