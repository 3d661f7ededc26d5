"""Observability: alarms by role that reach somebody, and the events of everything around a cluster."""

import json
from typing import Any

import pulumi
import pulumi_aws as aws
import pytest

from aurora_components.observability import Observability
from aurora_components.observability.alarms import ALARMS
from aurora_components.observability.events import SOURCES
from aurora_components.support.connection import encode
from tests.components import handles
from tests.components.recording import ACCOUNT, UNKNOWN, Recording, record

TOPIC = f"arn:aws:sns:eu-central-1:{ACCOUNT}:orders-test"
TAGS = {"Name": "orders-test"}


def observe(connection: Any = handles.text, **args: Any) -> Recording:
    arguments = {"connection": connection(), "engine": "aurora-postgresql", **args}
    return record(lambda: Observability("orders", arguments))


def refused(**args: Any) -> str:
    with pytest.raises(pulumi.InputPropertiesError) as caught:
        observe(**args)
    return str(caught.value)


def alarms(registrations: Recording) -> dict[str, dict[str, Any]]:
    found = registrations.of("cloudwatch/metricAlarm:MetricAlarm")
    return {each.name.removeprefix("orders-"): each.inputs for each in found}


def test_the_alarms_of_a_provisioned_postgresql_cluster() -> None:
    made = alarms(observe())
    assert set(made) == {
        "authentication-failures",
        "buffer-cache",
        "connections",
        "deadlocks",
        "local-storage",
        "reader-cpu",
        "reader-memory",
        "replica-lag",
        "transaction-ids",
        "volume-growth",
        "writer-cpu",
        "writer-memory",
    }
    assert made["writer-cpu"] == {
        "name": "orders-test-writer-cpu",
        "alarmDescription": ALARMS["writer-cpu"].description,
        "namespace": "AWS/RDS",
        "metricName": "CPUUtilization",
        "statistic": "Average",
        "comparisonOperator": "GreaterThanOrEqualToThreshold",
        "threshold": 80,
        "period": 60,
        "evaluationPeriods": 5,
        "dimensions": {"DBClusterIdentifier": "orders", "Role": "WRITER"},
        "treatMissingData": "notBreaching",
        "actionsEnabled": True,
        "alarmActions": [TOPIC],
        "okActions": [TOPIC],
        "tags": TAGS,
    }
    assert made["reader-cpu"]["dimensions"]["Role"] == "READER"


def test_every_alarm_tells_somebody() -> None:
    registrations = observe(
        serverless=True, is_global=True, proxy_connection=handles.proxy_text(proxy_name="p")
    )
    for name, inputs in alarms(registrations).items():
        assert inputs["actionsEnabled"] is True, name
        assert inputs["alarmActions"] == [TOPIC], name
        assert len(inputs["alarmDescription"]) > 40, name


def test_the_alarms_follow_engine_capacity_and_shape() -> None:
    serverless = set(alarms(observe(serverless=True)))
    assert "capacity" in serverless
    assert "local-storage" not in serverless
    mysql = alarms(observe(lambda: handles.text(engine="aurora-mysql"), engine="aurora-mysql"))
    assert "transaction-ids" not in mysql
    assert "global-lag" in alarms(observe(is_global=True))


def test_growth_is_compared_with_what_is_expected() -> None:
    growth = alarms(observe())["volume-growth"]
    assert growth["comparisonOperator"] == "GreaterThanUpperThreshold"
    assert growth["thresholdMetricId"] == "expected"
    assert "threshold" not in growth
    actual, expected = growth["metricQueries"]
    assert actual["metric"] == {
        "namespace": "AWS/RDS",
        "metricName": "VolumeBytesUsed",
        "dimensions": {"DBClusterIdentifier": "orders"},
        "stat": "Average",
        "period": 3600,
    }
    assert expected["expression"] == "ANOMALY_DETECTION_BAND(actual, 4)"


def test_the_lag_of_a_global_database_is_the_worst_of_its_regions() -> None:
    (query,) = alarms(observe(is_global=True))["global-lag"]["metricQueries"]
    assert query["expression"] == (
        "SELECT MAX(AuroraGlobalDBRPOLag) FROM \"AWS/RDS\" WHERE DBClusterIdentifier = 'orders'"
    )


