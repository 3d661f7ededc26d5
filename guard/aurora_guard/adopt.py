"""Writes the program that imports an existing cluster, from what the AWS command line says of it."""

import pprint
from collections.abc import Iterable, Mapping
from typing import Any

from .errors import GuardError

Described = Mapping[str, Any]

_SUPPORTED = ("aurora-postgresql", "aurora-mysql")

_PROGRAM = '''"""Imports the Aurora cluster {identifier}. See the guide importing.md for the steps that follow."""

from aurora_components import AuroraCluster

AuroraCluster(
    "{name}",
{arguments},
)
'''


def program(clusters: Described, instances: Described, subnet_groups: Described, identifier: str = "") -> str:
    """The source of the program.

    The arguments are the parsed answers of `aws rds describe-db-clusters`, `describe-db-instances` and
    `describe-db-subnet-groups`. `identifier` chooses among several clusters. Raises GuardError.
    """
    cluster = _chosen(_listed(clusters, "DBClusters", "describe-db-clusters"), identifier)
    members = [
        instance
        for instance in _listed(instances, "DBInstances", "describe-db-instances")
        if instance.get("DBClusterIdentifier") == cluster["DBClusterIdentifier"]
    ]
    groups = _listed(subnet_groups, "DBSubnetGroups", "describe-db-subnet-groups")
    arguments = arguments_of(cluster, members, _vpc(cluster, groups))
    text = pprint.pformat(arguments, indent=4, width=96, sort_dicts=False)
    indented = "\n".join(f"    {line}" for line in text.splitlines())
    name = cluster["DBClusterIdentifier"]
    return _PROGRAM.format(identifier=name, name=name, arguments=indented)


def arguments_of(cluster: Described, members: Iterable[Described], vpc_id: str) -> dict[str, Any]:
    """The arguments of the AuroraCluster: what the cluster has, and the ids under which it exists."""
    keys = _keys(members, cluster)
    identifier = cluster["DBClusterIdentifier"]
    arguments: dict[str, Any] = {
        "engine": cluster["Engine"],
        "engine_version": cluster["EngineVersion"],
        "cluster_name": identifier,
        "vpc_id": vpc_id,
        "subnet_group_name": cluster["DBSubnetGroup"],
        "kms_key_arn": cluster["KmsKeyId"],
        "port": cluster["Port"],
        "credentials": {"mode": "inherited"},
        "instances": {key: _instance(instance) for key, instance in keys.items()},
    }
    if cluster.get("DatabaseName"):
        arguments["database_name"] = cluster["DatabaseName"]
    capacity = cluster.get("ServerlessV2ScalingConfiguration")
    if capacity:
        arguments["serverless"] = {
            "min_capacity": capacity["MinCapacity"],
            "max_capacity": capacity["MaxCapacity"],
        }
    if cluster.get("StorageType") == "aurora-iopt1":
        arguments["io_optimized"] = True
    if cluster.get("NetworkType", "IPV4") != "IPV4":
        arguments["network_type"] = cluster["NetworkType"]
    if cluster.get("HttpEndpointEnabled"):
        arguments["data_api"] = True
    if cluster.get("TagList"):
        arguments["tags"] = {
            tag["Key"]: tag["Value"] for tag in cluster["TagList"] if not tag["Key"].startswith("aws:")
        }
    arguments["import_ids"] = {
        "cluster": identifier,
        **{f"instance:{key}": instance["DBInstanceIdentifier"] for key, instance in keys.items()},
    }
    return arguments


def _listed(answer: Described, key: str, command: str) -> list[Described]:
    found = answer.get(key) if isinstance(answer, Mapping) else None
    if not isinstance(found, list):
        raise GuardError(f"There is no {key}: give the JSON that `aws rds {command}` prints.")
    return found


def _chosen(clusters: list[Described], identifier: str) -> Described:
    names = [str(cluster.get("DBClusterIdentifier")) for cluster in clusters]
    if identifier:
        clusters = [cluster for cluster in clusters if cluster.get("DBClusterIdentifier") == identifier]
    if len(clusters) != 1:
        found = "more than one cluster" if clusters else "no such cluster"
        raise GuardError(f"There is {found}; choose one with --cluster, of: {', '.join(names) or 'none'}.")
    cluster = clusters[0]
    if cluster.get("Engine") not in _SUPPORTED:
        raise GuardError(
            f"{cluster['DBClusterIdentifier']} is of {cluster.get('Engine')}, not of Aurora: it cannot be imported."
        )
    if not cluster.get("StorageEncrypted") or not cluster.get("KmsKeyId"):
        raise GuardError(
            f"{cluster['DBClusterIdentifier']} is not encrypted, and a cluster cannot be encrypted in place: restore "
            "a snapshot of it into a new cluster, see the guide restoring."
        )
    return cluster


def _vpc(cluster: Described, groups: list[Described]) -> str:
    for group in groups:
        if group.get("DBSubnetGroupName") == cluster.get("DBSubnetGroup"):
            return str(group["VpcId"])
    raise GuardError(
        f"The subnet group {cluster.get('DBSubnetGroup')} is not described: give the JSON that "
        "`aws rds describe-db-subnet-groups` prints."
    )


_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _keys(members: Iterable[Described], cluster: Described) -> dict[str, Described]:
    """A key for each instance, the writer first."""
    writers = {
        member.get("DBInstanceIdentifier")
        for member in cluster.get("DBClusterMembers", ())
        if member.get("IsClusterWriter")
    }
    ordered = sorted(
        members, key=lambda each: (each["DBInstanceIdentifier"] not in writers, each["DBInstanceIdentifier"])
    )
    return {
        _NUMBERS[number] if number < len(_NUMBERS) else f"n{number + 1}": instance
        for number, instance in enumerate(ordered)
    }


def _instance(instance: Described) -> dict[str, Any]:
    described = {
        "identifier": instance["DBInstanceIdentifier"],
        "instance_class": instance["DBInstanceClass"],
    }
    if instance.get("PromotionTier") is not None:
        described["promotion_tier"] = instance["PromotionTier"]
    return described
