"""Every example runs, and stands before the whole pack."""

import re
from pathlib import Path

import pytest

from aurora_guard.report.model import Status
from tests.harness.programs import previewed
from tests.policies.analyzer import PACK

EXAMPLES = Path(__file__).parents[2] / "examples"
UNSAFE = EXAMPLES / "legacy-unsafe"
PROGRAMS = sorted(folder.parent for folder in EXAMPLES.glob("*/__main__.py") if folder.parent != UNSAFE)


@pytest.mark.parametrize("folder", PROGRAMS, ids=lambda folder: folder.name)
def test_no_control_fails_on_an_example(folder: Path) -> None:
    report = previewed(folder, PACK)
    failed = [
        f"{finding.control.name} {finding.urn.rsplit('::', 1)[1]}: {finding.message}"
        for finding in report.findings
        if finding.status is Status.FAIL
    ]
    assert failed == []


def test_the_unsafe_example_fails_twenty_controls_and_every_message_helps() -> None:
    report = previewed(UNSAFE, PACK)
    failed = [finding for finding in report.findings if finding.status is Status.FAIL]
    assert report.mandatory_failures
    assert len({finding.control.name for finding in failed}) >= 20
    for finding in failed:
        assert finding.message and finding.control.remediation
        assert re.split(r"[.\[]", finding.path)[0] in finding.message, finding.control.name


def test_each_example_says_what_it_is_for() -> None:
    for folder in EXAMPLES.iterdir():
        if folder.name == "ci":  # pipelines, not programs
            continue
        assert "description:" in (folder / "Pulumi.yaml").read_text("utf-8"), folder.name
