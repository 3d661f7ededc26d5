"""Compliance frameworks: which requirement is carried by which controls.

Each `<framework>.json` beside this module is the only place of its mapping and points to controls:
`{"id": "pci-dss-4.0.1", "name": "...", "version": "...", "reference": "https://...",
"requirements": [{"id": "3.5.1", "title": "...", "controls": ["rds-cluster-storage-encrypted"], "inferred": []}]}`.
`controls` are those that the framework's own publisher or a well-known tool maps to the requirement; `inferred`
are those that this project maps by its own judgement.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement of a framework and the ids of the controls that carry it.

    `inferred` are the controls mapped by this project's own judgement; `controls` are all of them.
    """

    id: str
    title: str
    controls: tuple[str, ...]
    inferred: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Framework:
    """A compliance framework as far as this catalogue covers it."""

    id: str
    name: str
    version: str
    reference: str
    requirements: tuple[Requirement, ...]


@cache
def frameworks() -> tuple[Framework, ...]:
    """Return every framework, in the order of their ids."""
    return tuple(_read(path) for path in sorted(Path(__file__).parent.glob("*.json")))


def _read(path: Path) -> Framework:
    raw = json.loads(path.read_text(encoding="utf-8"))
    requirements = tuple(_requirement(item) for item in raw["requirements"])
    return Framework(raw["id"], raw["name"], raw["version"], raw["reference"], requirements)


def _requirement(raw: Mapping[str, Any]) -> Requirement:
    inferred = tuple(raw.get("inferred", ()))
    return Requirement(raw["id"], raw["title"], (*raw["controls"], *inferred), inferred)


@cache
def _by_control() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for framework in frameworks():
        for requirement in framework.requirements:
            for control in requirement.controls:
                found[control].append((framework.id, requirement.id))
    return {control: tuple(pairs) for control, pairs in found.items()}


def requirements_of(control: str) -> tuple[tuple[str, str], ...]:
    """Return the (framework id, requirement id) pairs that the control with this id carries."""
    return _by_control().get(control, ())
