"""`guard doctor` finds what is missing for the Pulumi CLI, and says what to run."""

from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.harness.command import Result, guard

PACK = "runtime: {name: python, options: {virtualenv: venv}}\nversion: 1.0.0\n"


@pytest.fixture
def machine(tmp_path: Path) -> Mapping[str, str]:
    """The environment of a machine on which nothing is installed."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "PulumiPolicy.yaml").write_text(PACK)
    return {
        "HOME": str(tmp_path),
        "PATH": str(tmp_path / "bin"),
        "PULUMI_HOME": str(tmp_path / ".pulumi"),
        **dict.fromkeys(("AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_CONFIG_FILE"), ""),
    }


def doctor(tmp_path: Path, machine: Mapping[str, str]) -> Result:
    return guard("doctor", "--policy-pack", tmp_path / "pack", "--project", tmp_path, env=machine)


def test_everything_is_missing(tmp_path: Path, machine: Mapping[str, str]) -> None:
    result = doctor(tmp_path, machine)
    assert (result.status, result.stderr) == (1, "")
    lines = result.stdout.splitlines()
    assert [line.split("  ")[0] for line in lines if not line.startswith(" ")] == ["missing"] * 4
    assert f"pulumi plugin install resource aws v{version('pulumi-aws')}" in result.stdout
    assert f"(cd {tmp_path / 'pack'} && pulumi install)" in result.stdout


def test_everything_is_there(tmp_path: Path, machine: Mapping[str, str]) -> None:
    cli = tmp_path / "bin" / "pulumi"
    cli.write_text("#!/bin/sh\necho v3.260.0\n")
    cli.chmod(0o755)
    (tmp_path / ".pulumi" / "plugins" / f"resource-aws-v{version('pulumi-aws')}").mkdir(parents=True)
    (tmp_path / "pack/venv/lib/python3.11/site-packages/pulumi_policy").mkdir(parents=True)
    result = doctor(tmp_path, {**machine, "AWS_ACCESS_KEY_ID": "AKIAEXAMPLE"})
    assert (result.status, result.stderr) == (0, "")
    assert "v3.260.0" in result.stdout
    assert "AKIAEXAMPLE" not in result.stdout


def test_a_pack_environment_without_its_packages_is_missing(
    tmp_path: Path, machine: Mapping[str, str]
) -> None:
    (tmp_path / "pack/venv/lib/python3.11/site-packages").mkdir(parents=True)
    assert "lacks pulumi_policy" in doctor(tmp_path, machine).stdout


def test_a_cli_that_fails_counts_as_missing(tmp_path: Path, machine: Mapping[str, str]) -> None:
    cli = tmp_path / "bin" / "pulumi"
    cli.write_text("#!/bin/sh\nexit 3\n")
    cli.chmod(0o755)
    assert doctor(tmp_path, machine).stdout.startswith("missing  Pulumi CLI       exit status 3")
