"""Cases of rds-ignored-security-property."""

from dataclasses import replace

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_passes,
    added,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_cluster,
    res,
    unknown_fails,
    unknown_passes,
    violating,
)

KEY = res("aws:kms/key:Key", enableKeyRotation=True)
LOGS = "aws:cloudwatch/logGroup:LogGroup"
GROUP = "aws:ec2/securityGroup:SecurityGroup"
RULE = res("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", cidrIpv4="10.0.0.0/16")
PARAMETERS = res("aws:rds/clusterParameterGroup:ClusterParameterGroup", family="aurora-postgresql16")


def ignoring(sample: Sample, *properties: str) -> Sample:
    return replace(sample, ignore_changes=properties)


CASES = [
    compliant("the version and the zones", ignoring(cluster(), "engineVersion", "availabilityZones")),
    compliant(
        "what has to be ignored",
        ignoring(
            cluster(), "masterPassword", "globalClusterIdentifier", "snapshotIdentifier", "iamRoles", "tags"
        ),
    ),
    compliant("backups that AWS Backup manages", ignoring(cluster(), "backupRetentionPeriod")),
    compliant("rules left to rule resources", ignoring(res(GROUP, vpcId="vpc-1"), "ingress", "egress")),
    compliant("the name of a group", ignoring(PARAMETERS, "description")),
    compliant("what is allowed here", ignoring(cluster(), "kmsKeyId"), settings={"allowed": ["kmsKeyId"]}),
    violating("encryption", ignoring(cluster(), "storageEncrypted"), says="hides `storageEncrypted`"),
    violating("security groups", ignoring(cluster(), "vpcSecurityGroupIds")),
    violating("as Python spells it", ignoring(cluster(), "vpc_security_group_ids")),
    violating("IAM authentication", ignoring(instance(), "iamDatabaseAuthenticationEnabled")),
    violating(
        "IAM authentication, aws-native", ignoring(native_cluster(), "enableIamDatabaseAuthentication")
    ),
    violating("whether a member is public", ignoring(member(), "publiclyAccessible")),
    violating("everything", ignoring(cluster(), "*"), says="everything"),
    violating("part of the parameters", ignoring(PARAMETERS, "parameters[0].value"), says="`parameters`"),
    violating("rotation of a key", ignoring(KEY, "enableKeyRotation")),
    violating("the policy of a key", ignoring(KEY, "policy")),
    violating("inline rules", ignoring(res(GROUP, ingress=[{"fromPort": 5432}]), "ingress")),
    violating("the range of a rule", ignoring(RULE, "cidrIpv4")),
    violating("a proxy's TLS", ignoring(res("aws:rds/proxy:Proxy"), "requireTls")),
    violating(
        "the policy of a secret", ignoring(res("aws:secretsmanager/secretPolicy:SecretPolicy"), "policy")
    ),
    violating("an IAM policy", ignoring(res("aws:iam/policy:Policy"), "policy")),
    violating("who may assume a role", ignoring(res("aws:iam/role:Role"), "assumeRolePolicy")),
    violating(
        "who has a snapshot", ignoring(res("aws:rds/clusterSnapshot:ClusterSnapshot"), "sharedAccounts")
    ),
    violating("the retention of a log group", ignoring(res(LOGS), "retentionInDays")),
    violating("the key of a log group", ignoring(res(LOGS), "kms_key_id")),
    violating("the policy of a topic", ignoring(res("aws:sns/topicPolicy:TopicPolicy"), "policy")),
    compliant("the tags of a log group", ignoring(res(LOGS), "tags")),
    absent_passes("nothing is ignored", cluster()),
    unknown_passes("what is not known is not ignored", cluster(storageEncrypted=UNKNOWN)),
    unknown_fails("what is ignored need not be known", ignoring(cluster(kmsKeyId=UNKNOWN), "kmsKeyId")),
]

MUTATION = mutation(added(ignoring(cluster("opened"), "vpcSecurityGroupIds")))
