"""How what a pack says becomes findings."""

from collections.abc import Sequence

import pytest
from pulumi.runtime.proto import analyzer_pb2

from aurora_guard.engine.findings import accepted_by, of_resource, of_stack, unused_exemptions
from aurora_guard.engine.pack import Analysis, Remediated
from aurora_guard.engine.pack_config import Policy, PolicyConfig
from aurora_guard.report.model import Control, Exemption, Finding, Status
from aurora_policies import wording
from aurora_policies.controls.control import Level

URN = "urn:pulumi:dev::shop::aws:rds/cluster:Cluster::orders"
STACK = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev"
RESOURCE_POLICY = Policy("encrypted", "Encrypted", Level.MANDATORY, "high", False, "", "", (), {}, ())
STACK_POLICY = Policy("instances", "Two instances", Level.MANDATORY, "high", True, "", "", (), {}, ())
DISABLED = Policy("off", "Off", Level.DISABLED, "high", False, "", "", (), {}, ())
POLICIES = (RESOURCE_POLICY, STACK_POLICY, DISABLED)
CONTROLS = {
    policy.name: Control(policy.name, "tiny", policy.description, policy.severity, policy.level)
    for policy in POLICIES
}


def diagnostic(
    message: str, *, name: str = "encrypted", advisory: bool = False, urn: str = ""
) -> analyzer_pb2.AnalyzeDiagnostic:
    return analyzer_pb2.AnalyzeDiagnostic(
        policyName=name,
        description=CONTROLS[name].title,
        message=message,
        urn=urn,
        enforcementLevel=analyzer_pb2.ADVISORY if advisory else analyzer_pb2.MANDATORY,
    )


def judged(message: str, *, advisory: bool = False) -> Finding:
    findings = of_resource(Analysis([diagnostic(message, advisory=advisory)], []), URN, POLICIES, CONTROLS)
    assert len(findings) == 1
    return findings[0]


@pytest.mark.parametrize(
    ("message", "advisory", "status", "text", "path"),
    [
        ("Encrypted\nnot set", False, Status.FAIL, "not set", ""),
        ("Encrypted\nnot set", True, Status.FAIL, "not set", ""),
        ("Encrypted", False, Status.FAIL, "Encrypted", ""),
        (
            "Encrypted\nnot set [property: storageEncrypted]",
            False,
            Status.FAIL,
            "`storageEncrypted`: not set",
            "storageEncrypted",
        ),
        (
            "Encrypted\nopen [property: ingress[0].cidrBlocks[1]]",
            False,
            Status.FAIL,
            "`ingress`: open",
            "ingress[0].cidrBlocks[1]",
        ),
        ("Encrypted\nsee [1]", False, Status.FAIL, "see [1]", ""),
        (
            "can't run policy 'encrypted' from policy pack 'tiny@v0.0.1' during preview: string value at .a",
            True,
            Status.UNKNOWN,
            "string value at .a",
            "",
        ),
        (
            "Encrypted\ncan't run policy 'encrypted' from policy pack 'tiny@v1' during preview: no id yet",
            True,
            Status.UNKNOWN,
            "no id yet",
            "",
        ),
        ("Encrypted\nexempt: a test, until 2027", True, Status.EXEMPT, "a test, until 2027", ""),
        ("Encrypted\nexempt: not really", False, Status.FAIL, "exempt: not really", ""),
    ],
)
def test_a_diagnostic(message: str, advisory: bool, status: Status, text: str, path: str) -> None:
    finding = judged(message, advisory=advisory)
    assert (finding.status, finding.message, finding.path, finding.urn) == (status, text, path, URN)


@pytest.mark.parametrize(
    ("reason", "status", "text"),
    [
        ("", Status.NOT_APPLICABLE, ""),
        ("no cluster", Status.NOT_APPLICABLE, "no cluster"),
        ("exempt: a test", Status.EXEMPT, "a test"),
    ],
)
def test_a_policy_that_does_not_apply(reason: str, status: Status, text: str) -> None:
    entry = analyzer_pb2.PolicyNotApplicable(policy_name="encrypted", reason=reason)
    (finding,) = of_resource(Analysis([], [entry]), URN, POLICIES, CONTROLS)
    assert (finding.status, finding.message) == (status, text)


