"""Cases of rds-restore-states-security."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_not_applicable,
    changed,
    cluster,
    compliant,
    instance,
    mutation,
    native_cluster,
    not_applicable,
    unknown_fails,
    unknown_passes,
    violating,
)

STATED = {
    "vpcSecurityGroupIds": ["sg-1"],
    "dbSubnetGroupName": "databases",
    "dbClusterParameterGroupName": "strict",
    "deletionProtection": True,
    "enabledCloudwatchLogsExports": ["postgresql"],
    "iamDatabaseAuthenticationEnabled": True,
}
NATIVE = {
    "vpcSecurityGroupIds": ["sg-1"],
    "dbSubnetGroupName": "databases",
    "dbClusterParameterGroupName": "strict",
    "deletionProtection": True,
    "enableCloudwatchLogsExports": ["postgresql"],
    "enableIamDatabaseAuthentication": True,
}
OF_INSTANCE = {
    "vpcSecurityGroupIds": ["sg-1"],
    "dbSubnetGroupName": "databases",
    "parameterGroupName": "strict",
    "deletionProtection": True,
    "enabledCloudwatchLogsExports": ["postgresql"],
}
SNAPSHOT = {"snapshotIdentifier": "last"}
CLONE = {"restoreToPointInTime": {"sourceClusterIdentifier": "main", "restoreType": "copy-on-write"}}

CASES = [
    compliant("all stated", cluster(**SNAPSHOT, **STATED)),
    compliant("a clone with all stated", cluster(**CLONE, **STATED)),
    compliant("aws-native", native_cluster(sourceDbClusterIdentifier="main", **NATIVE)),
    compliant("off is stated, too", cluster(**SNAPSHOT, **{**STATED, "deletionProtection": False})),
    compliant("an instance", instance(**SNAPSHOT, **OF_INSTANCE, iamDatabaseAuthenticationEnabled=True)),
    compliant("Oracle has no IAM authentication", instance(engine="oracle-ee", **SNAPSHOT, **OF_INSTANCE)),
    compliant(
        "an instance whose engine the snapshot decides", instance(engine=None, **SNAPSHOT, **OF_INSTANCE)
    ),
    violating(
        "no security group",
        cluster(**SNAPSHOT, **{**STATED, "vpcSecurityGroupIds": []}),
        says="without `vpcSecurityGroupIds`:",
    ),
    violating(
        "a clone without its parameter group",
        cluster(**CLONE, **{**STATED, "dbClusterParameterGroupName": None}),
        says="`dbClusterParameterGroupName`",
    ),
    violating("an instance without IAM", instance(**SNAPSHOT, **OF_INSTANCE)),
    absent_fails("a bare restore", cluster(**SNAPSHOT), says="`deletionProtection`"),
    absent_fails("a bare clone, aws-native", native_cluster(sourceDbClusterIdentifier="main")),
    absent_fails("a bare instance", instance(restoreToPointInTime={"sourceDbInstanceIdentifier": "one"})),
    absent_not_applicable("a new cluster", cluster()),
    unknown_passes(
        "groups not known yet are stated", cluster(**SNAPSHOT, **{**STATED, "vpcSecurityGroupIds": UNKNOWN})
    ),
    unknown_fails("restored from what is not known yet", cluster(snapshotIdentifier=UNKNOWN)),
    not_applicable("a replica is none", cluster(replicationSourceIdentifier="arn:x")),
    not_applicable("DocumentDB", cluster(engine="docdb", **SNAPSHOT)),
]

MUTATION = mutation(
    changed(
        "aws:rds/cluster:Cluster",
        drop=("dbClusterParameterGroupName", "vpcSecurityGroupIds"),
        snapshotIdentifier="last",
    )
)