def test_a_proxy_is_watched_by_its_name() -> None:
    registrations = observe(proxy_connection=handles.proxy_text(proxy_name="orders-proxy"))
    made = alarms(registrations)
    for name in ("proxy-borrow-latency", "proxy-authentication-failures"):
        assert made[name]["dimensions"] == {"ProxyName": "orders-proxy"}
    assert registrations.named("orders-proxy-events").inputs["sourceIds"] == ["orders-proxy"]


def test_an_alarm_can_be_changed_or_left_out() -> None:
    made = alarms(
        observe(
            alarms={
                "writer-cpu": {"threshold": 60.5, "evaluation_periods": 10},
                "connections": {"enabled": False},
                "volume-growth": {"threshold": 2.5},
            }
        )
    )
    assert (made["writer-cpu"]["threshold"], made["writer-cpu"]["evaluationPeriods"]) == (60.5, 10)
    assert "connections" not in made
    assert made["volume-growth"]["metricQueries"][1]["expression"].endswith("(actual, 2.5)")


@pytest.mark.parametrize(
    ("engine", "log", "finds"),
    [
        ("aurora-postgresql", "postgresql", "PAM authentication failed"),
        ("aurora-mysql", "audit", "FAILED_CONNECT"),
    ],
)
def test_failed_sign_ins_are_counted_in_the_log(engine: str, log: str, finds: str) -> None:
    registrations = observe(lambda: handles.text(engine=engine), engine=engine)
    log_filter = registrations.one("cloudwatch/logMetricFilter:LogMetricFilter").inputs
    assert log_filter["logGroupName"] == f"/aws/rds/cluster/orders/{log}"
    assert finds in log_filter["pattern"]
    assert log_filter["metricTransformation"] == {
        "namespace": "Aurora/orders",
        "name": "AuthenticationFailures",
        "value": "1",
        "defaultValue": "0",
        "unit": "Count",
    }
    alarm = alarms(registrations)["authentication-failures"]
    assert (alarm["namespace"], alarm["metricName"]) == ("Aurora/orders", "AuthenticationFailures")
    assert "dimensions" not in alarm


def test_events_of_every_source_with_the_critical_categories() -> None:
    registrations = observe(proxy_connection=handles.proxy_text(proxy_name="orders-proxy"))
    subscriptions = registrations.of("rds/eventSubscription:EventSubscription")
    made = {each.inputs["sourceType"]: each.inputs for each in subscriptions}
    assert {kind: set(inputs["eventCategories"]) for kind, inputs in made.items()} == {
        source.source_type: set(source.categories) for source in SOURCES.values()
    }
    for inputs in made.values():
        assert inputs["enabled"] is True
        assert inputs["snsTopic"] == TOPIC
        assert inputs["tags"] == TAGS
    # from controls rds-event-subscription-{cluster,instance,parameter-group}
    assert {"maintenance", "failure"} <= set(made["db-cluster"]["eventCategories"])
    assert {"maintenance", "configuration change", "failure"} <= set(made["db-instance"]["eventCategories"])
    assert {"configuration change"} <= set(made["db-parameter-group"]["eventCategories"])
    assert made["db-cluster"]["sourceIds"] == ["orders"]
    assert made["db-instance"]["sourceIds"] == ["orders-one", "orders-two"]
    assert "sourceIds" not in made["db-cluster-snapshot"]


def test_events_can_be_chosen_by_source() -> None:
    registrations = observe(event_categories={"snapshot": [], "cluster": ["failover"]}, is_global=True)
    made = {each.name: each.inputs for each in registrations.of("rds/eventSubscription:EventSubscription")}
    assert "orders-snapshot-events" not in made
    assert made["orders-cluster-events"]["eventCategories"] == ["failover"]


def test_a_global_primary_also_tells_of_global_failovers() -> None:
    events = observe(is_global=True).named("orders-cluster-events").inputs
    assert "global-failover" in events["eventCategories"]


