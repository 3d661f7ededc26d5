"""False alarms and blind spots that users of other tools reported: none of them may come back here.

Each entry names the thread. `source` stands for a fault found in the tool's own code and reported by nobody.
"""

import pytest

from tests.policies.analyzer import Analyzer
from tests.policies.cases import (
    UNKNOWN,
    Case,
    absent_fails,
    absent_passes,
    cluster,
    compliant,
    instance,
    member,
    native_member,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)
from tests.policies.test_controls import judged

KEY = "arn:aws:kms:eu-central-1:123456789012:key/1"
OWN_KEY = res("aws:kms/key:Key", "key")
GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup"
SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup"
INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"
SUBSCRIPTION = "aws:rds/eventSubscription:EventSubscription"
SELECTION = "aws:backup/selection:Selection"

PROTECTED = cluster("main", clusterIdentifier="main", deletionProtection=True, monitoringInterval=60)
MEMBER = member(clusterIdentifier=ref(PROTECTED))
AS_INSTANCE = res(
    "aws:rds/instance:Instance",
    engine="aurora-mysql",
    instanceClass="db.r7g.large",
    clusterIdentifier="main",
)


def mysql(**parameters: object) -> object:
    return res(
        GROUP,
        "group",
        family="aurora-mysql8.0",
        parameters=[{"name": name, "value": value} for name, value in parameters.items()],
    )


def secured(group: object) -> object:
    return cluster(engine="aurora-mysql", dbClusterParameterGroupName=ref(group))


PLAN = res("aws:backup/plan:Plan", "plan", rules=[{"ruleName": "daily", "targetVaultName": "vault"}])
TAGGED = cluster(clusterIdentifier="orders", tags={"backup": "daily"})

