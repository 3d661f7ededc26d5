"""An AWS account as far as it refuses things: names that exist, protection, what is in use, ranges that overlap.

Every rule names what AWS or the provider answers. What AWS would accept without a condition is accepted here too.
"""

import ipaddress
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Properties = dict[str, Any]

CLUSTER = "aws:rds/cluster:Cluster"
INSTANCE = "aws:rds/clusterInstance:ClusterInstance"
GLOBAL = "aws:rds/globalCluster:GlobalCluster"
CLUSTER_PARAMETERS = "aws:rds/clusterParameterGroup:ClusterParameterGroup"
PARAMETERS = "aws:rds/parameterGroup:ParameterGroup"
SUBNET = "aws:ec2/subnet:Subnet"
VAULT = "aws:backup/vault:Vault"
SECRET = "aws:secretsmanager/secret:Secret"

#: The property that holds the name AWS knows a resource by, unique for its type in a region.
NAMES = {
    "aws:appautoscaling/target:Target": "resourceId",
    "aws:backup/plan:Plan": "",
    "aws:cloudwatch/dashboard:Dashboard": "dashboardName",
    CLUSTER: "clusterIdentifier",
    INSTANCE: "identifier",
    GLOBAL: "globalClusterIdentifier",
    "aws:rds/clusterEndpoint:ClusterEndpoint": "clusterEndpointIdentifier",
    "aws:rds/proxyEndpoint:ProxyEndpoint": "dbProxyEndpointName",
    **dict.fromkeys(
        (
            VAULT,
            SECRET,
            CLUSTER_PARAMETERS,
            PARAMETERS,
            "aws:backup/restoreTestingPlan:RestoreTestingPlan",
            "aws:cloudwatch/logGroup:LogGroup",
            "aws:cloudwatch/metricAlarm:MetricAlarm",
            "aws:iam/instanceProfile:InstanceProfile",
            "aws:iam/policy:Policy",
            "aws:iam/role:Role",
            "aws:kms/alias:Alias",
            "aws:rds/eventSubscription:EventSubscription",
            "aws:rds/proxy:Proxy",
            "aws:rds/subnetGroup:SubnetGroup",
            "aws:sns/topic:Topic",
        ),
        "name",
    ),
}

