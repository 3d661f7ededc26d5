"""Each thing is said once, where it belongs, and in words that are true."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import yaml
from pulumi.runtime.proto import analyzer_pb2

from aurora_policies import wording
from tests.policies.analyzer import PACK, Analyzer, stack_request
from tests.policies.cases import STACK_URN, UNKNOWN, Sample, cluster, res

POLICY = res("aws:iam/policy:Policy", policy=UNKNOWN)
LOG_GROUP = res("aws:cloudwatch/logGroup:LogGroup")
KEY = res("aws:kms/key:Key", "key")
SOON = (datetime.now(UTC).date() + timedelta(days=30)).isoformat()


@pytest.fixture
def own(analyzer: Analyzer) -> Iterator[Analyzer]:
    """The shared pack at the levels of its controls; put back afterwards."""
    analyzer.configure(level=None, everywhere=False)
    yield analyzer
    configure_stack(analyzer, preview=True)
    analyzer.configure()


def configure_stack(analyzer: Analyzer, *, preview: bool) -> None:
    analyzer.stub.ConfigureStack(
        analyzer_pb2.AnalyzerStackConfigureRequest(project="test", stack="dev", dry_run=preview)
    )


def unknowns(response: Any) -> list[Any]:
    return [item for item in response.diagnostics if item.message.startswith("can't run policy")]


def analyzed(analyzer: Analyzer, *samples: Sample) -> tuple[list[Any], Any]:
    """The responses for each resource, and the one for the stack."""
    of_each = [analyzer.respond(sample) for sample in samples]
    return of_each, analyzer.stub.AnalyzeStack(stack_request(*samples))


def skipped(response: Any, control: str) -> str:
    (reason,) = [item.reason for item in response.not_applicable if item.policy_name == control]
    return str(reason)


def test_what_nothing_can_judge_is_reported_once_by_the_most_severe_control(own: Analyzer) -> None:
    (of_policy,), of_stack = analyzed(own, POLICY)
    (said,) = unknowns(of_policy)
    assert said.policyName == "iam-no-admin-star"
    assert said.severity == analyzer_pb2.POLICY_SEVERITY_CRITICAL
    assert said.enforcementLevel == analyzer_pb2.ADVISORY
    assert "iam-no-assume-any-role" in said.message
    assert "iam-no-wildcard-resource" in said.message
    folded = skipped(of_policy, "iam-no-assume-any-role")
    assert wording.is_same_reason(folded)
    assert "iam-no-admin-star" in folded
    assert "`policy` is not known before the update" in folded
    assert not unknowns(of_stack)


def test_a_control_of_the_stack_does_not_repeat_what_was_said_of_the_resource(own: Analyzer) -> None:
    _, of_stack = analyzed(own, POLICY, cluster())
    assert not [item for item in unknowns(of_stack) if item.urn == POLICY.urn]
    # The next stack is a new one.
    of_stack = own.stub.AnalyzeStack(stack_request(POLICY, cluster()))
    said = [item.policyName for item in unknowns(of_stack) if item.urn == POLICY.urn]
    assert len(said) == 1


def test_two_resources_are_two_causes(own: Analyzer) -> None:
    other = res("aws:iam/policy:Policy", "other", policy=UNKNOWN)
    of_each, _ = analyzed(own, POLICY, other)
    assert [len(unknowns(response)) for response in of_each] == [1, 1]


def test_a_resource_that_is_analysed_again_is_reported_again(own: Analyzer) -> None:
    assert [len(unknowns(own.respond(POLICY))) for _ in range(2)] == [1, 1]


def test_the_text_says_what_will_happen_and_the_version_is_the_packs_own(own: Analyzer) -> None:
    version = yaml.safe_load((PACK / "PulumiPolicy.yaml").read_text())["version"]
    (said,) = unknowns(own.respond(POLICY))
    assert said.message.startswith(
        f"can't run policy 'iam-no-admin-star' from policy pack 'aurora-guardrails@v{version}' during preview: "
    )
    assert "It is judged during the update, before the resource is created or changed." in said.message
    assert said.policyPackVersion == version == own.info.version


def test_nothing_is_said_of_a_preview_during_an_update(own: Analyzer) -> None:
    configure_stack(own, preview=False)
    (said,) = unknowns(own.respond(POLICY))
    assert "preview" not in said.message
    assert "before the update" not in said.message
    assert "is judged" not in said.message


def test_what_another_stack_holds_is_not_promised_for_the_update(own: Analyzer) -> None:
    _, of_stack = analyzed(own, cluster())
    (said,) = [item for item in unknowns(of_stack) if item.policyName == "rds-in-backup-plan"]
    assert "during preview" not in said.message
    assert "It is judged" not in said.message


def test_a_minor_control_of_any_resource_is_left_out_of_a_stack_without_a_database(own: Analyzer) -> None:
    (of_group, _), of_stack = analyzed(own, LOG_GROUP, KEY)
    assert skipped(of_group, "log-group-retention-set") == wording.DEFERRED
    assert not of_group.diagnostics
    left_out = {item.policy_name for item in of_stack.not_applicable if wording.LEFT_OUT in item.reason}
    assert {"log-group-retention-set", "kms-alias-present", "kms-key-unused"} <= left_out
    assert wording.split_resource(skipped(of_stack, "log-group-retention-set"))[1] == LOG_GROUP.urn
    assert not of_stack.diagnostics


def test_it_is_reported_where_the_stack_has_a_database(own: Analyzer) -> None:
    (of_group, _, _), of_stack = analyzed(own, LOG_GROUP, KEY, cluster("orders"))
    assert skipped(of_group, "log-group-retention-set") == wording.DEFERRED
    found = {(item.policyName, item.urn) for item in of_stack.diagnostics}
    assert ("log-group-retention-set", LOG_GROUP.urn) in found
    assert ("kms-alias-present", KEY.urn) in found
    assert not [item for item in of_stack.not_applicable if wording.LEFT_OUT in item.reason]


def test_a_cluster_of_another_product_is_no_database(own: Analyzer) -> None:
    other = res("aws:rds/cluster:Cluster", "graph", engine="neptune")
    _, of_stack = analyzed(own, LOG_GROUP, other)
    assert "log-group-retention-set" not in {item.policyName for item in of_stack.diagnostics}


def test_a_malformed_engine_is_taken_for_a_database(own: Analyzer) -> None:
    _, of_stack = analyzed(own, LOG_GROUP, res("aws:rds/cluster:Cluster", "odd", engine=["x"]))
    assert "log-group-retention-set" in {item.policyName for item in of_stack.diagnostics}


def test_what_somebody_asked_for_is_reported_at_once(own: Analyzer) -> None:
    own.configure({"log-group-retention-set": {"everywhere": True}}, level=None, everywhere=False)
    assert "log-group-retention-set" in {item.policyName for item in own.respond(LOG_GROUP).diagnostics}
    own.configure(level="mandatory", everywhere=False)
    assert "log-group-retention-set" in {item.policyName for item in own.respond(LOG_GROUP).diagnostics}


def test_a_critical_control_is_reported_in_every_stack(own: Analyzer) -> None:
    role = res("aws:iam/policy:Policy", policy='{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}')
    assert "iam-no-admin-star" in {item.policyName for item in own.respond(role).diagnostics}


def exempting(control: str, urn: str) -> dict[str, Any]:
    entry = {"urn": urn, "reason": "a test", "owner": "data team", "expires": SOON}
    return {control: {"exemptions": [entry]}}


RETENTION = "rds-backup-retention-minimum"


@pytest.mark.parametrize(
    ("urn", "properties", "said"),
    [
        ("*::subject", {}, ""),
        ("*::subject", {"backupRetentionPeriod": UNKNOWN}, ""),
        ("*::subject", {"backupRetentionPeriod": 30}, "passes the control, so remove it"),
        ("*::subjekt", {}, "matches no resource of this stack"),
        ("urn:pulumi:prod::*::subjekt", {}, ""),
    ],
    ids=["needed", "unknown", "not needed", "misspelt", "of another stack"],
)
def test_an_exemption_that_nothing_needs_is_reported(
    own: Analyzer, urn: str, properties: dict[str, Any], said: str
) -> None:
    own.configure(exempting(RETENTION, urn), level=None, everywhere=False)
    configure_stack(own, preview=True)
    _, of_stack = analyzed(own, cluster(**properties))
    found = [item for item in of_stack.diagnostics if wording.UNUSED in item.message]
    assert [item.policyName for item in found] == ([RETENTION] if said else [])
    if said:
        assert said in found[0].message
        assert f"(owner data team, until {SOON})" in found[0].message
        assert found[0].enforcementLevel == analyzer_pb2.ADVISORY


def test_an_update_of_some_targets_says_nothing_of_the_others_exemptions(own: Analyzer) -> None:
    own.configure(exempting(RETENTION, "*::subject"), level=None, everywhere=False)
    response = own.stub.AnalyzeStack(stack_request(cluster(backupRetentionPeriod=30)))
    assert not [item for item in response.diagnostics if wording.UNUSED in item.message]


def test_an_exemption_of_a_stack_control_names_its_resource(own: Analyzer) -> None:
    control = "rds-security-group-attached"
    own.configure(exempting(control, "*::subject"), level=None, everywhere=False)
    _, of_stack = analyzed(own, cluster())
    reason, urn = wording.split_resource(skipped(of_stack, control))
    assert reason.startswith(wording.EXEMPT)
    assert urn == cluster().urn


def test_what_concerns_the_stack_is_exempt_by_the_stacks_own_urn(own: Analyzer) -> None:
    control = "securityhub-enabled"
    configure_stack(own, preview=True)
    own.configure(exempting(control, STACK_URN), level="advisory", everywhere=False)
    _, of_stack = analyzed(own, cluster())
    assert skipped(of_stack, control).startswith(wording.EXEMPT)
