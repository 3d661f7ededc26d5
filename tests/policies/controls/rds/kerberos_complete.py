"""Cases of rds-kerberos-complete."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    changed,
    cluster,
    compliant,
    mutation,
    native_cluster,
    unknown_fails,
    unknown_passes,
    violating,
)

CASES = [
    compliant("both", cluster(domain="d-1", domainIamRoleName="directory")),
    compliant("both, aws-native", native_cluster(domain="d-1", domainIamRoleName="directory")),
    violating("no role", cluster(domain="d-1"), says="without `domainIamRoleName`"),
    violating("no directory", native_cluster(domainIamRoleName="directory"), says="without `domain`"),
    absent_not_applicable("neither", cluster()),
    unknown_passes("not known yet is set", cluster(domain=UNKNOWN, domainIamRoleName=UNKNOWN)),
    unknown_fails("a directory not known yet without a role", cluster(domain=UNKNOWN)),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", drop=("domainIamRoleName",), domain="d-1"))
