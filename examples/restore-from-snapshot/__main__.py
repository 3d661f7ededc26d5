"""A cluster restored from a snapshot. After the first update, set `restored` to true and update again."""

import pulumi

from aurora_components import AuroraCluster, Network

config = pulumi.Config()
network = Network("orders", {"cidr_block": "10.30.0.0/16"})
cluster = AuroraCluster(
    "orders-restored",
    {
        "engine": "aurora-postgresql",
        "engine_version": "16.8",
        "vpc_id": network.vpc_id,
        "subnet_ids": network.database_subnet_ids,
        "default_instance_class": "db.r7g.large",
        "credentials": {"mode": "inherited"},
        "restore": {
            "snapshot_identifier": config.require("snapshot"),
            "completed": config.get_bool("restored") or False,
        },
    },
)
pulumi.export("connection", cluster.connection)
