"""The site builds without a warning, and every code block in the docs is parsed."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.harness.options import problems

ROOT = Path(__file__).parents[2]
GENERATED = ("controls", "components")
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *(page for page in sorted((ROOT / "docs").rglob("*.md")) if page.parent.name not in GENERATED),
    *sorted((ROOT / "examples").rglob("README.md")),
]
SHELL = {"console", "bash", "sh"}
UNPARSED = {"sql", "typescript", "javascript", "java", "go", "ini", "text", ""}


def blocks(page: Path) -> Iterator[tuple[str, str]]:
    """The language and the text of each fenced block, also of one inside a list."""
    for indent, language, text in re.findall(
        r"^( *)```(\w*)\n(.*?)^ *```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL
    ):
        yield language, re.sub(rf"(?m)^{indent}", "", text)


def _is_module(text: str) -> bool:
    """Whether a block is whole code; the guides also show single entries of the arguments."""
    return not re.match(r"\s*(#.*\n\s*)*\"\w+\":", text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_is_sound(page: Path) -> None:
    for language, text in blocks(page):
        if language == "python":
            compile(text if _is_module(text) else f"{{{text}}}", str(page), "exec")
        elif language == "json":
            json.loads(text)
        elif language == "yaml":
            list(yaml.safe_load_all(text))
        elif language in SHELL:
            assert list(problems(text)) == []
        else:
            assert language in UNPARSED, language


def test_the_site_builds_strictly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path), "--quiet"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "start" / "index.html").is_file()
