"""With a standby in another Availability Zone the loss of one zone, or a patch, is a failover and not an outage."""

from ...model.rds import DbInstance
from ..control import Severity, Verdict, control, is_true, not_applicable


@control(
    title="DB instance has a standby in another Availability Zone",
    severity=Severity.MEDIUM,
    topic="resilience",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html",
    remediation="Set multiAz to true; in place, and it doubles the price of the instance.",
    equivalents=(
        "securityhub:RDS.5",
        "config:RDS_MULTI_AZ_SUPPORT",
        "controltower:CT.RDS.PR.1",
        "checkov:CKV_AWS_157",
        "prowler:rds_instance_multi_az",
        "cdk-nag:RDSMultiAZSupport",
        "awsguard:rds-instance-multi-az-enabled",
        "cfn-guard:RDS_MULTI_AZ_SUPPORT",
        "cloudsploit:rds/rdsMultiAz",
        "hashicorp-fsbp:rds-ensure-multi-az-configuration",
        "kics:rds_multi_az_deployment_disabled",
        "regula:FG_R00251",
        "scoutsuite:rds-instance-single-az",
        "steampipe-terraform:rds_db_instance_multiple_az_enabled",
        "steampipe:rds_db_instance_multiple_az_enabled",
    ),
)
def instance_multi_az(instance: DbInstance) -> Verdict:
    if instance.is_replica:
        return not_applicable("a read replica is no primary")
    return is_true(instance.multi_az)
