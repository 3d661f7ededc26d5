"""Databases, caches and search engines of every service: what a public web port must not share a group with."""

from .resource import View


class DataStore(View):
    """A database, proxy or cache that has security groups."""

    TYPES = (
        "aws:rds/cluster:Cluster",
        "aws:rds/clusterInstance:ClusterInstance",
        "aws:rds/instance:Instance",
        "aws:rds/proxy:Proxy",
        "aws:dax/cluster:Cluster",
        "aws:docdb/cluster:Cluster",
        "aws:elasticache/cluster:Cluster",
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "aws:elasticache/serverlessCache:ServerlessCache",
        "aws:elasticsearch/domain:Domain",
        "aws:memorydb/cluster:Cluster",
        "aws:msk/cluster:Cluster",
        "aws:neptune/cluster:Cluster",
        "aws:opensearch/domain:Domain",
        "aws:redshift/cluster:Cluster",
        "aws:redshiftserverless/workgroup:Workgroup",
        "aws-native:rds:DbCluster",
        "aws-native:rds:DbInstance",
        "aws-native:rds:DbProxy",
        "aws-native:docdb:DbCluster",
        "aws-native:elasticache:ReplicationGroup",
        "aws-native:elasticache:ServerlessCache",
        "aws-native:memorydb:Cluster",
        "aws-native:msk:Cluster",
        "aws-native:neptune:DbCluster",
        "aws-native:opensearchservice:Domain",
        "aws-native:redshift:Cluster",
    )
    NOUN = "data store"

    # The properties that name security groups, over all of these types.
    GROUPS = (
        "vpcSecurityGroupIds",
        "vpcSecurityGroups",
        "securityGroupIds",
        "securityGroups",
        "vpcOptions.securityGroupIds",
        "brokerNodeGroupInfo.securityGroups",
    )
