"""Three instances in three zones; reports have an endpoint of their own, and readers come and go with the load."""

import pulumi

from aurora_components import AuroraCluster, DatabaseKey, Network, Observability

network = Network("orders", {"cidr_block": "10.20.0.0/16", "availability_zone_count": 3})
key = DatabaseKey("orders", {})
cluster = AuroraCluster(
    "orders",
    {
        "engine": "aurora-postgresql",
        "engine_version": "16.8",
        "vpc_id": network.vpc_id,
        "subnet_ids": network.database_subnet_ids,
        "kms_key_arn": key.key_arn,
        "default_instance_class": "db.r7g.xlarge",
        "instances": {"one": {}, "two": {}, "three": {}},
        "endpoints": {"reports": {"members": ["three"]}},
        "reader_scaling": {"min_readers": 0, "max_readers": 4, "target_cpu_percent": 60},
        "monitoring": {"insights_mode": "advanced"},
    },
)
Observability("orders", {"connection": cluster.connection, "engine": "aurora-postgresql"})
pulumi.export("connection", cluster.connection)
