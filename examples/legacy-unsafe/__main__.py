"""An Aurora database as it is often written in a hurry: it works, and nearly everything about it is unsafe.

`guard preview --project examples/legacy-unsafe` says what, and how to put each thing right.
"""

import json

import pulumi
import pulumi_aws as aws

vpc = aws.ec2.Vpc("main", cidr_block="10.0.0.0/16", enable_dns_hostnames=True)
gateway = aws.ec2.InternetGateway("main", vpc_id=vpc.id)
routes = aws.ec2.RouteTable(
    "public",
    vpc_id=vpc.id,
    routes=[aws.ec2.RouteTableRouteArgs(cidr_block="0.0.0.0/0", gateway_id=gateway.id)],
)

subnets = []
for index, zone in enumerate(["eu-central-1a", "eu-central-1b"]):
    subnet = aws.ec2.Subnet(
        f"public-{index}",
        vpc_id=vpc.id,
        cidr_block=f"10.0.{index}.0/24",
        availability_zone=zone,
        map_public_ip_on_launch=True,
    )
    aws.ec2.RouteTableAssociation(f"public-{index}", subnet_id=subnet.id, route_table_id=routes.id)
    subnets.append(subnet)

# "Only until the VPN works."
firewall = aws.ec2.SecurityGroup(
    "db",
    vpc_id=vpc.id,
    ingress=[
        aws.ec2.SecurityGroupIngressArgs(
            protocol="tcp", from_port=5432, to_port=5432, cidr_blocks=["0.0.0.0/0"]
        ),
        aws.ec2.SecurityGroupIngressArgs(protocol="tcp", from_port=22, to_port=22, cidr_blocks=["0.0.0.0/0"]),
    ],
    egress=[
        aws.ec2.SecurityGroupEgressArgs(protocol="-1", from_port=0, to_port=0, cidr_blocks=["0.0.0.0/0"])
    ],
)

group = aws.rds.SubnetGroup("db", subnet_ids=[subnet.id for subnet in subnets])

cluster = aws.rds.Cluster(
    "db",
    cluster_identifier="shop",
    engine=aws.rds.EngineType.AURORA_POSTGRESQL,
    engine_version="16.8",
    database_name="shop",
    master_username="postgres",
    master_password="changeme-changeme",
    db_subnet_group_name=group.name,
    db_cluster_parameter_group_name="default.aurora-postgresql16",
    vpc_security_group_ids=[firewall.id],
    backup_retention_period=1,
    skip_final_snapshot=True,
    apply_immediately=True,
)

aws.rds.ClusterInstance(
    "db",
    identifier="shop-1",
    cluster_identifier=cluster.id,
    engine=aws.rds.EngineType.AURORA_POSTGRESQL,
    instance_class="db.t3.medium",
    publicly_accessible=True,
    auto_minor_version_upgrade=False,
    ca_cert_identifier="rds-ca-2019",
)

role = aws.iam.Role(
    "app",
    assume_role_policy=json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}],
        }
    ),
)
aws.iam.RolePolicy(
    "app",
    role=role.id,
    policy=json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "rds:*", "Resource": "*"}]}
    ),
)

key = aws.kms.Key("files", deletion_window_in_days=7)
logs = aws.cloudwatch.LogGroup("app", retention_in_days=7)

pulumi.export("endpoint", cluster.endpoint)
