"""Resources that no control judges although they hold a database, or make resources that guard never sees."""

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from ..report.model import ReportedResource, Unjudged

_MAKER = "its resources are made by {}, where no policy sees them"
_STORE = "{} holds data, and no control is about it"

#: Why resources are not judged, by a pattern of their type tokens. The first that matches counts.
REASONS = {
    "aws:cloudformation/stack*:*": _MAKER.format("CloudFormation"),
    "aws-native:cloudformation:Stack*": _MAKER.format("CloudFormation"),
    "aws:cloudcontrol/resource:Resource": "no control reads the text that Cloud Control makes a resource of",
    "aws:serverlessrepository/cloudFormationStack:CloudFormationStack": _MAKER.format("CloudFormation"),
    "aws:servicecatalog/provisionedProduct:ProvisionedProduct": _MAKER.format("Service Catalog"),
    "kubernetes:*": "no control is about Kubernetes resources",
    "aws:neptune/cluster:Cluster": _STORE.format("Neptune"),
    "aws:neptune/clusterInstance:ClusterInstance": _STORE.format("Neptune"),
    "aws:neptunegraph/graph:Graph": _STORE.format("Neptune Analytics"),
    "aws-native:neptune:Db*": _STORE.format("Neptune"),
    "aws:docdb/cluster:Cluster": _STORE.format("DocumentDB"),
    "aws:docdb/clusterInstance:ClusterInstance": _STORE.format("DocumentDB"),
    "aws:docdb/elasticCluster:ElasticCluster": _STORE.format("DocumentDB"),
    "aws-native:docdb*:*Cluster": _STORE.format("DocumentDB"),
    "aws:dsql/cluster:Cluster": _STORE.format("Aurora DSQL"),
    "aws-native:dsql:Cluster": _STORE.format("Aurora DSQL"),
    "aws:dynamodb/table:Table": _STORE.format("DynamoDB"),
    "aws:dynamodb/globalTable:GlobalTable": _STORE.format("DynamoDB"),
    "aws-native:dynamodb:*Table": _STORE.format("DynamoDB"),
    "aws:dax/cluster:Cluster": _STORE.format("DynamoDB Accelerator"),
    "aws:redshift/cluster:Cluster": _STORE.format("Redshift"),
    "aws:redshiftserverless/namespace:Namespace": _STORE.format("Redshift Serverless"),
    "aws-native:redshift*:Cluster": _STORE.format("Redshift"),
    "aws:elasticache/cluster:Cluster": _STORE.format("ElastiCache"),
    "aws:elasticache/replicationGroup:ReplicationGroup": _STORE.format("ElastiCache"),
    "aws:elasticache/serverlessCache:ServerlessCache": _STORE.format("ElastiCache"),
    "aws-native:elasticache:*Cache*": _STORE.format("ElastiCache"),
    "aws:memorydb/cluster:Cluster": _STORE.format("MemoryDB"),
    "aws-native:memorydb:Cluster": _STORE.format("MemoryDB"),
    "aws:opensearch/domain:Domain": _STORE.format("OpenSearch"),
    "aws:elasticsearch/domain:Domain": _STORE.format("OpenSearch"),
    "aws:keyspaces/table:Table": _STORE.format("Keyspaces"),
    "aws:qldb/ledger:Ledger": _STORE.format("QLDB"),
    "aws:timestreamwrite/table:Table": _STORE.format("Timestream"),
    "aws:timestreaminfluxdb/dbInstance:DbInstance": _STORE.format("Timestream for InfluxDB"),
    "aws:lightsail/database:Database": _STORE.format("Lightsail"),
    "aws:odb/*:*": _STORE.format("Oracle Database@AWS"),
}

# The package of a Terraform module has a name of the user's own and a component of this type.
_TERRAFORM_MODULE = re.compile(r"[\w-]+:index:Module")


def unjudged(resources: Iterable[ReportedResource]) -> Iterator[Unjudged]:
    """Yield the resources that no control judges because of their type."""
    for resource in resources:
        if reason := reason_of(resource.type):
            yield Unjudged(resource.urn, resource.type, reason)


def reason_of(type_: str) -> str:
    """Why resources of a type are not judged, or nothing where they are, or hold no data."""
    if _TERRAFORM_MODULE.fullmatch(type_):
        return _MAKER.format("a Terraform module")
    return next((reason for pattern, reason in REASONS.items() if fnmatchcase(type_, pattern)), "")
