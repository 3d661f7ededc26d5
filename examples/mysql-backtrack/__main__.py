"""Aurora MySQL that can be wound back in place, by up to a day, when a mistake is found soon."""

import pulumi

from aurora_components import AuroraCluster, Network

network = Network("shop", {"availability_zone_count": 3})
cluster = AuroraCluster(
    "shop",
    {
        "engine": "aurora-mysql",
        "engine_version": "8.0.mysql_aurora.3.10.4",
        "vpc_id": network.vpc_id,
        "subnet_ids": network.database_subnet_ids,
        "default_instance_class": "db.r7g.large",
        "backup": {"retention_days": 35, "backtrack_hours": 24},
    },
)
pulumi.export("connection", cluster.connection)
