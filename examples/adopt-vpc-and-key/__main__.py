"""A cluster in a VPC and under a key that other stacks own: nothing of theirs is made or changed."""

import pulumi

from aurora_components import AuroraCluster, DatabaseKey, Network

config = pulumi.Config()
network = Network(
    "shared",
    {
        "adopt": {
            "vpc_id": config.require("vpcId"),
            "database_subnet_ids": config.require_object("databaseSubnetIds"),
        }
    },
)
key = DatabaseKey("shared", {"existing_key_arn": config.require("keyArn")})
cluster = AuroraCluster(
    "orders",
    {
        "engine": "aurora-postgresql",
        "engine_version": "16.8",
        "vpc_id": network.vpc_id,
        "subnet_ids": network.database_subnet_ids,
        "kms_key_arn": key.key_arn,
        "default_instance_class": "db.r7g.large",
    },
)
pulumi.export("connection", cluster.connection)
