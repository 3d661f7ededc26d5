"""The wheel and the sdist are whole: installed outside the repository they do what the repository does.

The environments are new and hold the wheel alone. What it depends on comes from the environment of the tests,
by a path that shows its packages and not the repository.
"""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DEPENDENCIES = sysconfig.get_paths()["purelib"]
VERSION = yaml.safe_load((ROOT / "policies" / "PulumiPolicy.yaml").read_text("utf-8"))["version"]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")
    }
    return subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    done = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def environment(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A new virtual environment with the wheel and none of its dependencies."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(folder)
    wheel = next(built.glob("*.whl"))
    python = folder / "bin" / "python"
    done = run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=built,
    )
    assert done.returncode == 0, done.stderr
    yield folder


@pytest.fixture(scope="module")
def complete(environment: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The environment with the dependencies, but not with the repository."""
    folder = tmp_path_factory.mktemp("complete")
    packages = next(environment.glob("lib/python*/site-packages"))
    (packages / "dependencies.pth").write_text(f"{DEPENDENCIES}\n")
    where = run(
        environment / "bin" / "python", "-c", "import aurora_guard; print(aurora_guard.__file__)", cwd=folder
    )
    assert Path(where.stdout.strip()).is_relative_to(environment)
    return environment / "bin" / "guard"


def test_the_wheel_holds_what_the_engine_needs(built: Path) -> None:
    names = zipfile.ZipFile(next(built.glob("*.whl"))).namelist()
    assert next(built.glob("*.whl")).name.startswith(f"aurora_guardrails-{VERSION}-")
    for name in (
        "aurora_policies/pack/PulumiPolicy.yaml",
        "aurora_policies/pack/__main__.py",
        "aurora_policies/pack/requirements.txt",
        "aurora_policies/equivalents.csv",
        "aurora_policies/frameworks/hipaa.json",
        "aurora_components/plugin/PulumiPlugin.yaml",
        "aurora_components/plugin/schema.json",
        "aurora_components/py.typed",
    ):
        assert name in names
    assert not [name for name in names if name.startswith(("tests", "docs", "bench"))]


def test_guard_without_its_extra_says_what_to_install(environment: Path, built: Path) -> None:
    bare = run(environment / "bin" / "guard", "--help", cwd=built)
    assert bare.returncode == 2
    assert "pip install 'aurora-guardrails[guard]'" in bare.stderr
    assert "Traceback" not in bare.stderr


@pytest.mark.parametrize("template", ["application", "platform"])
def test_a_new_project_previews_clean(complete: Path, tmp_path: Path, template: str) -> None:
    written = run(complete, "init", "shop", "--template", template, cwd=tmp_path)
    assert written.returncode == 0, written.stderr
    previewed = run(complete, "preview", "--project", "shop", cwd=tmp_path)
    assert previewed.returncode == 0, previewed.stderr
    assert previewed.stdout.startswith("shop/dev: ")
    assert "\n0 failed, " in previewed.stdout


def test_the_pack_works_where_it_is_written(complete: Path, tmp_path: Path) -> None:
    assert run(complete, "init", "shop", cwd=tmp_path).returncode == 0
    assert run(complete, "pack", "pack", cwd=tmp_path).returncode == 0
    previewed = run(complete, "preview", "--project", "shop", "--policy-pack", "pack", cwd=tmp_path)
    assert previewed.returncode == 0, previewed.stderr
    assert f"controls of aurora-guardrails {VERSION}" in previewed.stdout


def test_the_version_is_the_packs(complete: Path, tmp_path: Path) -> None:
    assert run(complete, "--version", cwd=tmp_path).stdout.strip().endswith(VERSION)
