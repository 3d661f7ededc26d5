"""Cases of rds-enhanced-monitoring."""

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
    ref,
    res,
    unknown,
    violating,
)

ROLE = {"monitoringRoleArn": "arn:aws:iam::123456789012:role/monitoring"}
ON = {"monitoringInterval": 60.0, **ROLE}
MAIN = cluster("main", clusterIdentifier="main", **ON)
OFF = cluster("main", clusterIdentifier="main")
MULTI_AZ = {"engine": "postgres", "dbClusterInstanceClass": "db.r6gd.large"}

CASES = [
    compliant("a member", member(**ON)),
    compliant("an instance", instance(**ON)),
    compliant("a word", instance(monitoringInterval="5", **ROLE)),
    compliant("aws-native", native_member(**ON)),
    compliant("checkov's and cdk-nag's own cases name no role", instance(monitoringInterval=15.0)),
    compliant(
        "cdk-nag#2010: the cluster monitors for its members", member(clusterIdentifier=ref(MAIN)), MAIN
    ),
    compliant("cdk-nag#2010: by name", member(instanceClass="db.serverless"), MAIN),
    compliant("the member says no, its cluster says yes", member(monitoringInterval=0.0), MAIN),
    compliant(
        "cdk-nag#2010: aws-native",
        native_member(),
        native_cluster("main", dbClusterIdentifier="main", **ON),
    ),
    compliant("a cluster", cluster(**ON)),
    compliant("a Multi-AZ DB cluster", cluster(**MULTI_AZ, **ON)),
    violating("off", member(monitoringInterval=0.0, **ROLE), says="it must be one of"),
    violating("off, and the cluster's too", member(monitoringInterval=0.0), OFF),
    violating("no such interval", instance(monitoringInterval=7.0, **ROLE), says="is 7"),
    violating("aws-native", native_instance(monitoringInterval=0.0)),
    violating("too seldom", member(**ON), settings={"maximumIntervalSeconds": 30}, says="1, 5, 10, 15, 30."),
    violating("a Multi-AZ DB cluster", cluster(**MULTI_AZ, monitoringInterval=0.0)),
    absent_fails("off unless asked for", instance(), says="the default is 0"),
    absent_fails("a member", member()),
    absent_fails("a member of a cluster that is silent too", member(clusterIdentifier=ref(OFF)), OFF),
    absent_fails("aws-native, no engine", res("aws-native:rds:DbInstance", dbInstanceClass="db.t3.micro")),
    absent_fails("a Multi-AZ DB cluster", cluster(**MULTI_AZ)),
    absent_not_applicable("a cluster leaves it to its members", cluster()),
    unknown("from configuration", member(monitoringInterval=UNKNOWN)),
    unknown("the cluster's", member(), cluster("main", clusterIdentifier="main", monitoringInterval=UNKNOWN)),
    not_applicable("Serverless v1", cluster(engineMode="serverless", engine="aurora-mysql")),
    not_applicable("Neptune", instance(engine="neptune")),
]

MUTATION = mutation(changed("aws:rds/clusterInstance:ClusterInstance", monitoringInterval=0))
