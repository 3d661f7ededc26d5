"""A public address makes the database's name resolve to the internet; the security group is then all that is left.

In Aurora every member has its own switch. Whether the way in is open besides, rds-security-group-no-public-ingress
and rds-private-subnets say.
"""

from ...model.rds import ClusterInstance, DbCluster, DbInstance, ShardGroup
from ..control import Fix, Severity, Verdict, control, fail, is_false, not_applicable, passed


@control(
    title="Database has no public address",
    severity=Severity.CRITICAL,
    topic="infrastructure-security",
    source="infrastructure-security",
    remediation="Set publiclyAccessible to false; in place.",
    equivalents=(
        "securityhub:RDS.2",
        "config:RDS_INSTANCE_PUBLIC_ACCESS_CHECK",
        "controltower:CT.RDS.PR.23",
        "controltower:CT.RDS.PR.29",
        "checkov:CKV_AWS_17",
        "prowler:rds_instance_no_public_access",
        "trivy:AWS-0180",
        "cdk-nag:RDSInstancePublicAccess",
        "awsguard:rds-instance-public-access",
        "cfn-guard:RDS_INSTANCE_PUBLIC_ACCESS_CHECK",
        "cfn_nag:F22",
        "cloudsploit:rds/rdsPubliclyAccessible",
        "hashicorp-cis:rds-public-access-disabled",
        "hashicorp-fsbp:rds-instance-should-be-private",
        "kics:35113e6f-2c6b-414d-beec-7a9482d3b2d1",
        "kics:rds_db_instance_publicly_accessible",
        "mondoo:rds-cluster-public-access-check",
        "mondoo:rds-instance-public-access-check",
        "pulumi:aws-rds-clusterinstance-disallow-public-access",
        "pulumi:aws-rds-instance-disallow-public-access",
        "pulumi:awsnative-rds-dbinstance-disallow-public-access",
        "regula:FG_R00278",
        "scoutsuite:rds-instance-publicly-accessible",
        "steampipe-terraform:rds_db_instance_prohibit_public_access",
        "steampipe:rds_db_instance_prohibit_public_access",
        "terrascan:AC_AWS_0054",
        "yatas:AWS_RDS_004",
        "yatas:AWS_RDS_012",
    ),
    fix=Fix(DbInstance.publicly_accessible, False),
)
def not_publicly_accessible(database: ClusterInstance | DbInstance | DbCluster | ShardGroup) -> Verdict:
    flag = database.publicly_accessible
    if isinstance(database, DbCluster):
        if not database.is_multi_az_cluster and not flag.is_set:
            return not_applicable("the members of an Aurora cluster answer for it")
        return is_false(flag)
    if database.is_native and flag.is_absent and isinstance(database, DbInstance):
        if database.subnet_group.is_set:
            return passed()
        return fail(
            "`publiclyAccessible` is not set, nor is a subnet group: in the default VPC the database is public.",
            flag,
        )
    return is_false(flag)
