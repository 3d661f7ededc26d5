import pulumi
import pulumi_aws as aws

cluster = aws.rds.Cluster(
    "orders",
    engine="aurora-postgresql",
    master_password="hunter2hunter2",
    master_username="root",
    skip_final_snapshot=True,
)
aws.rds.ClusterInstance(
    "orders-1", cluster_identifier=cluster.id, engine="aurora-postgresql", instance_class="db.r6g.large"
)
pulumi.export("endpoint", cluster.endpoint)
