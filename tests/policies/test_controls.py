"""Every control on every one of its cases, through the pack's own protocol, and the count of the cases."""

import contextlib

import pytest

from aurora_policies.controls import by_id, catalogue
from tests.policies.analyzer import Analyzer
from tests.policies.cases import Case, declared


def written() -> list[tuple[str, Case]]:
    """Every case of every control; `test_every_control_is_shown_on_every_kind_of_case` names what is missing."""
    found: list[tuple[str, Case]] = []
    for control in by_id():
        with contextlib.suppress(LookupError):
            found += [(control, case) for case in declared(control, "CASES")]
    return found


ALL = written()


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
    kinds = {case.kind for case in declared(control, "CASES")}
    missing = {"compliant", "violating", "absent", "unknown"} - kinds
    assert not missing, f"{control} has no case of the kind {', '.join(sorted(missing))}"
