"""The facts about a control are checked where it is declared."""

from dataclasses import replace

import pytest

from aurora_policies.controls import by_id, catalogue
from aurora_policies.controls.control import Control, Scope, Severity

CONTROL = by_id()["rds-in-vpc"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"topic": "resilence"}, r"topic \"resilence\" \(did you mean 'resilience'\?\) must be one of"),
        ({"source": "Aurora.Managing.Backups.html"}, 'source "Aurora.Managing.Backups.html" must be a page'),
        ({"source": "http://docs.aws.amazon.com/x"}, "must be a page of the Aurora user guide"),
        ({"source": ""}, "must be a page of the Aurora user guide"),
        ({"scope": "stack"}, 'scope "stack" must be one of Scope.DATABASE, Scope.STACK, Scope.ACCOUNT'),
        ({"scope": Scope.ACCOUNT}, "scope account needs opt_in"),
        ({"title": "Aurora cluster requires TLS."}, "title must be a phrase"),
        ({"title": " "}, "title must be a phrase"),
    ],
)
def test_a_wrong_fact_is_refused_with_the_controls_name(changes: dict[str, object], problem: str) -> None:
    with pytest.raises(ValueError, match=problem) as refused:
        replace(CONTROL, **changes)  # type: ignore[arg-type]
    assert str(refused.value).startswith("Control rds-in-vpc: ")


def test_every_wrong_fact_is_named_at_once() -> None:
    with pytest.raises(ValueError, match=r"topic .* source "):
        replace(CONTROL, topic="none", source="")


def test_the_folder_gives_the_scope_unless_the_control_states_one() -> None:
    assert by_id()["rds-in-vpc"].scope is Scope.DATABASE
    assert by_id()["sg-description"].scope is Scope.STACK
    assert by_id()["iam-rds-db-connect-scoped"].scope is Scope.DATABASE
    assert by_id()["securityhub-enabled"].scope is Scope.ACCOUNT


@pytest.mark.parametrize("control", catalogue(), ids=[item.id for item in catalogue()])
def test_only_medium_and_low_controls_of_any_resource_need_a_database(control: Control) -> None:
    minor = control.severity in (Severity.MEDIUM, Severity.LOW)
    assert control.needs_database is (minor and control.scope is Scope.STACK)
