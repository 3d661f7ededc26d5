"""Every table of facts has a title, a source and a date, and a team's newer one takes its place."""

import datetime
import json
from pathlib import Path

import pytest

from aurora_policies import facts


@pytest.mark.parametrize("name", facts.names())
def test_a_table_says_what_it_is_and_where_it_is_from(name: str) -> None:
    table = facts.load(name)
    assert table.title and table.data
    assert table.source and all(table.source)
    assert table.date <= datetime.date.today()


def _write(folder: Path, date: str) -> None:
    content = {"title": "Ours", "source": ["aws rds describe-certificates"], "date": date, "data": ["ours"]}
    (folder / "ca_certificates.json").write_text(json.dumps(content))


def test_a_newer_table_of_the_team_takes_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, "2999-01-01")
    monkeypatch.setenv(facts.OVERRIDES, str(tmp_path))
    assert facts.load("ca_certificates").data == ["ours"]


def test_an_older_table_of_the_team_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, "2001-01-01")
    monkeypatch.setenv(facts.OVERRIDES, str(tmp_path))
    assert facts.load("ca_certificates").title != "Ours"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"title": 1, "source": [], "date": "soon", "data": 1}'])
def test_a_broken_table_is_named(text: str, tmp_path: Path) -> None:
    file = tmp_path / "broken.json"
    file.write_text(text)
    with pytest.raises(facts.FactsError, match=r"broken\.json is not a table of facts"):
        facts.read(file)
