"""Cases of rds-backup-vault-locked-for-db."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    cluster,
    compliant,
    external,
    instance,
    mutation,
    not_applicable,
    ref,
    removed,
    res,
    unknown,
    violating,
)

VAULT = res("aws:backup/vault:Vault", "vault", name="databases")
LOCK = res("aws:backup/vaultLockConfiguration:VaultLockConfiguration", "lock", backupVaultName=ref(VAULT))
GAPPED = res("aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault", "gapped", name="gapped")
SUBJECT = cluster(clusterIdentifier="orders")


def plan(target: object) -> tuple[object, object]:
    made = res("aws:backup/plan:Plan", "plan", rules=[{"ruleName": "daily", "targetVaultName": target}])
    return made, res("aws:backup/selection:Selection", "s", planId=ref(made), resources=["*"])


CASES = [
    compliant("locked", SUBJECT, *plan(ref(VAULT)), VAULT, LOCK),
    compliant("locked, by name", SUBJECT, *plan("databases"), VAULT, LOCK),
    compliant("an air-gapped vault", SUBJECT, *plan(ref(GAPPED)), GAPPED),
    violating("not locked", SUBJECT, *plan(ref(VAULT)), VAULT, says="has no lock"),
    violating("an instance's", instance(), *plan(ref(VAULT)), VAULT),
    absent_not_applicable("no plan at all", SUBJECT),
    unknown("which vault", SUBJECT, *plan(UNKNOWN)),
    external("another stack's vault", SUBJECT, *plan("elsewhere"), VAULT),
    external(
        "another stack's plan",
        SUBJECT,
        res("aws:backup/selection:Selection", "s", planId="plan-1", resources=["*"]),
    ),
    not_applicable("Neptune", cluster(engine="neptune"), *plan(ref(VAULT)), VAULT),
]

MUTATION = mutation(removed(LOCK.type))