def test_subscriptions_wait_for_the_instances_and_the_topic_policy() -> None:
    def program() -> None:
        instance = aws.sns.Topic("instance")
        connection = encode(members=[instance], **handles.CLUSTER)
        Observability("orders", {"connection": connection, "engine": "aurora-postgresql"})

    registrations = record(program)
    assert registrations.named("orders-instance-events").depends_on == {"instance", "orders-topic-policy"}
    assert registrations.one("cloudwatch/logMetricFilter:LogMetricFilter").depends_on == {"instance"}


def test_the_topic_is_encrypted_and_signed() -> None:
    topic = observe(email_addresses={"dba": "dba@example.com"}).one("sns/topic:Topic")
    assert topic.inputs == {
        "name": "orders-test",
        "kmsMasterKeyId": f"arn:aws:kms:eu-central-1:{ACCOUNT}:key/orders-key-key",
        "signatureVersion": 2,
        "tags": TAGS,
    }


def test_subscribers_by_mail() -> None:
    registrations = observe(email_addresses={"dba": "dba@example.com"})
    subscription = registrations.one("sns/topicSubscription:TopicSubscription")
    assert subscription.inputs == {"topic": TOPIC, "protocol": "email", "endpoint": "dba@example.com"}


def test_only_services_of_this_account_publish_and_only_over_tls() -> None:
    policy = observe().one("sns/topicPolicy:TopicPolicy").inputs["policy"]
    account = {"aws:SourceAccount": ACCOUNT}

    def publish(sid: str, service: str, **condition: Any) -> dict[str, Any]:
        return {
            "Sid": sid,
            "Effect": "Allow",
            "Principal": {"Service": f"{service}.amazonaws.com"},
            "Action": "sns:Publish",
            "Resource": TOPIC,
            "Condition": {"StringEquals": account, **condition},
        }

    alarm = {"aws:SourceArn": f"arn:aws:cloudwatch:eu-central-1:{ACCOUNT}:alarm:*"}
    event = {"aws:SourceArn": f"arn:aws:rds:eu-central-1:{ACCOUNT}:*"}
    assert handles.statements(policy) == {
        "Alarms": publish("Alarms", "cloudwatch", ArnLike=alarm),
        "DatabaseEvents": publish("DatabaseEvents", "events.rds", ArnLike=event),
        "BackupEvents": publish("BackupEvents", "backup"),
        "OnlyOverTls": {
            "Sid": "OnlyOverTls",
            "Effect": "Deny",
            "Principal": "*",
            "Action": "sns:Publish",
            "Resource": TOPIC,
            "Condition": {"Bool": {"aws:SecureTransport": "false"}},
        },
    }


def test_t54_the_key_of_the_topic_admits_its_publishers() -> None:
    policy = handles.statements(observe().one("kms/key:Key").inputs["policy"])
    for service in ("cloudwatch", "events.rds"):
        (statement,) = [
            each for each in policy.values() if each["Principal"] == {"Service": f"{service}.amazonaws.com"}
        ]
        assert {"kms:Decrypt", "kms:GenerateDataKey*"} <= set(statement["Action"])
        assert statement["Condition"] == {"StringEquals": {"aws:SourceAccount": ACCOUNT}}


def test_an_existing_topic_is_told_and_nothing_is_made_for_it() -> None:
    registrations = observe(topic_arn="arn:aws:sns:eu-central-1:1:ops")
    assert not [each for each in registrations if each.type.startswith(("aws:sns/", "aws:kms/"))]
    assert alarms(registrations)["writer-cpu"]["alarmActions"] == ["arn:aws:sns:eu-central-1:1:ops"]


def test_a_given_key_encrypts_the_topic() -> None:
    registrations = observe(kms_key_arn="arn:aws:kms:eu-central-1:1:key/own")
    assert (
        registrations.one("sns/topic:Topic").inputs["kmsMasterKeyId"] == "arn:aws:kms:eu-central-1:1:key/own"
    )
    assert not registrations.of("kms/key:Key")


