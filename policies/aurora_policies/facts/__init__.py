"""What AWS changes without us: versions, classes, certificates. Each file of this folder is one dated table.

A file is JSON of this shape, and its name is the table's:

    {"title": "...", "source": ["https://..."], "date": "2026-11-24", "data": ...}

`date` is the day on which somebody compared the data with the source. A newer table in the folder that the environment
variable `AURORA_FACTS` names takes the place of ours, so that nobody has to wait for a release.
"""

import datetime
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent

OVERRIDES = "AURORA_FACTS"
"""Environment variable with the folder of a team's own, newer tables."""


class FactsError(Exception):
    """A table that cannot be read. The message names the file and what is wrong with it."""


@dataclass(frozen=True)
class Facts:
    """One table. `data` is what its file holds; nobody changes it."""

    name: str
    title: str
    source: Sequence[str]
    """Addresses of the pages, or the commands, that the data is from."""
    date: datetime.date
    """Day of the last comparison with the source."""
    data: Any
    file: Path


def load(name: str) -> Facts:
    """The table `name`: ours, or the one of the overriding folder where that is newer.

    Raises FactsError when a file is there and cannot be read.
    """
    return _load(name, os.environ.get(OVERRIDES, ""))


def names() -> list[str]:
    """The tables there are, in alphabetical order."""
    return sorted(file.stem for file in FOLDER.glob("*.json"))


@cache
def _load(name: str, overrides: str) -> Facts:
    ours = read(FOLDER / f"{name}.json")
    theirs = Path(overrides, f"{name}.json")
    if not overrides or not theirs.is_file():
        return ours
    newer = read(theirs)
    return newer if newer.date >= ours.date else ours


def read(file: Path) -> Facts:
    """The table in `file`. Raises FactsError."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        return Facts(
            name=file.stem,
            title=content["title"],
            source=tuple(content["source"]),
            date=datetime.date.fromisoformat(content["date"]),
            data=content["data"],
            file=file,
        )
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise FactsError(
            f"{file} is not a table of facts: {error!r}. It needs title, source, date (YYYY-MM-DD) and data."
        ) from error
