"""One database over two regions: Frankfurt writes, Ireland follows a second behind and can take over."""

import pulumi

from aurora_components import GlobalDatabase, Network

config = pulumi.Config()
regions = ("eu-central-1", "eu-west-1")
networks = {
    region: Network(f"orders-{region}", {"cidr_block": f"10.{place}.0.0/16", "region": region})
    for place, region in enumerate(regions, start=40)
}
database = GlobalDatabase(
    "orders",
    {
        "engine": "aurora-postgresql",
        "engine_version": "16.8",
        "primary_region": "eu-central-1",
        "rotation_function_arn": config.require("rotationFunctionArn"),
        "members": {
            region: {
                "vpc_id": network.vpc_id,
                "subnet_ids": network.database_subnet_ids,
                "default_instance_class": "db.r7g.large",
            }
            for region, network in networks.items()
        },
    },
)
pulumi.export("connections", database.connections)
