"""Cases of rds-managed-password-conflict."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    changed,
    cluster,
    compliant,
    instance,
    mutation,
    native_cluster,
    native_instance,
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
    compliant("an empty password is none", cluster(**MANAGED, masterPassword="")),
    compliant("a restore", cluster(snapshotIdentifier="last", **MANAGED)),
    violating("beside a password", cluster(**MANAGED, masterPassword=secret("x")), says="`masterPassword`"),
    violating("beside a write-only one", cluster(**MANAGED, masterPasswordWo=secret("x"))),
    violating("beside one, aws-native", native_instance(**MANAGED, masterUserPassword=secret("x"))),
    violating("beside one of an instance", instance(**MANAGED, password=UNKNOWN)),
    violating(
        "in a global database", cluster(**MANAGED, globalClusterIdentifier="world", masterUsername="me")
    ),
    violating("in a secondary not known yet", cluster(**MANAGED, globalClusterIdentifier=UNKNOWN)),
    violating("on a replica", cluster(**MANAGED, replicationSourceIdentifier="arn:x")),
    violating("on Serverless v1", cluster(**MANAGED, engineMode="serverless")),
    absent_not_applicable("not managed", cluster()),
    unknown("from configuration", cluster(manageMasterUserPassword=UNKNOWN, masterPassword="x")),
    not_applicable("turned off", cluster(manageMasterUserPassword=False, masterPassword=UNKNOWN)),
    not_applicable("DocumentDB", cluster(engine="docdb", **MANAGED)),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", manageMasterUserPassword=True, masterPassword=UNKNOWN))
