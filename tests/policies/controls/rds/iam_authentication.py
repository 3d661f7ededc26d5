"""Cases of rds-iam-authentication."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_unknown,
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
    unknown,
    violating,
)

ON = {"iamDatabaseAuthenticationEnabled": True}
NATIVE_ON = {"enableIamDatabaseAuthentication": True}

CASES = [
    compliant("a cluster", cluster(**ON)),
    compliant("a cluster, aws-native", native_cluster(**NATIVE_ON)),
    compliant("an Aurora MySQL cluster", cluster(engine="aurora-mysql", **ON)),
    compliant("an instance", instance(**ON)),
    compliant("an instance, aws-native", native_instance(**NATIVE_ON)),
    compliant(
        "an instance whose engine the snapshot decides",
        instance(engine=None, snapshotIdentifier="last", **ON),
    ),
    violating("a cluster", cluster(iamDatabaseAuthenticationEnabled=False), says="is false"),
    violating(
        "a Multi-AZ DB cluster",
        cluster(
            engine="mysql", dbClusterInstanceClass="db.m6gd.large", iamDatabaseAuthenticationEnabled=False
        ),
    ),
    violating("an instance", instance(engine="mysql", iamDatabaseAuthenticationEnabled="false")),
    violating("an instance, aws-native", native_instance(enableIamDatabaseAuthentication=False)),
    violating("a new MariaDB", instance(engine="mariadb", engineVersion="11.4.3")),
    absent_fails("off unless asked for", cluster(), says="the default is false"),
    absent_fails("on a cluster, aws-native", native_cluster()),
    absent_fails("on an instance", instance(engine="mysql")),
    absent_fails("MariaDB of the default version", instance(engine="mariadb")),
    absent_fails("no engine stated", instance(engine=None)),
    absent_fails("a restore has it off, too", cluster(snapshotIdentifier="last")),
    absent_unknown(
        "an instance whose engine the snapshot decides", instance(engine=None, snapshotIdentifier="a")
    ),
    unknown("from configuration", cluster(iamDatabaseAuthenticationEnabled=UNKNOWN)),
    unknown("the engine", instance(engine=UNKNOWN)),
    not_applicable("checkov PR#1241: a member inherits it", member()),
    not_applicable("a member, aws-native", native_member(enableIamDatabaseAuthentication=False)),
    not_applicable("a member of the type of an instance", instance(engine="aurora-mysql")),
    not_applicable("Serverless v1", cluster(engineMode="serverless")),
    not_applicable("Oracle", instance(engine="oracle-ee")),
    not_applicable("SQL Server", native_instance(engine="sqlserver-se")),
    not_applicable("Db2", instance(engine="db2-se")),
    not_applicable("RDS Custom", instance(engine="custom-sqlserver-ee")),
    not_applicable("MariaDB before 10.11", instance(engine="mariadb", engineVersion="10.6.14")),
    not_applicable("Neptune", cluster(engine="neptune")),
    not_applicable("DocumentDB", cluster(engine="docdb")),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", iamDatabaseAuthenticationEnabled=False))
