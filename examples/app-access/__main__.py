"""Three services on one cluster. Each signs in with IAM as its own database users, and as nobody else.

The database users are made in SQL, once: `CREATE USER orders_rw; GRANT rds_iam TO orders_rw;`
"""

import pulumi
import pulumi_aws as aws

from aurora_components import AppAccess, AuroraCluster, Network

SERVICES = {
    "checkout": ["orders_rw"],
    "reporting": ["orders_ro"],
    "migrations": ["orders_owner"],
}

network = Network("orders", {"cidr_block": "10.50.0.0/16", "tiers": {"database_mask": 24, "app_mask": 22}})
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
account = aws.get_caller_identity_output().account_id
for service, users in SERVICES.items():
    role = aws.iam.Role(
        service,
        description=f"Tasks of the service {service}.",
        assume_role_policy=pulumi.Output.json_dumps(
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Principal": {"Service": "ecs-tasks.amazonaws.com"},
                        "Action": "sts:AssumeRole",
                        "Condition": {"StringEquals": {"aws:SourceAccount": account}},
                    }
                ],
            }
        ),
    )
    group = aws.ec2.SecurityGroup(
        service, description=f"Tasks of the service {service}", vpc_id=network.vpc_id
    )
    access = AppAccess(
        service,
        {
            "connection": cluster.connection,
            "db_users": users,
            "role_names": {"tasks": role.name},
            "source_security_groups": {"tasks": group.id},
        },
    )
    pulumi.export(service, access.environment)
