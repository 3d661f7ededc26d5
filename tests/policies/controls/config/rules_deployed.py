"""Cases of config-rules-deployed."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    cluster,
    compliant,
    mutation,
    removed,
    res,
    unknown,
    violating,
)

RULE = "aws:cfg/rule:Rule"
NAMES = ("RDS_STORAGE_ENCRYPTED", "RDS_INSTANCE_PUBLIC_ACCESS_CHECK", "RDS_SNAPSHOTS_PUBLIC_PROHIBITED")
RULES = [res(RULE, name, source={"owner": "AWS", "sourceIdentifier": name}) for name in NAMES]

CASES = [
    compliant("every rule", *RULES),
    compliant(
        "a conformance pack", res("aws:cfg/conformancePack:ConformancePack", templateBody=" ".join(NAMES))
    ),
    compliant(
        "aws-native",
        *(res("aws-native:configuration:ConfigRule", n, source={"sourceIdentifier": n}) for n in NAMES),
    ),
    violating("one is missing", *RULES[1:], says="RDS_STORAGE_ENCRYPTED"),
    violating("a rule of one's own choosing", *RULES, settings={"identifiers": ["RDS_IN_BACKUP_PLAN"]}),
    absent_fails("none", cluster()),
    unknown("from configuration", *RULES[1:], res(RULE, "r", source={"sourceIdentifier": UNKNOWN})),
]

MUTATION = mutation(removed(RULE), beside=tuple(RULES))
