"""Stacks of any size, as they are at preview (ids unknown) and as they are deployed (ids literal)."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from aurora_policies.model import UNKNOWN, Provider, Resource

REGION, ACCOUNT = "eu-west-1", "123456789012"
PROVIDER = Provider("pulumi:providers:aws", {"region": REGION})
ROOT = "urn:pulumi:dev::bench::pulumi:pulumi:Stack::bench-dev"

RDS = ("aws:rds/cluster:Cluster", "aws:rds/clusterInstance:ClusterInstance")


@dataclass
class Builder:
    """Collects resources. A link to another one is unknown at preview, and its ARN or id once deployed."""

    deployed: bool
    resources: list[Resource] = field(default_factory=list)

    def add(
        self,
        type: str,
        name: str,
        properties: dict[str, Any] | None = None,
        /,
        parent: Resource | None = None,
        **links: "Resource | list[Resource]",
    ) -> Resource:
        given = {**(properties or {})}
        depends: dict[str, tuple[str, ...]] = {}
        for path, targets in links.items():
            many = targets if isinstance(targets, list) else [targets]
            values = [self.named(target, path) for target in many]
            given[path] = values if isinstance(targets, list) else values[0]
            depends[path] = tuple(target.urn for target in many)
        if self.deployed:
            short = type.rsplit(":", 1)[-1].lower()
            given = {
                "id": f"{short}-{name}",
                "arn": f"arn:aws:{type.split(':')[1].split('/')[0]}:{REGION}:{ACCOUNT}:{short}/{name}",
                **given,
            }
        resource = Resource(
            f"urn:pulumi:dev::bench::{type}::{name}",
            type,
            name,
            given,
            provider=PROVIDER if type.startswith("aws:") else Provider(),
            parent=parent.urn if parent else ROOT,
            dependencies=tuple(dict.fromkeys(urn for urns in depends.values() for urn in urns)),
            property_dependencies=depends,
        )
        self.resources.append(resource)
        return resource

    def named(self, target: Resource, path: str) -> Any:
        """How the property `path` names `target`."""
        if not self.deployed:
            return UNKNOWN
        return target.properties["arn" if "arn" in path.lower() or "kms" in path.lower() else "id"]


def units(size: int, deployed: bool) -> list[Resource]:
    """About `size` resources of realistic units: a cluster with everything that belongs to it."""
    build = Builder(deployed)
    vpc = build.add("aws:ec2/vpc:Vpc", "vpc", {"cidrBlock": "10.0.0.0/16"})
    table = build.add("aws:ec2/routeTable:RouteTable", "private", vpcId=vpc)
    subnets = [
        build.add(
            "aws:ec2/subnet:Subnet",
            f"private-{zone}",
            {"availabilityZone": f"{REGION}{zone}", "mapPublicIpOnLaunch": False},
            vpcId=vpc,
        )
        for zone in "abc"
    ]
    for subnet in subnets:
        build.add(
            "aws:ec2/routeTableAssociation:RouteTableAssociation",
            subnet.name,
            subnetId=subnet,
            routeTableId=table,
        )
    topic = build.add("aws:sns/topic:Topic", "alarms")
    number = 0
    while len(build.resources) < size:
        _unit(build, f"orders-{number}", vpc, subnets, topic)
        number += 1
    return build.resources[:size]


def _unit(build: Builder, name: str, vpc: Resource, subnets: list[Resource], topic: Resource) -> None:
    inside = build.add("aurora:index:AuroraCluster", name)

    def add(type: str, suffix: str, properties: dict[str, Any], **links: Any) -> Resource:
        return build.add(type, f"{name}{suffix}", properties, parent=inside, **links)

    key = add("aws:kms/key:Key", "", {"enableKeyRotation": True, "policy": _policy(), "description": name})
    add("aws:kms/alias:Alias", "", {"name": f"alias/{name}"}, targetKeyId=key)
    group = add("aws:ec2/securityGroup:SecurityGroup", "", {"description": name}, vpcId=vpc)
    for number in range(3):
        add(
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            f"-{number}",
            {
                "cidrIpv4": f"10.0.{number}.0/24",
                "ipProtocol": "tcp",
                "fromPort": 5432,
                "toPort": 5432,
                "description": "app",
            },
            securityGroupId=group,
        )
    subnet_group = add("aws:rds/subnetGroup:SubnetGroup", "", {"name": name}, subnetIds=subnets)
    parameters = [{"name": "rds.force_ssl", "value": "1"}]
    family = "aurora-postgresql16"
    cluster_group = add(
        "aws:rds/clusterParameterGroup:ClusterParameterGroup",
        "",
        {"family": family, "parameters": parameters},
    )
    instance_group = add(
        "aws:rds/parameterGroup:ParameterGroup", "", {"family": family, "parameters": parameters}
    )
    for log in ("postgresql", "upgrade"):
        add(
            "aws:cloudwatch/logGroup:LogGroup",
            f"-{log}",
            {"name": f"/aws/rds/cluster/{name}/{log}", "retentionInDays": 365},
            kmsKeyId=key,
        )
    cluster = add(
        RDS[0],
        "",
        {
            "clusterIdentifier": name,
            "engine": "aurora-postgresql",
            "engineVersion": "16.6",
            "masterUsername": "orders",
            "manageMasterUserPassword": True,
            "storageEncrypted": True,
            "backupRetentionPeriod": 35,
            "deletionProtection": True,
            "enabledCloudwatchLogsExports": ["postgresql", "upgrade"],
            "tags": {"owner": "team", "environment": "dev"},
        },
        kmsKeyId=key,
        dbSubnetGroupName=subnet_group,
        dbClusterParameterGroupName=cluster_group,
        vpcSecurityGroupIds=[group],
    )
    for number in range(2):
        add(
            RDS[1],
            f"-{number}",
            {"engine": "aurora-postgresql", "instanceClass": "db.r7g.large", "publiclyAccessible": False},
            clusterIdentifier=cluster,
            dbParameterGroupName=instance_group,
            performanceInsightsKmsKeyId=key,
        )
    secret = add("aws:secretsmanager/secret:Secret", "", {"name": f"{name}/app"}, kmsKeyId=key)
    add(
        "aws:secretsmanager/secretRotation:SecretRotation",
        "",
        {"rotationRules": {"automaticallyAfterDays": 30}},
        secretId=secret,
    )
    for metric in ("CPUUtilization", "DatabaseConnections", "FreeableMemory", "FreeLocalStorage"):
        dimensions = {"DBClusterIdentifier": build.named(cluster, "id")}
        alarm = build.add(
            "aws:cloudwatch/metricAlarm:MetricAlarm",
            f"{name}-{metric}",
            {"metricName": metric, "namespace": "AWS/RDS", "dimensions": dimensions},
            parent=inside,
            alarmActions=[topic],
        )
        alarm.property_dependencies["dimensions"] = (cluster.urn,)  # type: ignore[index]


def _policy(service: str = "logs.eu-west-1.amazonaws.com") -> str:
    root = {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}
    return json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Principal": root, "Action": "kms:*", "Resource": "*"},
                {
                    "Effect": "Allow",
                    "Principal": {"Service": service},
                    "Action": ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"],
                    "Resource": "*",
                },
            ],
        }
    )


def keys(build: Builder, number: int) -> None:
    """Keys with aliases and policies."""
    key = build.add("aws:kms/key:Key", f"k-{number}", {"enableKeyRotation": True})
    build.add("aws:kms/alias:Alias", f"k-{number}", {"name": f"alias/k-{number}"}, targetKeyId=key)
    build.add("aws:kms/keyPolicy:KeyPolicy", f"k-{number}", {"policy": _policy()}, keyId=key)


def chained_groups(build: Builder, number: int) -> None:
    """Security groups, each of which admits the one before."""
    group = build.add("aws:ec2/securityGroup:SecurityGroup", f"g-{number}", {"description": "chain"})
    before = build.resources[-3] if number else group
    build.add(
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        f"g-{number}",
        {"ipProtocol": "tcp", "fromPort": 5432, "toPort": 5432},
        securityGroupId=group,
        referencedSecurityGroupId=before,
    )


def rules_of_one_group(build: Builder, number: int) -> None:
    """One security group with ever more rules."""
    if not number:
        build.add("aws:ec2/securityGroup:SecurityGroup", "group", {"description": "many rules"})
    build.add(
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        f"r-{number}",
        {
            "cidrIpv4": f"10.{number // 250}.{number % 250}.0/24",
            "ipProtocol": "tcp",
            "fromPort": 5432,
            "toPort": 5432,
        },
        securityGroupId=build.resources[0],
    )


def roles(build: Builder, number: int) -> None:
    """Roles with an inline policy, and a managed one attached."""
    trust = json.dumps(
        {
            "Statement": [
                {
                    "Effect": "Allow",
                    "Action": "sts:AssumeRole",
                    "Principal": {"Service": "rds.amazonaws.com"},
                }
            ]
        }
    )
    allowed = json.dumps(
        {
            "Statement": [
                {
                    "Effect": "Allow",
                    "Action": ["s3:GetObject", "rds-db:connect"],
                    "Resource": f"arn:aws:rds-db:{REGION}:{ACCOUNT}:dbuser:cluster-{number}/app",
                }
            ]
        }
    )
    role = build.add("aws:iam/role:Role", f"r-{number}", {"assumeRolePolicy": trust})
    policy = build.add("aws:iam/policy:Policy", f"r-{number}", {"policy": allowed})
    build.add("aws:iam/rolePolicy:RolePolicy", f"r-{number}", {"policy": allowed}, role=role)
    build.add("aws:iam/rolePolicyAttachment:RolePolicyAttachment", f"r-{number}", role=role, policyArn=policy)


def subnets(build: Builder, number: int) -> None:
    """Subnets of one VPC, each with a route table, a route and an ACL of its own."""
    vpc = build.resources[0] if number else build.add("aws:ec2/vpc:Vpc", "vpc", {"cidrBlock": "10.0.0.0/16"})
    gateway = (
        build.resources[1]
        if number
        else build.add("aws:ec2/internetGateway:InternetGateway", "igw", vpcId=vpc)
    )
    subnet = build.add(
        "aws:ec2/subnet:Subnet",
        f"s-{number}",
        {"availabilityZone": f"{REGION}{'abc'[number % 3]}"},
        vpcId=vpc,
    )
    table = build.add("aws:ec2/routeTable:RouteTable", f"s-{number}", vpcId=vpc)
    build.add(
        "aws:ec2/route:Route",
        f"s-{number}",
        {"destinationCidrBlock": "0.0.0.0/0"},
        routeTableId=table,
        gatewayId=gateway,
    )
    build.add(
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        f"s-{number}",
        subnetId=subnet,
        routeTableId=table,
    )
    acl = build.add("aws:ec2/networkAcl:NetworkAcl", f"s-{number}", vpcId=vpc, subnetIds=[subnet])
    build.add(
        "aws:ec2/networkAclRule:NetworkAclRule",
        f"s-{number}",
        {
            "ruleNumber": 100,
            "protocol": "6",
            "ruleAction": "allow",
            "cidrBlock": "10.0.0.0/16",
            "fromPort": 5432,
            "toPort": 5432,
        },
        networkAclId=acl,
    )
    build.add("aws:rds/subnetGroup:SubnetGroup", f"s-{number}", subnetIds=[subnet])


def secrets(build: Builder, number: int) -> None:
    """Secrets with a policy and a rotation."""
    secret = build.add("aws:secretsmanager/secret:Secret", f"s-{number}", {"name": f"s-{number}"})
    build.add(
        "aws:secretsmanager/secretRotation:SecretRotation",
        f"s-{number}",
        {"rotationRules": {"automaticallyAfterDays": 30}},
        secretId=secret,
    )
    build.add(
        "aws:secretsmanager/secretPolicy:SecretPolicy", f"s-{number}", {"policy": _policy()}, secretArn=secret
    )


def topics(build: Builder, number: int) -> None:
    """Topics with subscriptions, of people and of RDS."""
    topic = build.add("aws:sns/topic:Topic", f"t-{number}", {"name": f"t-{number}"})
    build.add(
        "aws:sns/topicSubscription:TopicSubscription",
        f"t-{number}",
        {"protocol": "email", "endpoint": "team@example.com"},
        topic=topic,
    )
    cluster = build.add(RDS[0], f"t-{number}", {"engine": "aurora-mysql", "clusterIdentifier": f"t-{number}"})
    build.add(
        "aws:rds/eventSubscription:EventSubscription",
        f"t-{number}",
        {"sourceType": "db-cluster"},
        snsTopic=topic,
        sourceIds=[cluster],
    )


def alarms(build: Builder, number: int) -> None:
    """Clusters with members and alarms."""
    cluster = build.add(
        RDS[0], f"c-{number}", {"engine": "aurora-postgresql", "clusterIdentifier": f"c-{number}"}
    )
    build.add(RDS[1], f"c-{number}", {"engine": "aurora-postgresql"}, clusterIdentifier=cluster)
    alarm = build.add(
        "aws:cloudwatch/metricAlarm:MetricAlarm",
        f"c-{number}",
        {
            "metricName": "CPUUtilization",
            "namespace": "AWS/RDS",
            "dimensions": {"DBClusterIdentifier": build.named(cluster, "id")},
        },
    )
    alarm.property_dependencies["dimensions"] = (cluster.urn,)  # type: ignore[index]


def instances(build: Builder, number: int) -> None:
    """DB instances with a key, an alias, a parameter group, a backup selection and a log group."""
    key = build.add("aws:kms/key:Key", f"i-{number}", {"enableKeyRotation": True, "policy": _policy()})
    build.add("aws:kms/alias:Alias", f"i-{number}", {"name": f"alias/i-{number}"}, targetKeyId=key)
    group = build.add("aws:rds/parameterGroup:ParameterGroup", f"i-{number}", {"family": "postgres16"})
    instance = build.add(
        "aws:rds/instance:Instance",
        f"i-{number}",
        {"engine": "postgres", "identifier": f"i-{number}", "tags": {"backup": f"plan-{number}"}},
        kmsKeyId=key,
        parameterGroupName=group,
    )
    plan = build.add("aws:backup/plan:Plan", f"i-{number}", {"name": f"i-{number}"})
    build.add(
        "aws:backup/selection:Selection",
        f"i-{number}",
        {"selectionTags": [{"type": "STRINGEQUALS", "key": "backup", "value": f"plan-{number}"}]},
        planId=plan,
    )
    build.add("aws:backup/selection:Selection", f"i-{number}-arn", planId=plan, resources=[instance])
    build.add("aws:cloudwatch/logGroup:LogGroup", f"i-{number}", {"name": f"/app/i-{number}"}, kmsKeyId=key)


HEAVY: tuple[Callable[[Builder, int], None], ...] = (
    keys,
    chained_groups,
    rules_of_one_group,
    roles,
    subnets,
    secrets,
    topics,
    alarms,
    instances,
)


def heavy(shape: Callable[[Builder, int], None], count: int, deployed: bool = False) -> list[Resource]:
    """`count` of one heavy shape."""
    build = Builder(deployed)
    for number in range(count):
        shape(build, number)
    return build.resources


def all_shapes() -> Iterator[tuple[str, Callable[[int], list[Resource]]]]:
    """Every shape by name, at preview and deployed, each as a function of its size."""
    for deployed in (False, True):
        when = "deployed" if deployed else "preview"
        yield f"units, {when}", lambda size, deployed=deployed: units(size, deployed)  # type: ignore[misc]
        for shape in HEAVY:
            yield (
                f"{shape.__name__}, {when}",
                lambda count, shape=shape, deployed=deployed: heavy(shape, count, deployed),  # type: ignore[misc]
            )
