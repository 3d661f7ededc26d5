"""A development database: it pauses after ten idle minutes, and a destroy leaves nothing behind."""

import pulumi

from aurora_components import AuroraCluster, Network

network = Network("dev", {"availability_zone_count": 2, "protection": "ephemeral"})
cluster = AuroraCluster(
    "dev",
    {
        "engine": "aurora-postgresql",
        "engine_version": "16.8",
        "vpc_id": network.vpc_id,
        "subnet_ids": network.database_subnet_ids,
        "serverless": {"min_capacity": 0, "max_capacity": 4, "seconds_until_auto_pause": 600},
        "protection": "ephemeral",
    },
)
pulumi.export("connection", cluster.connection)
