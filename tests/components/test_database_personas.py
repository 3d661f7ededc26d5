"""DatabasePersonas: each persona can do its work, and nothing that is another's."""

import re
from typing import Any

import pytest

from aurora_components import DatabasePersonas
from tests.components.handles import statements, text
from tests.components.recording import ACCOUNT, Recording, record, refusals

PERSONAS = ("viewer", "operator", "auditor", "admin")
RDS = f"arn:aws:rds:eu-central-1:{ACCOUNT}"

SENSITIVE = {
    "data leaves": {
        "rds:ModifyDBClusterSnapshotAttribute",
        "rds:ModifyDBSnapshotAttribute",
        "rds:CopyDBClusterSnapshot",
        "rds:StartExportTask",
        "rds:CreateIntegration",
    },
    "copies": {"rds:RestoreDBClusterFromSnapshot", "rds:RestoreDBClusterToPointInTime"},
    "weaker": {"rds:ModifyDBClusterParameterGroup", "rds:ModifyDBParameterGroup", "rds:EnableHttpEndpoint"},
    "audit": {
        "rds:StartActivityStream",
        "rds:StopActivityStream",
        "rds:ModifyActivityStream",
        "rds:DeleteEventSubscription",
        "logs:DeleteLogGroup",
        "logs:PutRetentionPolicy",
    },
    "privilege": {"rds:AddRoleToDBCluster", "iam:PassRole", "rds-db:connect"},
    "content": {"secretsmanager:GetSecretValue", "rds-data:ExecuteStatement", "pi:GetResourceMetrics"},
}
"""Actions that no persona is allowed."""


def build(**args: Any) -> Recording:
    return record(lambda: DatabasePersonas("people", {"connections": {"orders": text()}, **args}))


def policies(**args: Any) -> dict[str, dict[str, dict[str, Any]]]:
    recording = build(**args)
    return {
        persona: statements(recording.one("iam/policy:Policy", f"people-{persona}").inputs["policy"])
        for persona in PERSONAS
    }


def allowed(policy: dict[str, dict[str, Any]]) -> set[str]:
    return {
        action
        for statement in policy.values()
        if statement["Effect"] == "Allow"
        for action in statement["Action"]
    }


def test_no_action_is_a_wildcard() -> None:
    for policy in policies(activity_stream_key_arns={"orders": "arn"}).values():
        assert not any("*" in action for action in allowed(policy))


def test_everything_but_looking_on_names_its_resources() -> None:
    harmless = re.compile(r"(rds|cloudwatch|logs):(Describe|List|Get(MetricData|QueryResults)|StopQuery)")
    for policy in policies().values():
        for statement in policy.values():
            if statement["Effect"] == "Allow" and "*" in statement["Resource"]:
                assert all(harmless.match(action) for action in statement["Action"])
                assert statement["Condition"]["StringEquals"]["aws:RequestedRegion"] == "eu-central-1"


@pytest.mark.parametrize("persona", PERSONAS)
def test_nobody_gets_what_gives_data_away_or_weakens_a_control(persona: str) -> None:
    assert allowed(policies()[persona]) & set().union(*SENSITIVE.values()) == set()


def test_each_builds_on_the_viewer() -> None:
    found = policies()
    for persona in PERSONAS:
        assert found[persona]["LookOn"] == found["viewer"]["LookOn"]
    assert set(found["viewer"]) == {"LookOn"}


def test_a_viewer_reads_no_logs() -> None:
    assert not any("Log" in action for action in allowed(policies()["viewer"]))


def test_an_operator_works_on_the_named_cluster_alone() -> None:
    operator = policies()["operator"]
    assert operator["RebootInstances"]["Resource"] == [f"{RDS}:db:orders-one", f"{RDS}:db:orders-two"]
    assert operator["FailOver"]["Resource"] == [f"{RDS}:cluster:orders"]
    assert operator["TakeSnapshots"]["Resource"] == [
        f"{RDS}:cluster:orders",
        f"{RDS}:cluster-snapshot:orders-*",
    ]


