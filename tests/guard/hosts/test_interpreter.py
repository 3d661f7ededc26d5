"""A program runs on the Python that the Pulumi CLI would take, and the report says which."""

import sys
from pathlib import Path
from typing import Any

import pytest

from aurora_guard.engine.hosts.python.interpreter import Interpreter, choose, mismatches
from aurora_guard.errors import GuardError
from tests.harness.command import PACKS
from tests.harness.programs import previewed, write_program


@pytest.fixture(autouse=True)
def no_active_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    monkeypatch.delenv("PULUMI_PYTHON_CMD", raising=False)


def environment(folder: Path, **packages: str) -> Path:
    """Something that looks like a virtual environment with these packages."""
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").touch(mode=0o755)
    (folder / "pyvenv.cfg").touch()
    for name, version in packages.items():
        site = folder / "lib" / "python3.12" / "site-packages"
        (site / name).mkdir(parents=True)
        (site / f"{name}-{version}.dist-info").mkdir()
        (site / f"{name}-{version}.dist-info" / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {name.replace('_', '-')}\nVersion: {version}\n"
        )
    return folder


def runtime(**options: Any) -> dict[str, Any]:
    return {"runtime": {"name": "python", "options": options}}


def test_guards_own_only_where_there_is_no_other(tmp_path: Path) -> None:
    own = choose(runtime(), tmp_path)
    assert own == Interpreter(sys.executable, own_because="the project has no virtual environment")
    assert set(own.versions()) == {"pulumi", "pulumi-aws"}
    named = choose(runtime(virtualenv="env"), tmp_path)
    assert named.path == sys.executable
    assert named.own_because == "the virtual environment env does not exist (`pulumi install` makes it)"


def test_the_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def chosen(*, asked: str | None = None, **options: Any) -> Path | None:
        return choose(runtime(**options), tmp_path, asked).environment

    default = environment(tmp_path / "venv", pulumi="3.1.0")
    assert chosen() == default
    hidden = environment(tmp_path / ".venv", pulumi="3.1.0")
    assert chosen() == hidden
    active = environment(tmp_path / "active", pulumi="3.1.0")
    monkeypatch.setenv("VIRTUAL_ENV", str(active))
    assert chosen() == active
    named = environment(tmp_path / "named")
    assert chosen(virtualenv="named") == named
    asked = environment(tmp_path / "asked")
    assert chosen(virtualenv="named", asked=str(asked)) == asked
    assert chosen(virtualenv="named", asked=str(asked / "bin" / "python")) == asked


def test_an_environment_without_pulumi_is_not_the_programs(tmp_path: Path) -> None:
    environment(tmp_path / ".venv", black="24.1.0")
    assert choose(runtime(), tmp_path).path == sys.executable


def test_uv_has_its_environment_beside_its_lock_file(tmp_path: Path) -> None:
    project = tmp_path / "infra"
    project.mkdir()
    expected = environment(tmp_path / ".venv")
    (tmp_path / "uv.lock").touch()
    assert choose(runtime(toolchain="uv"), project).environment == expected
    assert choose(runtime(), project).environment == expected
    own = environment(project / "env")
    assert choose(runtime(toolchain="uv", virtualenv="env"), project).environment == own


def test_poetry_says_where_its_environment_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "poetry, which is not installed" in choose(runtime(toolchain="poetry"), tmp_path).own_because
    expected = environment(tmp_path / "cache" / "shop")
    (tmp_path / "poetry").write_text(f"#!/bin/sh\n[ \"$*\" = 'env info --path' ] && echo {expected}\n")
    (tmp_path / "poetry").chmod(0o755)
    (tmp_path / "poetry.lock").touch()
    assert choose(runtime(), tmp_path).environment == expected
    (tmp_path / "poetry").write_text("#!/bin/sh\nexit 1\n")
    assert "`poetry install` makes it" in choose(runtime(), tmp_path).own_because


