"""The pack as the engine meets it: boot, metadata, configuration, exemptions, remediation."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import grpc
import pytest
from google.protobuf import json_format
from pulumi.runtime.proto import analyzer_pb2

from aurora_policies.controls import catalogue
from tests.policies.analyzer import LEVELS, PACK, Analyzer, stack_request
from tests.policies.cases import UNKNOWN, Sample, cluster, ref, res, secret, wire

RETENTION = "rds-backup-retention-minimum"
COPY_TAGS = "rds-copy-tags-to-snapshot"


@pytest.fixture
def fresh(analyzer: Analyzer) -> Any:
    """The shared pack, put back to its usual configuration afterwards."""
    yield analyzer
    analyzer.configure()


def test_every_control_is_published_with_its_facts(analyzer: Analyzer) -> None:
    assert set(analyzer.policies) == {control.id for control in catalogue()}
    policy = analyzer.policies[RETENTION]
    assert policy.severity == analyzer_pb2.POLICY_SEVERITY_MEDIUM
    assert (
        policy.url
        == "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html"
    )
    assert "backupRetentionPeriod" in policy.remediation_steps
    assert {"topic:resilience", "aws-fsbp:RDS.50"} <= set(policy.tags)
    schema = json_format.MessageToDict(policy.configSchema.properties)
    assert schema["minimumDays"]["default"] == 7
    assert schema["minimumDays"]["maximum"] == 35


def test_critical_and_high_are_mandatory_and_the_rest_advises(analyzer: Analyzer) -> None:
    for control in catalogue():
        expected = (
            "disabled"
            if control.opt_in
            else ("mandatory" if control.severity.value in ("critical", "high") else "advisory")
        )
        assert analyzer.policies[control.id].enforcementLevel == LEVELS[expected], control.id


def test_another_resource_is_not_applicable_rather_than_passed(fresh: Analyzer) -> None:
    finding = fresh.analyze(res("random:index/randomId:RandomId"))[RETENTION]
    assert finding.status == "not-applicable"
    assert "judges DB clusters and DB instances only" in finding.message


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"rds-backup-retention-minimun": {}}, "(did you mean 'rds-backup-retention-minimum'?)"),
        ({RETENTION: {"minimumDay": 3}}, "there is no setting 'minimumDay' (did you mean 'minimumDays'?)"),
        ({RETENTION: {"minimumDays": 99}}, "minimumDays is 99; the most is 35"),
        ({RETENTION: {"minimumDays": "many"}}, "minimumDays must be an integer"),
        ({RETENTION: {"exemptions": [{"urn": "*"}]}}, "lacks reason, owner, expires"),
        (
            {RETENTION: {"exemptions": [{"urn": "*", "reason": "r", "owner": "o", "expires": "tomorrow"}]}},
            "write a date as YYYY-MM-DD",
        ),
        (
            {RETENTION: {"exemptions": [{"urn": "*", "reason": "r", "owner": "o", "expires": "2999-12-31"}]}},
            "an exemption ends within 2 years",
        ),
    ],
)
def test_a_wrong_configuration_is_refused_with_the_nearest_right_name(
    fresh: Analyzer, settings: dict[str, Any], says: str
) -> None:
    with pytest.raises(grpc.RpcError) as refused:
        fresh.configure(settings)
    assert refused.value.code() is grpc.StatusCode.INVALID_ARGUMENT
    assert says in refused.value.details()


SOON = (datetime.now(UTC).date() + timedelta(days=30)).isoformat()


def exemption(expires: str, urn: str = "*::subject") -> dict[str, Any]:
    return {
        "exemptions": [{"urn": urn, "reason": "test data only", "owner": "data team", "expires": expires}]
    }


def test_an_exemption_holds_until_its_date_and_is_reported(fresh: Analyzer) -> None:
    fresh.configure({RETENTION: exemption(SOON)})
    finding = fresh.analyze(cluster())[RETENTION]
    assert finding.status == "exempt"
    assert f"test data only (owner data team, until {SOON})" in finding.message


def test_an_expired_exemption_fails_again_and_says_why(fresh: Analyzer) -> None:
    fresh.configure({RETENTION: exemption("2020-01-01")})
    finding = fresh.analyze(cluster())[RETENTION]
    assert finding.status == "fail"
    assert "expired on 2020-01-01" in finding.message


def test_an_exemption_for_another_resource_changes_nothing(fresh: Analyzer) -> None:
    fresh.configure({RETENTION: exemption(SOON, "*::other")})
    assert fresh.analyze(cluster())[RETENTION].status == "fail"


def remediate(analyzer: Analyzer, sample: Sample, control: str = COPY_TAGS) -> Any:
    request = analyzer_pb2.AnalyzeRequest(urn=sample.urn, type=sample.type, name=sample.name)
    request.properties.update(wire(sample.properties))
    config = analyzer_pb2.ConfigureAnalyzerRequest()
    config.policyConfig[control].enforcementLevel = LEVELS["remediate"]
    analyzer.stub.Configure(config)
    return analyzer.stub.Remediate(request)


def test_remediation_changes_one_property_and_keeps_secrets_secret(fresh: Analyzer) -> None:
    response = remediate(fresh, cluster(masterPassword=secret("s3cret"), kmsKeyId=UNKNOWN))
    (changed,) = [item for item in response.remediations if item.policyName == COPY_TAGS]
    properties = json_format.MessageToDict(changed.properties)
    assert properties["copyTagsToSnapshot"] is True
    assert properties["masterPassword"] == wire(secret("s3cret"))
    assert properties["kmsKeyId"] == wire(UNKNOWN)


def test_remediation_leaves_unknown_and_compliant_values_alone(fresh: Analyzer) -> None:
    assert not remediate(fresh, cluster(copyTagsToSnapshot=True)).remediations
    assert not remediate(fresh, cluster(copyTagsToSnapshot=UNKNOWN)).remediations


def test_remediation_changes_no_resource_that_lacks_the_property(fresh: Analyzer) -> None:
    organization = res(
        "aws:guardduty/organizationConfiguration:OrganizationConfiguration",
        autoEnableOrganizationMembers="NONE",
    )
    assert not remediate(fresh, organization, "guardduty-enabled").remediations
    detector = res("aws:guardduty/detector:Detector", enable=False)
    assert len(remediate(fresh, detector, "guardduty-enabled").remediations) == 1


def test_the_pack_imports_neither_components_nor_guard_and_prints_nothing() -> None:
    program = (
        "import sys; sys.path.insert(0, 'policies')\n"
        "import aurora_policies.crossguard, aurora_policies.controls as c\n"
        "c.catalogue()\n"
        "taken = [m for m in sys.modules if m.startswith(('aurora_comp', 'aurora_guard', 'pulumi_aws'))]\n"
        "sys.exit(f'imported {taken}' if taken else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PACK.parent, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_model_and_the_controls_know_nothing_of_pulumi() -> None:
    program = (
        "import sys, aurora_policies.evaluate, aurora_policies.settings, aurora_policies.controls as c\n"
        "c.catalogue()\n"
        "sys.exit(any(m == 'pulumi' or m.startswith(('pulumi.', 'grpc')) for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=PACK, check=False).returncode == 0


OWN_GROUPS = "rds-security-group-attached"


def test_what_the_provider_will_compute_was_not_stated_by_the_program(fresh: Analyzer) -> None:
    bare, computed = cluster(), {"subject": {"vpcSecurityGroupIds": UNKNOWN, "arn": UNKNOWN}}
    assert fresh.analyze_stack([bare], computed)[OWN_GROUPS, bare.urn].status == "fail"


def test_what_the_program_states_may_be_unknown(fresh: Analyzer) -> None:
    from_configuration = cluster(vpcSecurityGroupIds=UNKNOWN)
    assert (OWN_GROUPS, from_configuration.urn) not in fresh.analyze_stack([from_configuration])
    group = res("aws:ec2/securityGroup:SecurityGroup", "group")
    from_another = cluster(vpcSecurityGroupIds=ref(group))
    assert (OWN_GROUPS, from_another.urn) not in fresh.analyze_stack([from_another, group])


def test_one_stack_is_not_read_by_what_another_stated(fresh: Analyzer) -> None:
    fresh.analyze_stack([cluster()])
    request = stack_request(cluster(vpcSecurityGroupIds=UNKNOWN))
    assert OWN_GROUPS not in {item.policyName for item in fresh.stub.AnalyzeStack(request).diagnostics}