def test_an_auditor_reads_logs_and_streams_and_changes_nothing() -> None:
    auditor = policies(activity_stream_key_arns={"orders": "arn:aws:kms:eu-central-1:1:key/2"})["auditor"]
    assert auditor["ReadLogs"]["Resource"] == [
        f"arn:aws:logs:eu-central-1:{ACCOUNT}:log-group:/aws/rds/cluster/orders/*"
    ]
    assert auditor["ReadActivityStreams"]["Resource"] == [
        f"arn:aws:kinesis:eu-central-1:{ACCOUNT}:stream/aws-rds-das-cluster-ABC123"
    ]
    assert auditor["DecryptActivityStreams"]["Condition"] == {
        "StringEquals": {"kms:EncryptionContext:aws:rds:dbc-id": ["cluster-ABC123"]}
    }
    verbs = {re.split(r"(?<=[a-z])(?=[A-Z])", action.split(":")[1])[0] for action in allowed(auditor)}
    assert verbs <= {"Describe", "List", "Get", "Filter", "Download", "Start", "Stop", "Decrypt"}
    assert "ReadActivityStreams" not in policies()["auditor"]


def test_an_admin_never_touches_audit_sharing_or_data() -> None:
    denied = policies()["admin"]["SeparationOfDuties"]
    assert denied["Effect"] == "Deny"
    assert denied["Resource"] == "*"
    assert {"rds:StopActivityStream", "rds:ModifyDBClusterSnapshotAttribute", "rds-db:connect"} <= set(
        denied["Action"]
    )


def test_tags_bind_the_admin_and_cannot_be_changed() -> None:
    admin = policies(admin_resource_tags={"team": "orders"})["admin"]
    assert admin["RunDatabases"]["Condition"]["StringEquals"] == {
        "aws:RequestedRegion": "eu-central-1",
        "aws:ResourceTag/team": "orders",
    }
    assert admin["CreateParts"]["Condition"]["StringEquals"]["aws:RequestTag/team"] == "orders"
    assert admin["KeepTags"]["Condition"] == {
        "ForAnyValue:StringEquals": {"aws:TagKeys": ["team"]},
        "Null": {"aws:ResourceTag/team": "false"},
    }
    assert "KeepTags" not in policies()["admin"]


def test_roles_get_the_policy_of_their_persona() -> None:
    attachments = build(
        viewer_role_names={"support": "support"}, admin_role_names={"dba": "dba"}, iam_path="/databases/"
    ).of("iam/rolePolicyAttachment:RolePolicyAttachment")
    assert {each.name: each.inputs["role"] for each in attachments} == {
        "people-admin-dba": "dba",
        "people-viewer-support": "support",
    }


def test_every_policy_fits_into_iam() -> None:
    recording = build(
        connections={f"db{n}": text(cluster_identifier=f"a-rather-long-cluster-name-{n}") for n in range(5)},
        admin_resource_tags={"team": "orders", "environment": "prod"},
    )
    for policy in recording.of("iam/policy:Policy"):
        assert len(policy.inputs["policy"].replace(" ", "")) <= 6144, policy.name


def test_documents_are_there_for_permission_sets() -> None:
    documents = build().one("DatabasePersonas").outputs["policy_documents"]
    assert set(documents) == set(PERSONAS)


def test_more_clusters_than_fit_are_refused() -> None:
    connections = {f"db{n}": text() for n in range(6)}
    assert (
        "several" in refusals(lambda: DatabasePersonas("people", {"connections": connections}))["connections"]
    )


def test_refused_together() -> None:
    found = refusals(
        lambda: DatabasePersonas(
            "people",
            {"connections": {}, "admin_resource_tags": {"aws:x": "y"}, "iam_path": "x", "region": "Mars"},
        )
    )
    assert set(found) == {"connections", "admin_resource_tags.aws:x", "iam_path", "region"}
