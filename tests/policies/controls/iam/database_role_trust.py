"""Cases of iam-database-role-trust."""

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_not_applicable,
    added,
    cluster,
    compliant,
    external,
    mutation,
    native_cluster,
    not_applicable,
    ref,
    res,
    unknown,
    unknown_fails,
    violating,
)
from tests.policies.controls.iam._policies import ROLE, document, trusts

ASSOCIATION = "aws:rds/clusterRoleAssociation:ClusterRoleAssociation"
PROXY = "aws:rds/proxy:Proxy"
EXPORT = "aws:rds/exportTask:ExportTask"


def role(*services: str, name: str = "role") -> Sample:
    return res(ROLE, name, assumeRolePolicy=document(*(trusts({"Service": item}) for item in services)))


RDS = role("rds.amazonaws.com")
MONITORING = role("monitoring.rds.amazonaws.com")
EXPORTING = role("export.rds.amazonaws.com")
LAMBDA = role("lambda.amazonaws.com", name="other")
SECRET = res(ROLE, "role", assumeRolePolicy=UNKNOWN)
DENYING = res(
    ROLE, "role", assumeRolePolicy=document({**trusts({"Service": "rds.amazonaws.com"}), "Effect": "Deny"})
)
CHINA = role("rds.amazonaws.com.cn")

CASES = [
    compliant("a cluster's", res(ASSOCIATION, roleArn=ref(RDS), featureName="s3Import"), RDS),
    compliant("in China", res(ASSOCIATION, roleArn=ref(CHINA)), CHINA),
    compliant("a proxy's", res(PROXY, roleArn=ref(RDS)), RDS),
    compliant("an export's", res(EXPORT, iamRoleArn=ref(EXPORTING)), EXPORTING),
    compliant("a cluster's list", cluster(iamRoles=[ref(RDS)]), RDS),
    compliant(
        "aws-native", native_cluster(associatedRoles=[{"roleArn": ref(RDS), "featureName": "s3Import"}]), RDS
    ),
    violating(
        "Enhanced Monitoring's",
        res(ASSOCIATION, roleArn=ref(MONITORING)),
        MONITORING,
        says="rds.amazonaws.com",
    ),
    violating("an export with a cluster's", res(EXPORT, iamRoleArn=ref(RDS)), RDS, says="export.rds"),
    violating("a proxy with a function's", res(PROXY, roleArn=ref(LAMBDA)), LAMBDA),
    violating("one of a cluster's list", cluster(iamRoles=[ref(RDS), ref(LAMBDA)]), RDS, LAMBDA),
    violating("denied", res(ASSOCIATION, roleArn=ref(DENYING)), DENYING),
    absent_not_applicable("no role", cluster()),
    not_applicable("Neptune", cluster(engine="neptune", iamRoles=[ref(LAMBDA)]), LAMBDA),
    unknown("whom it trusts", res(ASSOCIATION, roleArn=ref(SECRET)), SECRET),
    unknown_fails("one beside a wrong one", cluster(iamRoles=[UNKNOWN, ref(LAMBDA)]), LAMBDA),
    external("a role of another stack", res(ASSOCIATION, roleArn="arn:aws:iam::123456789012:role/app"), RDS),
]

MUTATION = mutation(added(res(ASSOCIATION, "wrong", roleArn=ref(LAMBDA)), LAMBDA))
