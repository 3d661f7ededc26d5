"""Cases of rds-performance-insights-cmk."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_cluster,
    native_instance,
    native_member,
    not_applicable,
    unknown,
    violating,
)

KEY = "arn:aws:kms:eu-central-1:123456789012:alias/data"
ON = {"performanceInsightsEnabled": True}
NATIVE_ON = {"enablePerformanceInsights": True}

CASES = [
    compliant("a key on a member", member(**ON, performanceInsightsKmsKeyId=KEY)),
    compliant("a key on an instance", instance(**ON, performanceInsightsKmsKeyId=KEY)),
    compliant("a key on a cluster", cluster(**ON, performanceInsightsKmsKeyId=KEY)),
    compliant("a member, aws-native", native_member(**NATIVE_ON, performanceInsightsKmsKeyId=KEY)),
    compliant("a cluster, aws-native", native_cluster(**ON, performanceInsightsKmsKeyId=KEY)),
    violating("the key AWS manages", member(**ON, performanceInsightsKmsKeyId="alias/aws/rds")),
    absent_fails(
        "tfsec#2086: encrypted, though with an AWS key", member(**ON), says="encrypted, but with an AWS key"
    ),
    absent_fails("a cluster", cluster(**ON)),
    absent_fails("an instance, aws-native", native_instance(**NATIVE_ON)),
    not_applicable("checkov#6597: Performance Insights is off", instance(performanceInsightsEnabled=False)),
    not_applicable("tfsec#1583: nothing is said of it", member()),
    not_applicable("off, aws-native", native_member(enablePerformanceInsights=False)),
    not_applicable("DocumentDB", cluster(engine="docdb", **ON)),
    violating(
        "checkov fixture: no key, with an engine that is another's output", member(engine=UNKNOWN, **ON)
    ),
    unknown("whether it is on", member(performanceInsightsEnabled=UNKNOWN)),
    unknown("a key that nothing explains", member(**ON, performanceInsightsKmsKeyId=UNKNOWN)),
]

MUTATION = mutation(
    changed("aws:rds/clusterInstance:ClusterInstance", performanceInsightsKmsKeyId="alias/aws/rds", **ON)
)
