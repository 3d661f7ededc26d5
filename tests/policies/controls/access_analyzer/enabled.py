"""Cases of access-analyzer-enabled."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    cluster,
    compliant,
    mutation,
    removed,
    res,
    unknown_passes,
    violating,
)

ANALYZER = "aws:accessanalyzer/analyzer:Analyzer"

CASES = [
    compliant("one", res(ANALYZER, analyzerName="account")),
    compliant("one, aws-native", res("aws-native:accessanalyzer:Analyzer", type="ACCOUNT")),
    violating("none", cluster()),
    absent_fails("none", res("aws:iam/role:Role")),
    unknown_passes("a name not known yet is an analyzer", res(ANALYZER, analyzerName=UNKNOWN)),
]

MUTATION = mutation(removed(ANALYZER), beside=(res(ANALYZER, "analyzer"),))
