"""`guard init` and `guard pack` write whole folders, or nothing."""

from pathlib import Path

import pytest
import yaml

from tests.harness.command import guard


def test_init_names_the_project_after_its_folder(tmp_path: Path) -> None:
    result = guard("init", tmp_path / "orders", "--template", "platform")
    assert (result.status, result.stderr) == (0, "")
    assert yaml.safe_load((tmp_path / "orders/Pulumi.yaml").read_text())["name"] == "orders"
    stack = yaml.safe_load((tmp_path / "orders/Pulumi.dev.yaml").read_text())["config"]
    assert stack["orders:protection"] == "standard"
    assert (tmp_path / "orders/requirements.txt").read_text().startswith("aurora-guardrails[guard]~=")


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "Pulumi.yaml").write_text("mine")
    result = guard("init", tmp_path, "--name", "orders")
    assert result.status == 2
    assert "already holds Pulumi.yaml" in result.stderr
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("Pulumi.yaml", "mine")]


@pytest.mark.parametrize("name", ["a b", "a/b", "ä", "x" * 101])
def test_init_refuses_a_name_that_pulumi_refuses(tmp_path: Path, name: str) -> None:
    result = guard("init", tmp_path / "new", "--name", name)
    assert result.status == 2
    assert "can't be a project's name" in result.stderr
    assert not (tmp_path / "new").exists()


def test_a_pack_of_an_earlier_version_is_replaced_and_its_environment_stays(tmp_path: Path) -> None:
    old = tmp_path / "pack"
    (old / "aurora_policies").mkdir(parents=True)
    (old / "aurora_policies" / "gone.py").touch()
    (old / "venv").mkdir()
    assert guard("pack", old).status == 0
    assert (old / "venv").is_dir()
    assert (old / "aurora_policies" / "controls").is_dir()
    assert not (old / "aurora_policies" / "gone.py").exists()
    assert [file.name for file in tmp_path.iterdir()] == ["pack"]
    assert not list(old.rglob("__pycache__"))


def test_pack_refuses_a_folder_with_other_files(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    result = guard("pack", tmp_path)
    assert result.status == 2
    assert "holds other files" in result.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_pack_says_why_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = guard("pack", tmp_path / "file" / "pack")
    assert result.status == 2
    assert "can't be written" in result.stderr
    assert "Traceback" not in result.stderr
