"""Every control on every one of its cases, through the pack's own protocol, and the count of the cases."""

from importlib import import_module

import pytest

from aurora_policies.controls import by_id, catalogue
from tests.policies.analyzer import Analyzer
from tests.policies.cases import Case


def cases_of(control: str) -> list[Case]:
    """Return the cases of a control; its test module mirrors the control's own."""
    path = by_id()[control].judge.__module__.split(".controls.", 1)[1]
    found: list[Case] = import_module(f"tests.policies.controls.{path}").CASES
    return found


ALL = [(item.id, case) for item in catalogue() for case in cases_of(item.id)]


def judged(analyzer: Analyzer, control: str, case: Case) -> tuple[str, str]:
    """The status and the message of `control` on the case's first resource."""
    if case.settings:
        analyzer.configure({control: case.settings})
    try:
        if by_id()[control].needs_stack:
            found = analyzer.analyze_stack(case.resources)
            urn = case.resources[0].urn if by_id()[control].subjects else ""
            finding = found.get((control, urn)) or found.get((control, ""))
            status, message = (finding.status, finding.message) if finding else ("pass", "")
        else:
            verdict = analyzer.analyze(case.resources[0])[control]
            status, message = verdict.status, verdict.message
    finally:
        if case.settings:
            analyzer.configure()
    return status, message


@pytest.mark.parametrize(("control", "case"), ALL, ids=[f"{c}: {case.kind} {case.shows}" for c, case in ALL])
def test_case(analyzer: Analyzer, control: str, case: Case) -> None:
    status, message = judged(analyzer, control, case)
    assert (status, message) == (case.expect, message)
    assert case.says in message


@pytest.mark.parametrize("control", [item.id for item in catalogue()])
def test_every_control_is_shown_on_every_kind_of_case(control: str) -> None:
    kinds = {case.kind for case in cases_of(control)}
    assert {"compliant", "violating", "absent", "unknown"} <= kinds
