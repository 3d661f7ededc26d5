"""The privilege matrix of the guide, as the tests read it."""

from dataclasses import dataclass
from pathlib import Path

from aurora_accounts.accounts import Access

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "database-accounts.md"


@dataclass(frozen=True)
class Row:
    """One row of the table."""

    statements: str
    place: str
    may: frozenset[Access]


def rows(engine: str) -> list[Row]:
    """The rows of an engine's table."""
    section = GUIDE.read_text("utf-8").partition(f"### {engine}\n")[2].partition("\n#")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    header, _, *body = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    columns = [Access(name) for name in header[2:]]
    return [
        Row(
            statements,
            place,
            frozenset(each for each, cell in zip(columns, cells, strict=True) if cell == "yes"),
        )
        for statements, place, *cells in body
    ]