#: What forbids to delete a resource: the type and the property of others that hold its id, name or ARN.
USERS = {
    "aws:ec2/securityGroup:SecurityGroup": (
        (CLUSTER, "vpcSecurityGroupIds"),
        ("aws:rds/proxy:Proxy", "vpcSecurityGroupIds"),
        ("aws:ec2/vpcEndpoint:VpcEndpoint", "securityGroupIds"),
        ("aws:ec2/instance:Instance", "vpcSecurityGroupIds"),
        ("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "referencedSecurityGroupId"),
        ("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "referencedSecurityGroupId"),
    ),
    SUBNET: (
        ("aws:rds/subnetGroup:SubnetGroup", "subnetIds"),
        ("aws:ec2/natGateway:NatGateway", "subnetId"),
        ("aws:ec2/vpcEndpoint:VpcEndpoint", "subnetIds"),
        ("aws:rds/proxy:Proxy", "vpcSubnetIds"),
        ("aws:ec2/instance:Instance", "subnetId"),
    ),
    "aws:ec2/vpc:Vpc": ((SUBNET, "vpcId"), ("aws:ec2/securityGroup:SecurityGroup", "vpcId")),
    "aws:rds/subnetGroup:SubnetGroup": ((CLUSTER, "dbSubnetGroupName"), (INSTANCE, "dbSubnetGroupName")),
    CLUSTER_PARAMETERS: ((CLUSTER, "dbClusterParameterGroupName"),),
    PARAMETERS: ((INSTANCE, "dbParameterGroupName"),),
    CLUSTER: ((INSTANCE, "clusterIdentifier"),),
    "aws:iam/role:Role": (
        ("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role"),
        ("aws:iam/instanceProfile:InstanceProfile", "role"),
    ),
    "aws:iam/policy:Policy": (("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "policyArn"),),
    "aws:rds/proxy:Proxy": (("aws:rds/proxyEndpoint:ProxyEndpoint", "dbProxyName"),),
}


class Refused(Exception):
    """What AWS or the provider answers to a request it does not carry out."""


@dataclass
class Thing:
    """One resource of the account."""

    type: str
    id: str
    region: str
    properties: Properties

    @property
    def name(self) -> str:
        return str(self.properties.get(NAMES.get(self.type, "")) or self.id)


@dataclass
class Account:
    """What exists, and what remains of what was deleted. `fail_next` makes the next request of a type fail."""

    things: list[Thing] = field(default_factory=list)
    snapshots: set[str] = field(default_factory=set)
    secrets_in_recovery: set[str] = field(default_factory=set)
    passwords: dict[str, str] = field(default_factory=dict)
    """Cluster identifier -> the admin password in force."""
    secret_strings: dict[str, str] = field(default_factory=dict)
    """Secret id -> its current string."""
    fail_next: dict[str, str] = field(default_factory=dict)
    """Type -> message of a failure that has nothing to do with the request: a throttle, a lost session."""
    deleted: list[Thing] = field(default_factory=list)

    def of(self, type_: str) -> list[Thing]:
        return [thing for thing in self.things if thing.type == type_]

    def get(self, type_: str, id_: str) -> Thing:
        for thing in self.of(type_):
            if thing.id == id_:
                return thing
        raise Refused(f"{type_} {id_} does not exist")

    def one(self, type_: str) -> Thing:
        found = self.of(type_)
        assert len(found) == 1, f"{len(found)} of {type_}: {[thing.name for thing in found]}"
        return found[0]

    def create(self, thing: Thing) -> None:
        self._fail(thing.type)
        if thing.type == GLOBAL or thing.type in NAMES:
            for other in self.of(thing.type):
                if other.name == thing.name and other.region == thing.region:
                    raise Refused(f"{thing.type} {thing.name} already exists")
        if thing.type == SECRET and thing.name in self.secrets_in_recovery:
            raise Refused(f"secret {thing.name} is already scheduled for deletion")
        if thing.type == SUBNET:
            self._refuse_overlap(thing)
        if thing.type == CLUSTER:
            self._check_cluster(thing.properties)
            self._set_password(thing.properties)
        if thing.type == "aws:secretsmanager/secretVersion:SecretVersion":
            self._set_secret(thing.properties)
        self.things.append(thing)

    def update(self, thing: Thing, properties: Properties, changed: set[str]) -> None:
        self._fail(thing.type)
        if thing.type == CLUSTER:
            self._check_upgrade(thing.properties, properties, changed)
            if {"masterPasswordWoVersion", "masterPassword"} & changed:
                self._set_password(properties)
        if thing.type == INSTANCE and "dbParameterGroupName" in changed:
            self._check_instance_group(properties)
        if thing.type == SECRET and changed & {"name"}:
            raise Refused("a secret cannot be renamed")
        thing.properties |= {key: properties.get(key) for key in changed}
        if thing.type == GLOBAL and "engineVersion" in changed:
            self._upgrade_members(thing)

    def delete(self, thing: Thing) -> None:
        self._fail(thing.type)
        if thing not in self.things:
            return
        if thing.type == "aws:backup/vault:Vault" and thing.properties.get("recoveryPoints"):
            raise Refused(f"backup vault {thing.name} cannot be deleted because it contains recovery points")
        if thing.properties.get("deletionProtection"):
            raise Refused(
                f"Cannot delete protected {thing.type} {thing.name}, please disable deletion protection"
            )
        users = [user for user in self._users(thing) if user.id != thing.id or user.type != thing.type]
        if thing.type != GLOBAL and users:
            raise Refused(f"{thing.type} {thing.name} is in use by {users[0].type} {users[0].name}")
        if thing.type == GLOBAL and not thing.properties.get("forceDestroy"):
            members = [
                each
                for each in self.of(CLUSTER)
                if each.properties.get("globalClusterIdentifier") == thing.id
            ]
            if members:
                raise Refused(f"global cluster {thing.name} still has the member {members[0].name}")
        if thing.type == CLUSTER:
            self._take_final_snapshot(thing)
        if thing.type == SECRET and thing.properties.get("recoveryWindowInDays", 30):
            self.secrets_in_recovery.add(thing.name)
        self.things.remove(thing)
        self.deleted.append(thing)

    def _fail(self, type_: str) -> None:
        message = self.fail_next.pop(type_, None)
        if message:
            raise Refused(message)

    def _users(self, thing: Thing) -> Iterator[Thing]:
        names = {thing.id, thing.name, thing.properties.get("arn")} - {None}
        for type_, property_ in USERS.get(thing.type, ()):
            for other in self.of(type_):
                value = other.properties.get(property_)
                held = set(value) if isinstance(value, list) else {value}
                if held & names:
                    yield other

    def _refuse_overlap(self, subnet: Thing) -> None:
        block = ipaddress.ip_network(subnet.properties["cidrBlock"])
        for other in self.of(SUBNET):
            same = other.properties["vpcId"] == subnet.properties["vpcId"]
            if same and block.overlaps(ipaddress.ip_network(other.properties["cidrBlock"])):
                raise Refused(f"InvalidSubnet.Conflict: the CIDR {block} conflicts with another subnet")

    def _check_cluster(self, properties: Properties) -> None:
        self._check_family(properties, str(properties.get("engineVersion")))

    def _check_family(self, properties: Properties, version: str) -> None:
        groups = [
            g for g in self.of(CLUSTER_PARAMETERS) if g.name == properties.get("dbClusterParameterGroupName")
        ]
        if groups and groups[0].properties["family"] != family(properties["engine"], version):
            raise Refused(
                f"InvalidParameterCombination: the parameter group {groups[0].name} with family "
                f"{groups[0].properties['family']} cannot be used for this cluster of version {version}"
            )

    def _check_upgrade(self, old: Properties, new: Properties, changed: set[str]) -> None:
        before = str(old.get("engineVersion"))
        after = str(new.get("engineVersion")) if "engineVersion" in changed else before
        crosses = family(old["engine"], before) != family(new["engine"], after)
        if crosses and not new.get("allowMajorVersionUpgrade"):
            raise Refused(
                "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version"
            )
        running = after if new.get("applyImmediately") or "engineVersion" not in changed else before
        if "dbClusterParameterGroupName" in changed:
            self._check_family(new, running)

    def _check_instance_group(self, properties: Properties) -> None:
        clusters = [c for c in self.of(CLUSTER) if c.id == properties["clusterIdentifier"]]
        groups = [g for g in self.of(PARAMETERS) if g.name == properties["dbParameterGroupName"]]
        if clusters and groups:
            wanted = family(
                clusters[0].properties["engine"], str(clusters[0].properties.get("engineVersion"))
            )
            if groups[0].properties["family"] != wanted:
                raise Refused(
                    f"InvalidParameterCombination: the parameter group {groups[0].name} cannot be used for {wanted}"
                )

    def _upgrade_members(self, database: Thing) -> None:
        """AWS upgrades every member at once, and gives those of another family the default parameter groups."""
        version = str(database.properties["engineVersion"])
        for cluster in self.of(CLUSTER):
            if cluster.properties.get("globalClusterIdentifier") != database.id:
                continue
            engine = cluster.properties["engine"]
            if family(engine, version) != family(engine, str(cluster.properties["engineVersion"])):
                default = f"default.{family(engine, version)}"
                cluster.properties["dbClusterParameterGroupName"] = default
                for instance in self.of(INSTANCE):
                    if instance.properties["clusterIdentifier"] == cluster.id:
                        instance.properties["dbParameterGroupName"] = default
            cluster.properties["engineVersion"] = version

    def _set_password(self, properties: Properties) -> None:
        password = properties.get("masterPasswordWo") or properties.get("masterPassword")
        if password:
            self.passwords[properties["clusterIdentifier"]] = password

    def _set_secret(self, properties: Properties) -> None:
        self.secret_strings[properties["secretId"]] = (
            properties.get("secretStringWo") or properties.get("secretString") or ""
        )

    def _take_final_snapshot(self, cluster: Thing) -> None:
        if cluster.properties.get("skipFinalSnapshot"):
            return
        identifier = cluster.properties.get("finalSnapshotIdentifier")
        if not identifier:
            raise Refused("final_snapshot_identifier is required when skip_final_snapshot is false")
        if identifier in self.snapshots:
            raise Refused(f"DBClusterSnapshotAlreadyExistsFault: {identifier}")
        self.snapshots.add(identifier)


def family(engine: str, version: str) -> str:
    """The parameter group family of a version."""
    return f"{engine}{version.split('.')[0]}" if engine == "aurora-postgresql" else f"{engine}{version[:3]}"