THREADS: list[tuple[str, str, Case]] = [
    # Instance-level checks on members of an Aurora cluster
    *(
        (thread, control, not_applicable(f"a member answers for its cluster: {control}", subject))
        for thread, control in (
            ("bridgecrewio/checkov#4287", "rds-instance-multi-az"),
            ("bridgecrewio/checkov#586", "rds-instance-storage-encrypted"),
            ("bridgecrewio/checkov#1083", "rds-instance-deletion-protection"),
            ("prowler-cloud/prowler#2275", "rds-instance-multi-az"),
            ("prowler-cloud/prowler#2635", "rds-instance-deletion-protection"),
            ("stelligent/cfn_nag#445", "rds-instance-deletion-protection"),
            ("stelligent/cfn_nag#183", "rds-instance-storage-encrypted"),
            ("aquasecurity/trivy#7899", "rds-instance-deletion-protection"),
            ("turbot/steampipe-mod-aws-compliance#400", "rds-instance-deletion-protection"),
            ("aws/aws-cdk#38392", "rds-instance-storage-encrypted"),
        )
        for subject in (native_member(), AS_INSTANCE)
    ),
    (
        "cdklabs/cdk-nag#2010",
        "rds-enhanced-monitoring",
        compliant("the cluster monitors for its members", MEMBER, PROTECTED),
    ),
    # Wrong defaults and wrong literals
    (
        "bridgecrewio/checkov#372",
        "rds-not-publicly-accessible",
        compliant("false is private", instance(publiclyAccessible=False)),
    ),
    (
        "fugue/regula#163",
        "rds-not-publicly-accessible",
        absent_passes("the provider's default is private", instance()),
    ),
    (
        "tenable/terrascan#1135",
        "rds-cluster-storage-encrypted",
        compliant("encrypted is encrypted, whatever the key", cluster(storageEncrypted=True)),
    ),
    *(
        (
            thread,
            "rds-tls-required-cluster",
            compliant(
                f"{value} is on",
                secured(group := mysql(require_secure_transport=value)),
                group,
            ),
        )
        for thread in ("prowler-cloud/prowler#3968", "prowler-cloud/prowler#4028")
        for value in ("1", "ON", "on")
    ),
    (
        "checkov source: CKV_AWS_226",
        "rds-auto-minor-version-upgrade",
        absent_passes("the provider's default is on", instance()),
    ),
    (
        "checkov source: CKV2_AWS_69",
        "rds-tls-required-cluster",
        absent_fails(
            "MySQL's default group lets clear text in",
            cluster(engine="aurora-mysql", engineVersion="8.0.mysql_aurora.3.08.0"),
        ),
    ),
    (
        "checkov source: CKV_AWS_24, self beside the world",
        "sg-no-public-admin-ports",
        violating(
            "one rule excuses no other",
            res(
                SECURITY_GROUP,
                ingress=[
                    {
                        "protocol": "tcp",
                        "fromPort": 22,
                        "toPort": 22,
                        "self": True,
                        "cidrBlocks": ["0.0.0.0/0"],
                    }
                ],
            ),
        ),
    ),
    (
        "checkov source: CKV_AWS_260, protocol -1",
        "sg-no-all-ports-ingress",
        violating(
            "all protocols are all ports",
            res(INGRESS, securityGroupId="sg-1", ipProtocol="-1", cidrIpv4="0.0.0.0/0"),
        ),
    ),
    (
        "steampipe source: RDS.35",
        "rds-multi-az-cluster-auto-minor-version-upgrade",
        not_applicable("Aurora is no Multi-AZ DB cluster", cluster(autoMinorVersionUpgrade=False)),
    ),
    (
        "Pulumi compliance-policies source: retention 0",
        "rds-backup-retention-minimum",
        violating("nothing is less than a week", instance(backupRetentionPeriod=0.0)),
    ),
    # Unknown values
    (
        "cdklabs/cdk-nag#625",
        "rds-cluster-storage-encrypted",
        absent_fails("no engineMode is no crash", cluster()),
    ),
    (
        "cdklabs/cdk-nag#817",
        "sg-no-public-ingress",
        unknown(
            "a range not known yet is neither open nor closed",
            res(
                INGRESS,
                securityGroupId="sg-1",
                ipProtocol="tcp",
                fromPort=5432,
                toPort=5432,
                cidrIpv4=UNKNOWN,
            ),
        ),
    ),
    (
        "pulumi/pulumi-policy#258",
        "rds-cluster-cmk",
        compliant(
            "a key that is made in the same update",
            cluster(storageEncrypted=True, kmsKeyId=ref(OWN_KEY)),
            OWN_KEY,
        ),
    ),
    # A superset passes
    (
        "prowler-cloud/prowler#4927",
        "rds-event-subscription-cluster",
        compliant(
            "more categories than asked for",
            res(
                SUBSCRIPTION,
                sourceType="db-cluster",
                eventCategories=[
                    "failover",
                    "failure",
                    "maintenance",
                    "notification",
                    "creation",
                    "deletion",
                ],
                snsTopic="arn:aws:sns:eu-central-1:123456789012:events",
            ),
        ),
    ),
    *(
        (
            thread,
            "rds-in-backup-plan",
            compliant(
                "selected by its tag",
                TAGGED,
                PLAN,
                res(
                    SELECTION,
                    "selection",
                    planId=ref(PLAN),
                    selectionTags=[{"type": "STRINGEQUALS", "key": "backup", "value": "daily"}],
                ),
            ),
        )
        for thread in ("bridgecrewio/checkov#1917", "cdklabs/cdk-nag#1627")
    ),
    # Engine filters
    (
        "bridgecrewio/checkov#4887",
        "rds-aurora-mysql-audit-log-export",
        not_applicable("PostgreSQL has no audit log type", cluster()),
    ),
    (
        "aws-cloudformation/aws-guard-rules-registry#275",
        "rds-cluster-storage-encrypted",
        not_applicable("a parameter group stores nothing", res(GROUP, family="aurora-mysql8.0")),
    ),
    # Off, and encrypted with another key
    (
        "bridgecrewio/checkov#6597",
        "rds-performance-insights-cmk",
        not_applicable("nothing is collected", member(performanceInsightsEnabled=False)),
    ),
    (
        "aquasecurity/tfsec#1583",
        "rds-performance-insights-cmk",
        not_applicable("nothing is collected", member()),
    ),
    (
        "aquasecurity/trivy#5014",
        "rds-performance-insights-cmk",
        violating(
            "encrypted, and not with the customer's key",
            member(performanceInsightsEnabled=True),
            says="key",
        ),
    ),
    # References instead of lists of types
    *(
        (
            f"bridgecrewio/checkov#{thread}",
            "sg-attached",
            compliant(f"used by {token}", group, res(token, "user", **{key: [ref(group)]})),
        )
        for thread, token, key in (
            (6628, "aws:dms/replicationConfig:ReplicationConfig", "vpcSecurityGroupIds"),
            (6686, "aws:docdb/elasticCluster:ElasticCluster", "vpcSecurityGroupIds"),
            (6779, "aws:mskconnect/connector:Connector", "securityGroups"),
            (7228, "aws:rds/proxy:Proxy", "vpcSecurityGroupIds"),
        )
        for group in [res(SECURITY_GROUP, description="Anything")]
    ),
]


@pytest.mark.parametrize(("thread", "control", "case"), THREADS, ids=[f"{t} {c}" for t, c, _ in THREADS])
def test_thread(analyzer: Analyzer, thread: str, control: str, case: Case) -> None:
    status, message = judged(analyzer, control, case)
    assert (status, message) == (case.expect, message)
    assert case.says in message
