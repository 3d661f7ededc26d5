"""What the package offers to a type checker. `tests/types` runs the checkers over the programs users copy."""

import ast
import inspect
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import is_typeddict

import pytest

import aurora_components
from aurora_components.aurora_cluster import args as aurora_cluster
from aurora_components.database_proxy import args as database_proxy
from aurora_components.support import enums

ARGS = sorted(Path(aurora_components.__file__).parent.glob("*/args.py"))


@pytest.mark.parametrize(
    "module", [enums, aurora_cluster, database_proxy], ids=lambda module: module.__name__
)
def test_the_strings_of_an_enum_are_those_a_type_checker_accepts(module: ModuleType) -> None:
    accepted = {
        node.targets[0].id: {each.value for each in ast.walk(node.value) if isinstance(each, ast.Constant)}
        for branch in ast.parse(inspect.getsource(module)).body
        if isinstance(branch, ast.If)
        for node in branch.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    declared = {
        f"{name}Name": {member.value for member in value}
        for name, value in vars(module).items()
        if inspect.isclass(value) and issubclass(value, StrEnum) and value.__module__ == module.__name__
        if value.__name__ == name
    }
    assert accepted == declared
    for name in declared:
        assert getattr(module, name) is getattr(module, name.removesuffix("Name"))


@pytest.mark.parametrize("path", ARGS, ids=lambda path: path.parent.name)
def test_every_argument_type_is_exported(path: Path) -> None:
    defined = [node.name for node in ast.parse(path.read_text()).body if isinstance(node, ast.ClassDef)]
    assert defined
    assert [name for name in defined if name not in aurora_components.__all__] == []
    assert any(is_typeddict(getattr(aurora_components, name)) for name in defined)