def test_the_dashboard_shows_the_alarms_and_names_its_region() -> None:
    registrations = observe(
        serverless=True, region="eu-west-1", proxy_connection=handles.proxy_text(proxy_name="p")
    )
    dashboard = registrations.one("cloudwatch/dashboard:Dashboard")
    assert dashboard.inputs["dashboardName"] == "orders-test"
    body = json.loads(dashboard.inputs["dashboardBody"])
    state, *graphs = body["widgets"]
    assert set(state["properties"]["alarms"]) == {
        f"arn:aws:cloudwatch:eu-west-1:{ACCOUNT}:alarm:{inputs['name']}"
        for inputs in alarms(registrations).values()
    }
    assert {graph["properties"]["region"] for graph in graphs} == {"eu-west-1"}
    assert ["AWS/RDS", "ServerlessDatabaseCapacity", "DBClusterIdentifier", "orders", "Role", "WRITER"] in [
        metric[:6] for graph in graphs for metric in graph["properties"]["metrics"]
    ]
    places = [(widget["x"], widget["y"]) for widget in body["widgets"]]
    assert len(set(places)) == len(places)
    assert len(json.dumps(body)) < 50_000


def test_the_dashboard_can_be_left_out() -> None:
    registrations = observe(dashboard=False)
    assert not registrations.of("cloudwatch/dashboard:Dashboard")
    assert "dashboard_name" not in registrations.one("Observability").outputs


def test_a_region_of_its_own_reaches_everything() -> None:
    for each in observe(region="eu-west-1"):
        if each.type.startswith("aws:"):
            assert each.inputs.get("region") == "eu-west-1", each.name


def test_the_same_in_another_partition() -> None:
    registrations = record(
        lambda: Observability(
            "orders", {"connection": handles.text(partition="aws-cn"), "engine": "aurora-postgresql"}
        ),
        partition="aws-cn",
        region="cn-north-1",
    )
    for each in (registrations.one("sns/topicPolicy:TopicPolicy"), registrations.one("kms/key:Key")):
        assert "arn:aws:" not in each.inputs["policy"]
    assert "arn:aws:" not in registrations.one("cloudwatch/dashboard:Dashboard").inputs["dashboardBody"]


def test_at_preview_alarms_and_policies_are_known() -> None:
    def program() -> None:
        Observability("orders", {"connection": handles.local(), "engine": "aurora-postgresql"})

    registrations = record(program, preview=True)
    assert alarms(registrations)["writer-cpu"]["dimensions"]["DBClusterIdentifier"] == "orders"
    for each in (registrations.one("sns/topicPolicy:TopicPolicy"), registrations.one("kms/key:Key")):
        assert each.inputs["policy"] is not UNKNOWN


def test_a_cluster_in_the_place_of_a_proxy_is_refused() -> None:
    message = handles.failure(lambda: observe(proxy_connection=handles.text()))
    assert "proxy_connection: is a cluster's; give the connection of the DatabaseProxy" in message


def test_every_problem_is_told_at_once_with_its_fix() -> None:
    message = refused(
        topic_arn="arn",
        create_topic=True,
        email_addresses={"a": "a@example.com"},
        kms_key_arn="arn",
        alarms={
            "writer-cpus": {"enabled": False},
            "capacity": {"threshold": 1},
            "deadlocks": {"evaluation_periods": 0},
        },
        event_categories={"clusters": ["failover"], "cluster": ["fail over"], "proxy": ["failure"]},
        region="x",
    )
    assert "Observability 'orders' has 10 problems" in message
    for part in (
        "create_topic: a topic is given; leave out create_topic or topic_arn",
        "email_addresses: has no effect on an existing topic",
        "kms_key_arn: has no effect on an existing topic",
        "alarms.writer-cpus: there is no such alarm; did you mean 'writer-cpu'?",
        "alarms.capacity: is not made for this engine and capacity; leave it out",
        "alarms.deadlocks.evaluation_periods: 0 is outside 1 to 1440",
        "event_categories.clusters: there is no such source; did you mean 'cluster'?",
        "event_categories.cluster[0]: 'fail over' is not supported; did you mean 'failover'?",
        "event_categories.proxy: no proxy is watched; give proxy_connection",
        "region: 'x' is not an AWS region",
    ):
        assert part in message


def test_alarms_that_would_reach_nobody_are_refused() -> None:
    assert "create_topic: alarms would notify nobody; give topic_arn" in refused(create_topic=False)
