"""Other tools' ids for our controls. Docs, search and reports read this table; the pack does not need it to boot."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("equivalents.csv")


@dataclass(frozen=True, slots=True, order=True)
class Equivalent:
    """A check of another tool, such as `checkov` `CKV_AWS_96`, and the id of the control that asks for the same."""

    tool: str
    id: str
    control: str

    def __str__(self) -> str:
        return f"{self.tool}:{self.id}"


@cache
def equivalents() -> tuple[Equivalent, ...]:
    """Return every row of the table, in its order."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(Equivalent(row["tool"], row["id"], row["control"]) for row in csv.DictReader(file))


@cache
def _by_control() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in equivalents():
        found[row.control].append(str(row))
    return {control: tuple(ids) for control, ids in found.items()}


def equivalents_of(control: str) -> tuple[str, ...]:
    """Return what other tools call `control`, each as `tool:id`."""
    return _by_control().get(control, ())
