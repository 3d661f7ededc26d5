"""Cases of rds-cross-region-backup-copy."""

from dataclasses import replace

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
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

SUBJECT = cluster(clusterIdentifier="orders")
VAULT = res("aws:backup/vault:Vault", "vault")
ELSEWHERE = "arn:aws:backup:eu-west-1:123456789012:backup-vault:copies"


def plan(*copies: object) -> tuple[object, object]:
    rule = {"ruleName": "daily", "targetVaultName": "v", "copyActions": list(copies)}
    made = res("aws:backup/plan:Plan", "plan", rules=[rule])
    return made, res("aws:backup/selection:Selection", "s", planId=ref(made), resources=["*"])


CASES = [
    compliant("copied by the plan", SUBJECT, *plan({"destinationVaultArn": ELSEWHERE})),
    compliant("to a vault made in the same update", SUBJECT, *plan({"destinationVaultArn": UNKNOWN})),
    compliant("a global database", cluster(globalClusterIdentifier="g")),
    compliant(
        "replicated backups of an instance",
        i := instance(),
        res(
            "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
            "r",
            sourceDbInstanceArn=ref(i),
        ),
    ),
    compliant(
        "to a vault of another Region in the same stack",
        SUBJECT,
        *plan({"destinationVaultArn": ref(far := res("aws:backup/vault:Vault", "far", region="eu-west-1"))}),
        far,
    ),
    compliant(
        "by a provider of another Region",
        SUBJECT,
        *plan({"destinationVaultArn": ref(other := replace(VAULT, provider={"region": "eu-west-1"}))}),
        other,
    ),
    violating("to a vault beside the database", SUBJECT, *plan({"destinationVaultArn": ref(VAULT)}), VAULT),
    violating("a plan without copies", SUBJECT, *plan()),
    violating("an instance", instance()),
    absent_fails("nothing", SUBJECT, says="Nothing in the stack"),
    unknown(
        "what a selection covers", SUBJECT, res("aws:backup/selection:Selection", "s", resources=UNKNOWN)
    ),
    external(
        "another stack's plan",
        SUBJECT,
        res("aws:backup/selection:Selection", "s", planId="plan-1", resources=["*"]),
    ),
    not_applicable("DocumentDB", cluster(engine="docdb")),
]

MUTATION = mutation(removed("aws:backup/selection:Selection"))
