"""One cause, one finding: what a more specific control reports, a general one does not."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from aurora_policies.controls import by_id, catalogue
from tests.policies.analyzer import Analyzer
from tests.policies.cases import Sample, res
from tests.policies.controls.sg._samples import ingress, inline

WORLD = "0.0.0.0/0"
OPEN = [item.id for item in catalogue() if item.id.startswith("sg-no-") and "egress" not in item.id]


def failing(analyzer: Analyzer, sample: Sample) -> list[str]:
    """The controls of public rules that fail on one resource, over both calls of the protocol."""
    found = {name for name, finding in analyzer.analyze(sample).items() if finding.status == "fail"}
    found |= {
        name for (name, _), finding in analyzer.analyze_stack([sample]).items() if finding.status == "fail"
    }
    return sorted(found & set(OPEN) - {"sg-no-inline-or-legacy-rules", "sg-no-port-range"})


@contextmanager
def levels(analyzer: Analyzer, **changed: str) -> Iterator[None]:
    analyzer.configure(level=None, changed={name.replace("_", "-"): level for name, level in changed.items()})
    try:
        yield
    finally:
        analyzer.configure()


@pytest.mark.parametrize(
    ("rule", "reporter"),
    [
        ({"fromPort": 22, "toPort": 22}, "sg-no-public-admin-ports"),
        ({"fromPort": 5432, "toPort": 5432}, "sg-no-public-db-ports"),
        ({"fromPort": 445, "toPort": 445}, "sg-no-public-high-risk-ports"),
        ({"fromPort": 4444, "toPort": 4444}, "sg-no-public-ingress"),
        ({"fromPort": 80, "toPort": 80}, "sg-no-public-http"),
        ({"protocol": "-1", "fromPort": 0, "toPort": 0}, "sg-no-all-ports-ingress"),
    ],
)
def test_one_control_reports_a_rule(analyzer: Analyzer, rule: dict[str, object], reporter: str) -> None:
    with levels(analyzer, sg_ingress_cidr_host_only="disabled"):
        assert failing(analyzer, inline(cidrBlocks=[WORLD], **rule)) == [reporter]


def test_https_is_no_finding(analyzer: Analyzer) -> None:
    with levels(analyzer):
        assert failing(analyzer, ingress(fromPort=443, toPort=443, cidrIpv4=WORLD)) == []


@pytest.mark.parametrize("level", ["disabled", "advisory"])
def test_a_control_that_matters_less_covers_nothing(analyzer: Analyzer, level: str) -> None:
    """Whoever turns the specific control off, or down, still gets the general one."""
    with levels(analyzer, sg_no_public_admin_ports=level, sg_no_public_high_risk_ports=level):
        assert "sg-no-public-ingress" in failing(analyzer, inline(fromPort=22, toPort=22, cidrBlocks=[WORLD]))


def test_a_resource_that_is_judged_again_starts_anew(analyzer: Analyzer) -> None:
    with levels(analyzer):
        failing(analyzer, inline(fromPort=22, toPort=22, cidrBlocks=[WORLD]))
        assert failing(analyzer, inline(fromPort=4444, toPort=4444, cidrBlocks=[WORLD])) == [
            "sg-no-public-ingress"
        ]
        assert failing(analyzer, res("aws:ec2/securityGroup:SecurityGroup")) == []


def test_a_control_yields_to_controls_that_come_before_it() -> None:
    controls = by_id()
    for control in catalogue():
        for name in control.yields_to:
            assert len(controls[name].yields_to) < len(control.yields_to)
            assert controls[name].needs_stack <= control.needs_stack
