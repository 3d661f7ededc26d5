"""Cases of rds-cloudwatch-alarms."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    cluster,
    compliant,
    member,
    mutation,
    native_cluster,
    not_applicable,
    ref,
    removed,
    res,
    unknown,
    violating,
)

ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm"
MAIN = cluster(clusterIdentifier="main")
WRITER = member("writer", clusterIdentifier=ref(MAIN))
READER = member("reader", clusterIdentifier=ref(MAIN))
ALWAYS = ("CPUUtilization", "DatabaseConnections", "FreeableMemory")


def alarm(metric: object, of: object = "main", dimension: str = "DBClusterIdentifier") -> object:
    return res(ALARM, f"alarm-{metric}", namespace="AWS/RDS", metricName=metric, dimensions={dimension: of})


def alarms(*metrics: str) -> list[object]:
    return [alarm(metric) for metric in metrics]


CASES = [
    compliant("of the cluster", MAIN, *alarms(*ALWAYS)),
    compliant(
        "with its members", MAIN, WRITER, READER, *alarms(*ALWAYS, "FreeLocalStorage", "AuroraReplicaLag")
    ),
    compliant("by dependency", MAIN, *(alarm(metric, ref(MAIN)) for metric in ALWAYS)),
    compliant(
        "of a member",
        MAIN,
        WRITER,
        *alarms(*ALWAYS),
        alarm("FreeLocalStorage", ref(WRITER), "DBInstanceIdentifier"),
    ),
    compliant(
        "a formula",
        MAIN,
        *alarms("DatabaseConnections", "FreeableMemory"),
        res(
            ALARM,
            "band",
            metricQueries=[
                {"id": "band", "expression": "ANOMALY_DETECTION_BAND(m1)"},
                {
                    "id": "m1",
                    "metric": {
                        "metricName": "CPUUtilization",
                        "namespace": "AWS/RDS",
                        "dimensions": {"DBClusterIdentifier": "main"},
                    },
                },
            ],
        ),
    ),
    compliant(
        "aws-native",
        native_cluster(dbClusterIdentifier="main"),
        *(
            res(
                "aws-native:cloudwatch:Alarm",
                metric,
                namespace="AWS/RDS",
                metricName=metric,
                dimensions=[{"name": "DBClusterIdentifier", "value": "main"}],
            )
            for metric in ALWAYS
        ),
    ),
    compliant(
        "Serverless v2 has no local storage of its own",
        MAIN,
        member("writer", clusterIdentifier=ref(MAIN), instanceClass="db.serverless"),
        *alarms(*ALWAYS),
    ),
    compliant(
        "fewer are asked for", MAIN, alarm("CPUUtilization"), settings={"requiredMetrics": ["CPUUtilization"]}
    ),
    violating("one lacks", MAIN, *alarms("CPUUtilization", "FreeableMemory"), says="DatabaseConnections"),
    violating("a reader may lag", MAIN, WRITER, READER, *alarms(*ALWAYS, "FreeLocalStorage"), says="Lag"),
    violating("a member has a disk", MAIN, WRITER, *alarms(*ALWAYS), says="FreeLocalStorage"),
    violating("another cluster's", MAIN, *(alarm(metric, "other") for metric in ALWAYS)),
    absent_fails("none", MAIN),
    unknown("whose it is", MAIN, alarm("CPUUtilization", UNKNOWN)),
    unknown("which metric", MAIN, alarm(UNKNOWN)),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(removed(ALARM))
