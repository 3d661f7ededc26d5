"""Levels and settings: what a policy-pack configuration means, and every way to get it wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from aurora_guard.engine.pack_config import Policy, PolicyConfig, effective, read
from aurora_guard.errors import GuardError
from aurora_policies.controls.control import Level


def policy(name: str, level: Level = Level.MANDATORY, **settings: Any) -> Policy:
    return Policy(name, "", level, "medium", False, "", "", (), settings, ())


POLICIES = {
    item.name: item
    for item in (
        policy("encrypted"),
        policy("retention", Level.ADVISORY, days={"type": "integer", "default": 7, "maximum": 35}),
    )
}


def given(folder: Path, content: Any) -> dict[str, PolicyConfig]:
    file = folder / "policies.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content))
    return effective(POLICIES, {}, read(file), file)


def levels(config: dict[str, PolicyConfig]) -> list[str | None]:
    return [config["encrypted"].level, config["retention"].level]


def test_without_a_file_the_pack_decides() -> None:
    config = effective(POLICIES, {}, {}, None)
    assert levels(config) == ["mandatory", "advisory"]
    assert config["retention"].properties == {"days": 7}


@pytest.mark.parametrize(
    ("content", "expected", "days"),
    [
        ({"all": "advisory"}, ["advisory", "advisory"], 7),
        ({"all": "disabled", "encrypted": "remediate"}, ["remediate", "disabled"], 7),
        ({"retention": {"days": 35}}, ["mandatory", "advisory"], 35),
        ({"retention": {"enforcementLevel": "mandatory", "days": 14}}, ["mandatory", "mandatory"], 14),
        ({}, ["mandatory", "advisory"], 7),
        ("", ["mandatory", "advisory"], 7),
    ],
)
def test_levels_and_settings(tmp_path: Path, content: Any, expected: list[str], days: int) -> None:
    config = given(tmp_path, content)
    assert levels(config) == expected
    assert config["retention"].properties == {"days": days}


def test_the_file_wins_over_the_packs_own_choice() -> None:
    initial = {"all": PolicyConfig(Level.ADVISORY), "retention": PolicyConfig(Level.DISABLED, {"days": 30})}
    config = effective(POLICIES, initial, {}, None)
    assert levels(config) == ["advisory", "disabled"]
    assert config["retention"].properties == {"days": 30}
    config = effective(POLICIES, initial, {"all": "mandatory"}, None)
    assert levels(config) == ["mandatory", "mandatory"]


def test_every_mistake_is_named_with_the_nearest_right_name(tmp_path: Path) -> None:
    with pytest.raises(GuardError) as error:
        given(
            tmp_path,
            {
                "encripted": "advisory",
                "encrypted": {"strength": 256},
                "retention": {"enforcementLevel": "high", "dais": 3, "days": 99},
                "all": {"days": 1},
            },
        )
    text = str(error.value)
    assert f"{tmp_path / 'policies.json'} has 6 problems:" in text
    assert "there is no policy 'encripted' (did you mean 'encrypted'?)." in text
    assert "'encrypted' has no setting 'strength' (it has no settings)." in text
    assert "'retention' has no setting 'dais' (did you mean 'days'?)." in text
    assert "'retention.days': 99 is greater than the maximum of 35." in text
    assert "'retention' has the level \"high\": it is one of" in text
    assert "'all' takes a level only" in text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            {"all": "mandatry"},
            r"'all' has the level \"mandatry\" \(did you mean 'mandatory'\?\): it is one of mand",
        ),
        ({"encrypted": {"enforcementLevel": 3}}, "'encrypted' has the level 3"),
        ({"encrypted": 3}, "'encrypted' must be a level or an object, not 3"),
        ({"environments": ["org/env"]}, "Pulumi ESC, which guard can't reach"),
        (["all"], "must hold an object, not a list"),
        ("{", "is not valid JSON: .* line 1 column 2"),
    ],
)
def test_a_file_that_is_wrong_by_itself(tmp_path: Path, content: Any, message: str) -> None:
    with pytest.raises(GuardError, match=message):
        given(tmp_path, content)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ('{"all": "advisory", "all": "disabled"}', "all"),
        ('{"encrypted": {"exemptions": [{"urn": "a", "urn": "b"}]}}', "urn"),
    ],
)
def test_a_key_that_a_file_has_twice(tmp_path: Path, content: str, key: str) -> None:
    file = tmp_path / "policies.json"
    file.write_text(content)
    with pytest.raises(GuardError, match=f'the key "{key}" is given twice'):
        read(file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GuardError, match="There is no policy configuration at"):
        read(tmp_path / "policies.json")


def test_required_settings_must_be_given() -> None:
    strict = Policy(
        "tags", "", Level.MANDATORY, "low", False, "", "", (), {"keys": {"type": "array"}}, ("keys",)
    )
    with pytest.raises(GuardError, match="'tags': 'keys' is a required property"):
        effective({"tags": strict}, {}, {}, None)
