"""Cases of rds-role-association-conflict."""

from dataclasses import replace

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_not_applicable,
    added,
    cluster,
    compliant,
    mutation,
    native_cluster,
    not_applicable,
    ref,
    res,
    unknown,
    unknown_fails,
    violating,
)

ASSOCIATION = "aws:rds/clusterRoleAssociation:ClusterRoleAssociation"
ROLE = "arn:aws:iam::123456789012:role/loader"
PLAIN = cluster(clusterIdentifier="main")
LISTED = cluster(clusterIdentifier="main", iamRoles=[ROLE])


def associated(main: Sample, name: str = "import") -> Sample:
    return res(ASSOCIATION, name, dbClusterIdentifier=ref(main), roleArn=ROLE, featureName="s3Import")


CASES = [
    compliant("a list alone", LISTED),
    compliant("associations alone", PLAIN, associated(PLAIN)),
    compliant("a list, aws-native", native_cluster(associatedRoles=[{"roleArn": ROLE}])),
    compliant(
        "both, and the list ignored", replace(LISTED, ignore_changes=("iamRoles",)), associated(LISTED)
    ),
    violating("both", LISTED, associated(LISTED), says="both give roles"),
    violating("both, by its literal name", LISTED, res(ASSOCIATION, "literal", dbClusterIdentifier="main")),
    violating("six in a list", cluster(iamRoles=[f"{ROLE}{number}" for number in range(6)]), says="6 roles"),
    violating("six associations", PLAIN, *(associated(PLAIN, f"of-{number}") for number in range(6))),
    absent_not_applicable("no role", PLAIN),
    unknown("a list not known", cluster(iamRoles=UNKNOWN)),
    unknown_fails(
        "a list not known beside an association",
        cluster(iamRoles=UNKNOWN, clusterIdentifier="main"),
        associated(cluster(clusterIdentifier="main")),
    ),
    not_applicable("Neptune", cluster(engine="neptune", iamRoles=[ROLE])),
]

MUTATION = mutation(
    added(LISTED, associated(LISTED)),
)
