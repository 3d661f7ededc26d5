"""Pulumi.yaml, its stacks and their configuration, read from files as Pulumi reads them."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from aurora_guard.engine import project as projects
from aurora_guard.engine.wire import UNKNOWN
from aurora_guard.errors import GuardError
from tests.harness.programs import write_program

DECLARED = {
    "region": {"type": "string", "description": "Where.", "default": "eu-west-1"},
    "instances": {"type": "integer"},
    "locked": {"type": "boolean", "default": True},
    "zones": {"type": "array", "items": {"type": "string"}, "default": ["a", "b"]},
    "capacity": {"type": "object", "default": {"min": 1, "max": 4}},
    "apiKey": {"type": "string", "secret": True, "default": "none"},
    "aws:region": "eu-west-1",
}


def configured(folder: Path, config: dict[str, Any], declared: Any = DECLARED) -> projects.Configuration:
    write_program(folder, "", name="shop", config=config, declared=declared)
    return projects.configure(projects.load(folder), "dev", {})


def problems(folder: Path, config: dict[str, Any], declared: Any = DECLARED) -> str:
    with pytest.raises(GuardError) as error:
        configured(folder, config, declared)
    return str(error.value)


def test_defaults_of_every_type_reach_the_program_as_text(tmp_path: Path) -> None:
    values = configured(tmp_path, {"shop:instances": 2}).values
    assert values == {
        "shop:region": "eu-west-1",
        "shop:instances": "2",
        "shop:locked": "true",
        "shop:zones": '["a","b"]',
        "shop:capacity": '{"min":1,"max":4}',
        "shop:apiKey": "none",
        "aws:region": "eu-west-1",
    }


def test_the_stack_file_wins_over_the_defaults(tmp_path: Path) -> None:
    values = configured(
        tmp_path, {"shop:instances": "3", "locked": "false", "aws:region": "cn-north-1"}
    ).values
    assert (values["shop:instances"], values["shop:locked"]) == ("3", "false")
    assert values["aws:region"] == "cn-north-1"


def test_every_problem_is_named_with_file_key_type_and_nearest_name(tmp_path: Path) -> None:
    text = problems(
        tmp_path,
        {
            "shop:instances": "two",
            "shop:locked": "yes",
            "shop:zones": [1, {"a": 1}],
            "shop:capacity": [1],
            "shop:apiKey": "plain text",
            "shop:regoin": "eu-west-1",
        },
    )
    file = tmp_path / "Pulumi.dev.yaml"
    assert "has 6 problems" in text
    assert f"{file}: 'instances' must be an integer, not \"two\"." in text
    assert f"{file}: 'locked' must be a boolean, not \"yes\"." in text
    assert f"{file}: 'zones' must be an array of strings" in text
    assert f"{file}: 'capacity' must be an object, not [1]." in text
    assert f"{file}: 'apiKey' must be encrypted" in text
    assert f"{file}: unknown key 'regoin' (did you mean 'region'?). Pulumi.yaml declares " in text


@pytest.mark.parametrize(
    ("asked", "organization", "name"),
    [
        (None, "organization", "dev"),
        ("dev", "organization", "dev"),
        ("acme/dev", "acme", "dev"),
        ("acme/shop/dev", "acme", "dev"),
    ],
)
def test_a_stack_may_be_given_with_its_organization(
    tmp_path: Path, asked: str | None, organization: str, name: str
) -> None:
    write_program(tmp_path, "", name="shop", config={})
    assert projects.choose_stack(projects.load(tmp_path), asked) == (organization, name)


@pytest.mark.parametrize(
    "asked", ["", "/dev", "acme/", "acme/other/dev", "a/b/c/dev", "../../dev", "a b", "dev\n"]
)
def test_a_stack_that_is_no_name(tmp_path: Path, asked: str) -> None:
    write_program(tmp_path, "", name="shop")
    with pytest.raises(
        GuardError, match=r"is no stack of shop: it must have the form \[ORG/\[shop/\]\]STACK"
    ):
        projects.choose_stack(projects.load(tmp_path), asked)


def test_a_value_without_default_must_be_given(tmp_path: Path) -> None:
    text = problems(tmp_path, {})
    assert "there is no value for 'instances'" in text
    assert "Add `shop:instances: …` under `config` of Pulumi.dev.yaml" in text


def test_a_wrong_default_is_found_in_the_project_file(tmp_path: Path) -> None:
    text = problems(tmp_path, {}, {"days": {"type": "integer", "default": "seven"}})
    assert f"{tmp_path / 'Pulumi.yaml'}: the default of 'days' must be an integer" in text


def test_a_type_that_pulumi_does_not_know(tmp_path: Path) -> None:
    assert "'number' is declared" in problems(
        tmp_path, {"shop:days": 1.5}, {"days": {"type": "number", "default": 1}}
    )


def test_keys_of_a_project_that_declares_none_are_free(tmp_path: Path) -> None:
    assert configured(tmp_path, {"shop:anything": 1}, None).values == {"shop:anything": "1"}


def test_encrypted_values_are_unknown_secrets_at_any_depth(tmp_path: Path) -> None:
    configuration = configured(
        tmp_path,
        {
            "shop:instances": {"secure": "v1:AAAA:BBBB"},
            "shop:apiKey": {"secure": "v1:CCCC:DDDD"},
            "other:settings": {"open": 1, "tokens": [{"secure": "v1:EEEE:FFFF"}]},
        },
    )
    assert configuration.values["shop:instances"] == UNKNOWN
    assert configuration.values["shop:apiKey"] == UNKNOWN
    assert json.loads(configuration.values["other:settings"]) == {"open": 1, "tokens": [UNKNOWN]}
    assert configuration.secret_keys == {"shop:instances", "shop:apiKey", "other:settings"}
    assert "v1:" not in str(configuration.values)


def test_overrides_are_checked_like_the_file(tmp_path: Path) -> None:
    write_program(tmp_path, "", name="shop", config={"shop:instances": 1}, declared=DECLARED)
    project = projects.load(tmp_path)
    assert projects.configure(project, "dev", {"instances": "4"}).values["shop:instances"] == "4"
    with pytest.raises(GuardError, match="'instances' must be an integer"):
        projects.configure(project, "dev", {"shop:instances": "many"})


@settings(deadline=None)
@given(
    value=st.one_of(
        st.integers(),
        st.booleans(),
        st.text(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.lists(st.integers()),
        st.none(),
    )
)
def test_a_value_is_taken_or_named_never_a_crash(
    tmp_path_factory: pytest.TempPathFactory, value: Any
) -> None:
    folder = tmp_path_factory.mktemp("project")
    for kind in ("string", "integer", "boolean", "object"):
        write_program(folder, "", config={"test:key": value}, declared={"key": {"type": kind}})
        try:
            text = projects.configure(projects.load(folder), "dev", {}).values["test:key"]
        except GuardError as error:
            assert "'key' must be" in str(error)
        else:
            assert kind != "integer" or float(text).is_integer()
            assert kind != "boolean" or text in ("true", "false")


@pytest.mark.parametrize(
    ("files", "asked", "chosen"),
    [
        ([], None, "dev"),
        ([], "anything", "anything"),
        (["prod"], None, "prod"),
        (["dev", "prod"], None, "dev"),
        (["dev", "prod"], "prod", "prod"),
        (["team.blue", "dev"], "team.blue", "team.blue"),
    ],
)
def test_the_stack_is_the_one_asked_for_the_only_one_or_dev(
    tmp_path: Path, files: list[str], asked: str | None, chosen: str
) -> None:
    write_program(tmp_path, "")
    for stack in files:
        (tmp_path / f"Pulumi.{stack}.yaml").write_text("config: {}")
    assert projects.choose_stack(projects.load(tmp_path), asked) == ("organization", chosen)


@pytest.mark.parametrize(
    ("asked", "message"),
    [("prdo", r"no stack 'prdo' \(did you mean 'prod'\?\). Its stacks are prod, test"), (None, "prod, test")],
)
def test_a_stack_that_is_not_there(tmp_path: Path, asked: str | None, message: str) -> None:
    write_program(tmp_path, "")
    for stack in ("prod", "test"):
        (tmp_path / f"Pulumi.{stack}.yaml").write_text("")
    with pytest.raises(GuardError, match=message):
        projects.choose_stack(projects.load(tmp_path), asked)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("runtime: python\n", "has no name"),
        ("name: [\n", "is not valid YAML"),
        ("- a\n", "must hold a mapping, not a list"),
        ("name: x\nruntime: python\nconfig: 3\n", "config must be a mapping"),
    ],
)
def test_a_project_file_that_is_wrong(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "Pulumi.yaml").write_text(content)
    with pytest.raises(GuardError, match=message):
        projects.load(tmp_path)


def test_main_may_be_a_folder_or_a_file(tmp_path: Path) -> None:
    source = tmp_path / "src"
    source.mkdir()
    (source / "__main__.py").touch()
    for main, program in (("src", (source, ".")), ("src/__main__.py", (source, "__main__.py"))):
        (tmp_path / "Pulumi.yaml").write_text(
            yaml.safe_dump({"name": "x", "runtime": "python", "main": main})
        )
        assert projects.load(tmp_path).program == program
