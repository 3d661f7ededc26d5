"""The generated pages are what the code says today, and every link in the docs leads somewhere."""

import functools
import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from aurora_policies.controls import by_id
from aurora_policies.controls.control import TOPICS
from tests.harness.command import guard

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def generate() -> Any:
    spec = spec_from_file_location("docs_generate", ROOT / "docs" / "generate.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_up_to_date(generate: Any) -> None:
    written = {name: (ROOT / "docs" / name) for name in generate.pages()}
    missing = [name for name, path in written.items() if not path.is_file()]
    assert not missing, "run `make docs`"
    changed = [name for name, text in generate.pages().items() if written[name].read_text("utf-8") != text]
    assert not changed, "run `make docs`"
    assert not generate.stale(), "run `make docs`"


def test_every_relative_link_leads_to_a_file() -> None:
    broken = []
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            if not target.startswith(("http://", "https://")) and not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert not broken


def test_every_requirement_of_the_guide_is_carried_or_says_why_not(generate: Any) -> None:
    rows = generate.requirements()
    assert {row["topic"] for row in rows} == set(TOPICS)
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row["requirement"] and row["page"], row["id"]
        assert row["controls"] or row["reason"], row["id"]
        assert set(row["controls"].split()) <= set(by_id()), row["id"]


@pytest.mark.parametrize("topic", TOPICS)
def test_no_topic_is_without_a_control(topic: str) -> None:
    assert [control.id for control in by_id().values() if control.topic == topic]


def test_every_trap_has_a_test_or_says_why_not(generate: Any) -> None:
    tests = generate.trap_tests()
    rows = generate.traps()
    assert [row["trap"] for row in rows] == [str(number) for number in range(1, 57)]
    assert [row["trap"] for row in rows if bool(row["untested"]) == (row["trap"] in tests)] == []


def test_the_readme_shows_what_the_preview_shows() -> None:
    shown = guard("preview", "--stack", "dev", cwd=ROOT)
    assert shown.status == 0
    # Not the lines: they move with every change of a component.
    without_lines = functools.partial(re.sub, r"(?<=\.py):\d+", "")
    assert without_lines(shown.stdout.strip()) in without_lines((ROOT / "README.md").read_text("utf-8"))


def test_the_pack_is_installed_before_the_cli_uses_it() -> None:
    """Without the pack's virtual environment the engine waits for ever."""
    missing = []
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")]:
        text = page.read_text("utf-8")
        first = re.search(r"^\$? ?pulumi (preview|up) .*--policy-pack", text, re.MULTILINE)
        if first and not re.search(r"make pack|guard pack|pulumi install", text[: first.start()]):
            missing.append(page.name)
    assert missing == []
