"""Cases of backup-plan-exists."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    compliant,
    external,
    mutation,
    removed,
    res,
    unknown,
    violating,
)

VAULT = "aws:backup/vault:Vault"
NATIVE = "aws-native:backup:BackupVault"
PLAN = "aws:backup/plan:Plan"
PLAN_ = res(PLAN, "plan", rules=[{"targetVaultName": "main"}])
VAULT_ = res(VAULT, "vault", name="main")

CASES = [
    compliant("both", PLAN_, VAULT_),
    compliant("aws-native", res("aws-native:backup:BackupPlan"), res(NATIVE)),
    compliant(
        "an air-gapped vault", PLAN_, res("aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault")
    ),
    compliant(
        "a report plan too",
        PLAN_,
        VAULT_,
        res("aws:backup/reportPlan:ReportPlan"),
        settings={"reportPlan": True},
    ),
    violating("no plan", VAULT_, says="no backup plan"),
    violating("no report plan", PLAN_, VAULT_, settings={"reportPlan": True}, says="no report plan"),
    violating("no vault", res(PLAN, rules=[{"ruleName": "r"}]), says="no backup vault"),
    absent_fails("neither", res("aws:rds/cluster:Cluster"), says="no backup plan"),
    unknown("rules that are not known, without a vault", res(PLAN, rules=UNKNOWN)),
    external("a vault elsewhere", PLAN_, says="not part of this stack"),
    external(
        "a plan elsewhere", VAULT_, res("aws:backup/selection:Selection", planId="p-1"), says="`planId`"
    ),
]

MUTATION = mutation(removed(PLAN), removed("aws:backup/selection:Selection"))
