"""A profile adds to the pack's own levels, and what a team configures itself counts before it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from aurora_policies.controls import by_id, catalogue
from aurora_policies.controls.control import Level, Scope, Severity
from aurora_policies.frameworks import frameworks, requirements_of
from aurora_policies.profiles import UnknownProfile, WrongConfiguration, profile, profile_names
from aurora_policies.settings import configure

FRAMEWORKS = [item.id for item in frameworks()]
RANK = (Level.DISABLED, Level.ADVISORY, Level.REMEDIATE, Level.MANDATORY)
SOON = (datetime.now(UTC).date() + timedelta(days=30)).isoformat()


def level(entry: Any) -> str:
    return str(entry if isinstance(entry, str) else entry["enforcementLevel"])


def levels(name: str, **options: Any) -> dict[str, str]:
    return {control: level(entry) for control, entry in profile(name, **options).items()}


@pytest.mark.parametrize("name", profile_names())
def test_a_profile_gives_every_control_a_valid_configuration(name: str) -> None:
    for control, entry in profile(name, account=True).items():
        given = {} if isinstance(entry, str) else {k: v for k, v in entry.items() if k != "enforcementLevel"}
        assert configure(by_id()[control], given)[1] == []
    assert set(levels(name)) == set(by_id())


@pytest.mark.parametrize("account", [False, True])
@pytest.mark.parametrize("name", [*FRAMEWORKS, "strict"])
def test_no_profile_lowers_a_level(name: str, account: bool) -> None:
    given = levels(name, account=account)
    for control in catalogue():
        assert RANK.index(Level(given[control.id])) >= RANK.index(control.level), control.id


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_a_framework_makes_its_controls_mandatory(name: str) -> None:
    given = levels(name)
    asked = [control for control in catalogue() if name in dict(requirements_of(control.id))]
    assert asked
    for control in asked:
        if control.scope is Scope.ACCOUNT:
            assert given[control.id] == "disabled"
        else:
            assert given[control.id] == ("advisory" if control.opt_in else "mandatory"), control.id
    others = {control.id for control in catalogue()} - {control.id for control in asked}
    assert {control: given[control] for control in others} == {c: by_id()[c].level.value for c in others}


def test_what_an_account_has_once_is_on_for_the_accounts_own_stack_alone() -> None:
    of_account = [control.id for control in catalogue() if control.scope is Scope.ACCOUNT]
    for name in profile_names():
        assert {levels(name)[control] for control in of_account} == {"disabled"}, name
    asked = levels("cis-aws-5.0", account=True)
    assert asked["securityhub-enabled"] == "mandatory"
    assert asked["config-rules-deployed"] == "advisory"
    assert levels("baseline", account=True)["securityhub-enabled"] == "advisory"


def test_strict_makes_all_but_low_and_opt_in_controls_mandatory() -> None:
    given = levels("strict", account=True)
    for control in catalogue():
        relaxed = control.severity is Severity.LOW or control.opt_in
        assert given[control.id] == ("advisory" if relaxed else "mandatory"), control.id


def test_strict_judges_every_stack_in_full_under_stricter_settings() -> None:
    strict = profile("strict")
    for control in catalogue():
        if control.needs_database:
            assert strict[control.id]["everywhere"] is True
    assert strict["rds-no-plaintext-master-password"]["refuseKnown"] is True


def test_advisory_stops_nothing_and_turns_nothing_on() -> None:
    given = levels("advisory")
    assert set(given.values()) == {"advisory", "disabled"}
    assert [control for control in given if given[control] == "disabled"] == [
        control.id for control in catalogue() if control.opt_in
    ]


def test_what_a_team_configures_counts_before_the_profile() -> None:
    exemption = {"urn": "*::orders", "reason": "r", "owner": "o", "expires": SOON}
    over = {
        "rds-in-vpc": "advisory",
        "rds-backup-retention-minimum": {"minimumDays": 14, "exemptions": [exemption]},
        "sg-description": {"enforcementLevel": "disabled"},
    }
    merged = profile("cis-aws-5.0", over=over)
    assert merged["rds-in-vpc"] == "advisory"
    assert merged["sg-description"] == "disabled"
    assert merged["rds-backup-retention-minimum"] == {
        "enforcementLevel": "advisory",
        "minimumDays": 14,
        "exemptions": [exemption],
    }
    rest = set(merged) - set(over)
    assert {name: merged[name] for name in rest} == {name: profile("cis-aws-5.0")[name] for name in rest}


def test_settings_of_a_profile_and_of_a_team_are_joined() -> None:
    merged = profile("strict", over={"rds-no-plaintext-master-password": {"exemptions": []}})
    assert merged["rds-no-plaintext-master-password"]["refuseKnown"] is True


def test_every_problem_of_a_teams_configuration_is_reported() -> None:
    over = {
        "all": "mandatory",
        "rds-in-vcp": "mandatory",
        "rds-in-vpc": "mandatry",
        "sg-description": 3,
        "rds-backup-retention-minimum": {"minimumDays": 99},
    }
    with pytest.raises(WrongConfiguration) as refused:
        profile("baseline", over=over)
    text = str(refused.value)
    assert "'all' would undo the profile" in text
    assert "there is no control 'rds-in-vcp' (did you mean 'rds-in-vpc'?)" in text
    assert "rds-in-vpc has the level 'mandatry' (did you mean 'mandatory'?); it is one of mandatory" in text
    assert "sg-description must be a level or an object" in text
    assert "minimumDays is 99; the most is 35" in text


def test_an_unknown_profile_is_answered_with_the_nearest_one() -> None:
    with pytest.raises(UnknownProfile, match=r"did you mean 'pci-dss-4\.0\.1'"):
        profile("pci-dss-4.0")
