"""The platform team's stack: one database, and if asked for a global one, from the stack's configuration."""

from typing import Any

import pulumi

from aurora_components import AuroraDatabase, GlobalDatabase, Network

config = pulumi.Config()
name = config.require("name")
# `Any`: what a configuration holds is checked by the components, and cannot be by a type checker.
protection: Any = config.require("protection")
tags: Any = config.require_object("tags")
cluster: Any = {
    "engine": config.require("engine"),
    "engine_version": config.require("engineVersion"),
    "protection": protection,
    "tags": tags,
}

settings: Any = {**cluster, **config.require_object("database")}
database = AuroraDatabase(name, settings)
for output in (
    "connection",
    "proxy_connection",
    "writer_endpoint",
    "reader_endpoint",
    "port",
    "admin_secret_arn",
    "topic_arn",
    "application_policy_arns",
    "environments",
    "session_command",
):
    pulumi.export(output, getattr(database, output))

further = config.require_object("globalDatabase")
members: dict[str, Any] = {}
for region, member in further.get("members", {}).items():
    network = Network(
        f"{name}-global-{region}",
        {"cidr_block": member.pop("cidrBlock"), "region": region, "protection": protection, "tags": tags},
    )
    members[region] = {**member, "vpc_id": network.vpc_id, "subnet_ids": network.database_subnet_ids}
if members:
    global_settings: Any = {
        **cluster,
        "primary_region": pulumi.Config("aws").require("region"),
        **further,
        "members": members,
    }
    global_database = GlobalDatabase(f"{name}-global", global_settings)
    pulumi.export("global_writer_endpoint", global_database.global_writer_endpoint)
    pulumi.export("global_connections", global_database.connections)
