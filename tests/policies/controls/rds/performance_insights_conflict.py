"""Cases of rds-performance-insights-conflict."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_cluster,
    native_member,
    not_applicable,
    unknown,
    violating,
)

ON = {"performanceInsightsEnabled": True}
MYSQL = {"engine": "aurora-mysql", **ON}

CASES = [
    compliant("seven days", member(**ON, performanceInsightsRetentionPeriod=7)),
    compliant("two years", instance(**ON, performanceInsightsRetentionPeriod=731)),
    compliant("four months", cluster(**ON, performanceInsightsRetentionPeriod=124.0)),
    compliant("in words", member(**ON, performanceInsightsRetentionPeriod="31")),
    compliant(
        "the advanced mode",
        cluster(**ON, databaseInsightsMode="advanced", performanceInsightsRetentionPeriod=465),
    ),
    compliant("the standard mode", cluster(databaseInsightsMode="standard")),
    compliant("a class that has it", member(**MYSQL, instanceClass="db.t4g.medium")),
    compliant("PostgreSQL has it on any class", member(**ON, instanceClass="db.t3.medium")),
    compliant("Serverless v2", member(**MYSQL, instanceClass="db.serverless")),
    compliant("off on a small class", member(engine="aurora-mysql", instanceClass="db.t3.medium")),
    violating("a month of 30 days", member(**ON, performanceInsightsRetentionPeriod=30), says="is 30"),
    violating("24 months", cluster(**ON, performanceInsightsRetentionPeriod=744)),
    violating(
        "aws-native", native_member(enablePerformanceInsights=True, performanceInsightsRetentionPeriod=90)
    ),
    violating("the advanced mode alone", cluster(databaseInsightsMode="advanced"), says="is not true"),
    violating(
        "the advanced mode for a week", cluster(**ON, databaseInsightsMode="advanced"), says="not set, so 7"
    ),
    violating(
        "for a year, aws-native",
        native_cluster(**ON, databaseInsightsMode="advanced", performanceInsightsRetentionPeriod=372),
    ),
    violating("a class without it", member(**MYSQL, instanceClass="db.t3.medium"), says="db.t3.medium"),
    violating("an instance without it", instance(engine="mysql", **ON, instanceClass="db.t4g.micro")),
    absent_passes("nothing is said", cluster()),
    absent_passes("of an instance", instance()),
    unknown("the retention", member(**ON, performanceInsightsRetentionPeriod=UNKNOWN)),
    unknown("whether it is on", cluster(performanceInsightsEnabled=UNKNOWN, databaseInsightsMode="advanced")),
    not_applicable("DocumentDB", cluster(engine="docdb", databaseInsightsMode="advanced")),
]

MUTATION = mutation(changed("aws:rds/clusterInstance:ClusterInstance", performanceInsightsRetentionPeriod=30))
