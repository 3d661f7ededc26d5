"""Arguments that several tests start from."""

from collections.abc import Callable
from typing import Any

import pulumi

from aurora_components.aurora_cluster import AuroraCluster
from tests.components.recording import Recording, record

POSTGRESQL: dict[str, Any] = {
    "engine": "aurora-postgresql",
    "engine_version": "16.8",
    "vpc_id": "vpc-1",
    "subnet_ids": ["subnet-a", "subnet-b"],
    "default_instance_class": "db.r7g.large",
}
MYSQL: dict[str, Any] = {
    "engine": "aurora-mysql",
    "engine_version": "8.0.mysql_aurora.3.10.4",
    "vpc_id": "vpc-1",
    "subnet_ids": ["subnet-a", "subnet-b"],
    "default_instance_class": "db.r7g.large",
}
SERVERLESS: dict[str, Any] = {
    **{key: value for key, value in POSTGRESQL.items() if key != "default_instance_class"},
    "serverless": {"min_capacity": 0.5, "max_capacity": 4},
    "protection": "ephemeral",
}
SECONDARY: dict[str, Any] = {
    "global_membership": {
        "global_cluster_identifier": "global-orders",
        "role": "secondary",
        "primary_region": "eu-west-1",
    }
}
PRIMARY: dict[str, Any] = {
    "global_membership": {"global_cluster_identifier": "global-orders", "role": "primary"}
}

CLUSTER = "rds/cluster:Cluster"
INSTANCE = "rds/clusterInstance:ClusterInstance"
CLUSTER_PARAMETERS = "rds/clusterParameterGroup:ClusterParameterGroup"
INSTANCE_PARAMETERS = "rds/parameterGroup:ParameterGroup"
LOG_GROUP = "cloudwatch/logGroup:LogGroup"

KEY = "arn:aws:kms:eu-central-1:123456789012:key/orders-key-key"
"""ARN the recording gives to the key the component makes."""


def build(base: dict[str, Any], **more: Any) -> Recording:
    """Registrations of a cluster named `orders`."""
    return record(lambda: AuroraCluster("orders", {**base, **more}))


def build_with(program: Callable[[AuroraCluster], Any], base: dict[str, Any], **more: Any) -> Recording:
    """The same, and what `program` does with the component."""
    return record(lambda: program(AuroraCluster("orders", {**base, **more})))


def problems(base: dict[str, Any], **more: Any) -> dict[str, str]:
    """Problems of the arguments: path -> message. Nothing may have been registered."""
    try:
        build(base, **more)
    except pulumi.InputPropertiesError as error:
        return {each["property_path"]: each["reason"] for each in error.errors or ()}
    return {}


def parameters(recording: Recording, type_: str = CLUSTER_PARAMETERS) -> dict[str, tuple[str, str]]:
    """Parameters of the only group of a type: name -> (value, apply method)."""
    return {
        each["name"]: (each["value"], each["applyMethod"])
        for each in recording.one(type_).inputs.get("parameters", [])
    }
