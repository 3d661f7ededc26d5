"""A proxy in front of a cluster: clients sign in with IAM, and so does the proxy. No password exists."""

import pulumi

from aurora_components import AppAccess, AuroraCluster, DatabaseProxy, Network

network = Network("orders", {"cidr_block": "10.60.0.0/16", "tiers": {"database_mask": 24, "app_mask": 22}})
cluster = AuroraCluster(
    "orders",
    {
        "engine": "aurora-postgresql",
        "engine_version": "16.8",
        "vpc_id": network.vpc_id,
        "subnet_ids": network.database_subnet_ids,
        "default_instance_class": "db.r7g.large",
        "database_name": "orders",
    },
)
proxy = DatabaseProxy(
    "orders",
    {
        "connection": cluster.connection,
        "engine": "aurora-postgresql",
        "vpc_id": network.vpc_id,
        "subnet_ids": network.app_subnet_ids,
        "end_to_end_iam": True,
        "db_users": ["orders_rw"],
        "read_only_endpoint": True,
    },
)
access = AppAccess(
    "checkout",
    {
        "connection": proxy.connection,
        "db_users": ["orders_rw"],
        "role_names": {"tasks": pulumi.Config().require("taskRole")},
        "vpc_id": network.vpc_id,
    },
)
pulumi.export("environment", access.environment)
pulumi.export("security_group", access.security_group_id)  # for the service's tasks