def test_silence_is_a_pass_of_the_enabled_policies_of_that_kind() -> None:
    (of_one,) = of_resource(Analysis([], []), URN, POLICIES, CONTROLS)
    (of_all,) = of_stack(Analysis([], []), STACK, POLICIES, CONTROLS)
    assert (of_one.control.name, of_one.status, of_one.urn) == ("encrypted", Status.PASS, URN)
    assert (of_all.control.name, of_all.status, of_all.urn) == ("instances", Status.PASS, STACK)


def test_a_pass_after_a_remediation_says_what_was_changed() -> None:
    changed = [Remediated("encrypted", URN, ("copyTagsToSnapshot", "port"))]
    (finding,) = of_resource(Analysis([], []), URN, POLICIES, CONTROLS, changed)
    assert finding.message == "Remediated: copyTagsToSnapshot, port."


def test_a_stack_policy_may_name_resources() -> None:
    said = [
        diagnostic("Two instances\none", name="instances", urn=URN),
        diagnostic("Two instances\nsomewhere", name="instances"),
    ]
    findings = of_stack(Analysis(said, []), STACK, POLICIES, CONTROLS)
    assert [(finding.urn, finding.message) for finding in findings] == [(URN, "one"), (STACK, "somewhere")]


def test_what_remains_after_a_remediation_is_a_mandatory_failure() -> None:
    control = Control("tags", "tiny", "Tags", "low", "remediate")
    assert Finding(control, URN, Status.FAIL).is_mandatory_failure
    assert not Finding(control, URN, Status.PASS).is_mandatory_failure


def of_whole(*, diagnostics: Sequence[object] = (), skipped: Sequence[tuple[str, str]] = ()) -> Analysis:
    return Analysis(
        diagnostics,
        [analyzer_pb2.PolicyNotApplicable(policy_name=name, reason=reason) for name, reason in skipped],
    )


def test_what_comes_with_the_stack_is_not_counted_twice() -> None:
    deferred = of_whole(skipped=[("encrypted", wording.DEFERRED)])
    assert of_resource(deferred, URN, POLICIES, CONTROLS) == []
    said = of_whole(diagnostics=[diagnostic("Encrypted\nnot set", advisory=True, urn=URN)])
    found = of_stack(said, STACK, POLICIES, CONTROLS)
    assert [(each.control.name, each.urn, each.status) for each in found] == [
        ("encrypted", URN, Status.FAIL),
        ("instances", STACK, Status.PASS),
    ]


def test_a_policy_of_the_stack_that_does_not_apply_to_one_resource() -> None:
    said = of_whole(skipped=[("instances", wording.with_resource(wording.LEFT_OUT, URN))])
    (found,) = of_stack(said, STACK, POLICIES, CONTROLS)
    assert (found.urn, found.status, found.message) == (URN, Status.NOT_APPLICABLE, wording.LEFT_OUT)


ACCEPTED = {
    "encrypted": {
        "exemptions": [
            {"urn": "*::other", "reason": "x", "owner": "y", "expires": "2026-12-31"},
            {"urn": "*::orders", "reason": "a test", "owner": "data team", "expires": "2027-01-01"},
        ]
    }
}


def test_an_exemption_is_found_by_the_resource_and_reported_where_nothing_needs_it() -> None:
    accepted = accepted_by(
        POLICIES, {name: PolicyConfig(Level.MANDATORY, given) for name, given in ACCEPTED.items()}
    )
    said = of_whole(skipped=[("encrypted", f"{wording.EXEMPT}a test: not set")])
    (found,) = of_resource(said, URN, POLICIES, CONTROLS, (), accepted)
    assert found.status is Status.EXEMPT
    assert found.exemption == Exemption("encrypted", "*::orders", "a test", "data team", "2027-01-01")
    unused = of_whole(diagnostics=[diagnostic(f"Encrypted\n{wording.unused(0)}: it passes", advisory=True)])
    assert [each.urn for each in unused_exemptions(unused, accepted)] == ["*::other"]
    assert [each.status for each in of_stack(unused, STACK, POLICIES, CONTROLS, accepted)] == [Status.PASS]
