"""The schema is a contract with every language: complete, documented, and changed only on purpose."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pulumi.provider.experimental.component import ComponentProvider

import aurora_components
from aurora_components import package

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "components" / "schema.json"
MODULES = sorted((ROOT / "components" / "aurora_components").rglob("*.py"))


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return package.schema()


def test_the_golden_schema_is_current(schema: dict[str, Any]) -> None:
    assert json.loads(GOLDEN.read_text()) == schema, (
        "renew it with: python -m aurora_components.package > components/schema.json"
    )


def test_every_component_class_is_offered(schema: dict[str, Any]) -> None:
    defined = {
        node.name
        for module in MODULES
        if module.parent.name != "support"  # what only components make
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.ClassDef)
        and any(ast.unparse(base).endswith("ComponentResource") for base in node.bases)
    }
    assert set(schema["resources"]) == {f"aurora:index:{name}" for name in defined}


def test_tokens_are_the_same_in_a_program_and_in_the_plugin() -> None:
    for component in package.COMPONENTS:
        source = "".join(
            module.read_text() for module in MODULES if f"class {component.__name__}(" in module.read_text()
        )
        assert f'"aurora:index:{component.__name__}"' in source


def fields(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for token, resource in schema["resources"].items():
        yield token, resource
        for kind in ("inputProperties", "properties"):
            for name, field in resource.get(kind, {}).items():
                yield f"{token}.{name}", field
    for token, type_ in schema["types"].items():
        yield token, type_
        for name, field in type_.get("properties", {}).items():
            yield f"{token}.{name}", field
        for member in type_.get("enum", ()):
            yield f"{token}.{member['name']}", member


def test_everything_is_described(schema: dict[str, Any]) -> None:
    assert [path for path, field in fields(schema) if not field.get("description")] == []


def test_descriptions_are_clean_paragraphs(schema: dict[str, Any]) -> None:
    for path, field in fields(schema):
        for line in field["description"].split("\n\n"):
            assert line == " ".join(line.split()), path


def test_t43_only_strings_may_be_known_late(schema: dict[str, Any]) -> None:
    """An Output for a number, a switch or an enum crashes the SDK's own mapping."""
    for token, resource in schema["resources"].items():
        for name, field in resource["inputProperties"].items():
            if not field.get("plain"):
                assert field.get("type") in ("string", "array", "object"), f"{token}.{name}"


def test_t43_no_list_or_map_holds_an_enum(schema: dict[str, Any]) -> None:
    """The SDK maps such a list element by element as an object, and loses every value."""
    enums = {f"#/types/{token}" for token, type_ in schema["types"].items() if "enum" in type_}
    for path, field in fields(schema):
        for holder in ("items", "additionalProperties"):
            inner = field.get(holder)
            assert not (isinstance(inner, dict) and inner.get("$ref") in enums), path


def test_t45_types_are_nouns_without_args(schema: dict[str, Any]) -> None:
    assert [token for token in schema["types"] if token.endswith("Args")] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_t44_no_module_hides_its_annotations(module: Path) -> None:
    assert "from __future__ import annotations" not in module.read_text()


def test_t44_what_the_analyzer_cannot_express_fails_here_and_not_at_the_user() -> None:
    for component in package.COMPONENTS:
        assert ComponentProvider([component], "aurora").schema


def test_all_names_every_component_once() -> None:
    assert aurora_components.__all__ == sorted(aurora_components.__all__)
    assert {component.__name__ for component in package.COMPONENTS} <= set(aurora_components.__all__)
