"""Cases of rds-snapshot-sharing-restricted."""

from tests.policies.cases import UNKNOWN, absent_passes, added, compliant, mutation, res, unknown, violating

SNAPSHOT = "aws:rds/snapshot:Snapshot"
ALLOWED = {"allowedAccounts": ["123456789012"]}

CASES = [
    compliant("an allowed account", res(SNAPSHOT, sharedAccounts=["123456789012"]), settings=ALLOWED),
    compliant("an account as a number", res(SNAPSHOT, sharedAccounts=[123456789012.0]), settings=ALLOWED),
    compliant("nobody", res(SNAPSHOT, sharedAccounts=[])),
    violating("any account, by default", res(SNAPSHOT, sharedAccounts=["123456789012"]), says="123456789012"),
    violating("another account", res(SNAPSHOT, sharedAccounts=["210987654321"]), settings=ALLOWED),
    violating("everybody", res("aws:rds/clusterSnapshot:ClusterSnapshot", sharedAccounts=["all"])),
    absent_passes("nobody", res(SNAPSHOT)),
    unknown("with whom", res(SNAPSHOT, sharedAccounts=UNKNOWN)),
]

MUTATION = mutation(added(res(SNAPSHOT, sharedAccounts=["210987654321"])))
