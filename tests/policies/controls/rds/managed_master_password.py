"""Cases of rds-managed-master-password."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_passes,
    changed,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_cluster,
    native_instance,
    native_member,
    not_applicable,
    secret,
    unknown,
    violating,
)

MANAGED = {"manageMasterUserPassword": True}

CASES = [
    compliant("managed", cluster(**MANAGED)),
    compliant("managed, aws-native", native_cluster(**MANAGED)),
    compliant("an instance", instance(**MANAGED)),
    compliant("IAM alone, aws-native", native_cluster(masterUserAuthenticationType="iam-db-auth")),
    compliant("IAM alone, an instance", native_instance(masterUserAuthenticationType="iam-db-auth")),
    compliant("a restore that is managed", cluster(snapshotIdentifier="last", **MANAGED)),
    violating("a password of one's own", cluster(masterPassword=secret("k9-Wq!x_2mPz"))),
    violating("not even shown", cluster(masterPassword=secret("k9-Wq!x_2mPz")), says="is not true"),
    violating("a write-only one", cluster(masterPasswordWo=secret("k9-Wq!x_2mPz"))),
    violating("turned off", cluster(manageMasterUserPassword=False)),
    violating("turned off, aws-native", native_instance(manageMasterUserPassword=False)),
    violating("a restore with a new one", cluster(snapshotIdentifier="last", masterPassword=UNKNOWN)),
    absent_fails("nobody manages it", cluster()),
    absent_fails("nor that of an instance", instance(password=UNKNOWN)),
    absent_passes("a snapshot has its own", cluster(snapshotIdentifier="last")),
    absent_passes("a replica", cluster(replicationSourceIdentifier="arn:x")),
    absent_passes("a read replica", instance(replicateSourceDb="main")),
    absent_passes("a restore, aws-native", native_cluster(snapshotIdentifier="last")),
    unknown("from configuration", cluster(manageMasterUserPassword=UNKNOWN)),
    not_applicable(
        "the primary of a global database", cluster(globalClusterIdentifier="world", masterUsername="owner")
    ),
    not_applicable("a secondary", cluster(globalClusterIdentifier="world")),
    not_applicable("Serverless v1", cluster(engineMode="serverless", masterPassword=UNKNOWN)),
    not_applicable("a member has none", member()),
    not_applicable("a member, aws-native", native_member()),
    not_applicable("DocumentDB", cluster(engine="docdb")),
]

MUTATION = mutation(
    changed("aws:rds/cluster:Cluster", drop=("globalClusterIdentifier",), manageMasterUserPassword=False)
)
