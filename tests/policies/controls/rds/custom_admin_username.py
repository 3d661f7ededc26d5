"""Cases of rds-custom-admin-username."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_not_applicable,
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

CASES = [
    compliant("a name of its own", cluster(masterUsername="shop_owner")),
    compliant("of an instance", instance(username="shop_owner")),
    compliant("aws-native", native_cluster(masterUsername="shop_owner")),
    compliant("a name that only contains a default", cluster(masterUsername="shop_admin")),
    compliant(
        "one that is allowed", cluster(masterUsername="admin"), settings={"allowed": ["Admin", "owner"]}
    ),
    compliant("nothing is denied", cluster(masterUsername="admin"), settings={"denied": []}),
    violating("admin", cluster(masterUsername="admin"), says='is "admin": an attacker'),
    violating("whatever the case", cluster(masterUsername="PostGres")),
    violating("of an instance", instance(username="postgres")),
    violating("of an instance, aws-native", native_instance(masterUsername="root")),
    violating("a secret is judged but not shown", cluster(masterUsername=secret("admin")), says="[secret]"),
    violating("one that is not allowed", cluster(masterUsername="me"), settings={"allowed": ["owner"]}),
    violating("denied here", cluster(masterUsername="owner"), settings={"denied": ["owner"]}),
    violating("a restore that names one", cluster(snapshotIdentifier="last", masterUsername="admin")),
    absent_fails("a new cluster needs one", cluster(), says="`masterUsername` is not set"),
    absent_fails("a new instance, too", instance(), says="`username` is not set"),
    absent_not_applicable("a snapshot has its own", cluster(snapshotIdentifier="last")),
    absent_not_applicable("a clone", cluster(restoreToPointInTime={"sourceClusterIdentifier": "main"})),
    absent_not_applicable("a replica", cluster(replicationSourceIdentifier="arn:x")),
    absent_not_applicable("a secondary of a global database", cluster(globalClusterIdentifier="world")),
    absent_not_applicable("a read replica", instance(replicateSourceDb="main")),
    absent_not_applicable("a restored instance, aws-native", native_instance(dbSnapshotIdentifier="last")),
    unknown("from configuration", cluster(masterUsername=UNKNOWN)),
    unknown("a secret that is not known", cluster(masterUsername=secret(UNKNOWN))),
    not_applicable("a member has none", member()),
    not_applicable("a member, aws-native", native_member()),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", masterUsername="admin"))
