"""The pipelines in examples/ci pass the linters of their systems and only use options that guard has."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import tree_sitter_groovy
from tree_sitter import Language, Node, Parser

from tests.harness.options import problems

CI = Path(__file__).parents[2] / "examples" / "ci"
BIN = Path(sys.executable).parent


def lint(tool: str, *arguments: str | Path) -> None:
    done = subprocess.run([BIN / tool, *arguments], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("workflow", sorted(CI.glob("github/[!z]*.yml")), ids=lambda path: path.name)
def test_github_workflows(workflow: Path) -> None:
    lint("check-jsonschema", "--builtin-schema", "vendor.github-workflows", workflow)
    # Which version of an action to pin is for who copies the file to decide.
    lint("zizmor", "--offline", "--no-progress", "--config", CI / "github" / "zizmor.yml", workflow)


def test_gitlab() -> None:
    lint("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", CI / "gitlab" / ".gitlab-ci.yml")


@pytest.mark.parametrize("file", [CI / "pre-commit", CI.parent.parent], ids=["example", "ours"])
def test_pre_commit(file: Path) -> None:
    lint("pre-commit", "validate-config", file / ".pre-commit-config.yaml")


def test_shell() -> None:
    lint("shellcheck", CI / "atlantis" / "guard.sh")
    assert shutil.which("sh")


def test_jenkins() -> None:
    tree = Parser(Language(tree_sitter_groovy.language())).parse(
        (CI / "jenkins" / "Jenkinsfile").read_bytes()
    )

    def broken(node: Node) -> list[str]:
        if node.is_error or node.is_missing:
            return [f"line {node.start_point[0] + 1}"]
        return [place for child in node.children for place in broken(child)]

    assert broken(tree.root_node) == []


@pytest.mark.parametrize(
    "file",
    sorted(path for path in CI.rglob("*") if path.is_file() and path.suffix != ".md"),
    ids=lambda path: path.name,
)
def test_every_option_exists(file: Path) -> None:
    assert list(problems(file.read_text("utf-8"))) == []