@pytest.mark.parametrize(
    ("options", "asked", "message"),
    [
        ({"toolchain": "pipp"}, None, r"'pipp' \(did you mean 'pip'\?\)"),
        ({}, "/nowhere/python", "--python /nowhere/python: there is no such Python"),
    ],
)
def test_what_is_no_python(tmp_path: Path, options: Any, asked: str | None, message: str) -> None:
    with pytest.raises(GuardError, match=message):
        choose(runtime(**options), tmp_path, asked)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("requirements.txt", "# ours\n-r base.txt\npulumi>=3,<4\nPulumi_AWS>=6,<7  # pinned\n"),
        ("pyproject.toml", '[project]\ndependencies = ["pulumi-aws~=6.1"]\n'),
        ("pyproject.toml", '[tool.poetry.dependencies]\npython = "^3.11"\npulumi-aws = "^6.1"\n'),
    ],
)
def test_another_major_of_the_provider_never_runs_without_a_word(
    tmp_path: Path, file: str, content: str
) -> None:
    (tmp_path / file).write_text(content)
    newer = Interpreter("x/bin/python", environment(tmp_path / "x", pulumi="3.1.0", pulumi_aws="7.2.0"))
    newer = Interpreter(str(tmp_path / "x" / "bin" / "python"), newer.environment)
    (warning,) = mismatches(tmp_path, newer)
    assert warning.startswith(f"warning: {file} asks for ")
    assert "the program runs with 7.2.0" in warning
    right = environment(tmp_path / "y", pulumi="3.1.0", pulumi_aws="6.4.0")
    assert list(mismatches(tmp_path, Interpreter(str(right / "bin" / "python"), right))) == []


@pytest.mark.parametrize(
    "content", ["project = 1\n", "[tool]\npoetry = []\n", "= broken", "[project]\ndependencies = 3"]
)
def test_a_pyproject_of_another_shape_says_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "pyproject.toml").write_text(content)
    assert list(mismatches(tmp_path, choose(runtime(), tmp_path))) == []


def test_the_report_says_which(tmp_path: Path) -> None:
    write_program(tmp_path, "import pulumi\n")
    (tmp_path / "requirements.txt").write_text("pulumi-aws==5.0.0\n")
    report = previewed(tmp_path, PACKS / "tiny", python=sys.executable)
    assert report.runtime == f"Python of {Path(sys.executable).parent.parent}"
    assert any("asks for pulumi-aws==5.0.0" in message for message in report.messages)
    assert (
        "guard's own, since the project has no virtual environment"
        in previewed(tmp_path, PACKS / "tiny").runtime
    )


def test_an_sdk_that_is_too_old_is_refused_by_name(tmp_path: Path) -> None:
    write_program(tmp_path, "import pulumi\n")
    (tmp_path / "old" / "pulumi-2.25.0.dist-info").mkdir(parents=True)
    (tmp_path / "old" / "pulumi-2.25.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: pulumi\nVersion: 2.25.0\n"
    )
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\nPYTHONPATH={tmp_path}/old exec {sys.executable} "$@"\n')
    python.chmod(0o755)
    with pytest.raises(GuardError, match="The program failed") as error:
        previewed(tmp_path, PACKS / "tiny", python=str(python))
    assert "has pulumi 2.25.0, and guard previews programs on pulumi 3" in error.value.detail


def test_the_automation_api_is_refused_by_name(tmp_path: Path) -> None:
    write_program(tmp_path, "from pulumi import automation as auto\nauto.LocalWorkspace()\n")
    with pytest.raises(GuardError) as error:
        previewed(tmp_path, PACKS / "tiny")
    assert error.value.detail.startswith(
        "The program uses the Automation API, which runs the Pulumi CLI itself"
    )


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    write_program(tmp_path, "", main="src")
    with pytest.raises(GuardError, match=r"There is no program at .*src"):
        previewed(tmp_path, PACKS / "tiny")
