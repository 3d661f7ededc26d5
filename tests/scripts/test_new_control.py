"""`make control` writes sound files, or says what is wrong and writes nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "scripts" / "new_control.py", *arguments, "--root", tmp_path]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    "arguments",
    [
        ["rds-something-new"],
        ["kms-something", "--view", "ReplicaKey"],
        ["lambda-something", "--view", "", "--property", ""],
        ["rds-other", "--view", "DbCluster", "--property", "deletionProtection"],
    ],
)
def test_the_files_are_sound(tmp_path: Path, arguments: list[str]) -> None:
    done = run(tmp_path, *arguments)
    if arguments[0].startswith("lambda"):  # no view of the service has a flag
        assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
        assert "there is none" in done.stderr
        return
    assert done.returncode == 0, done.stderr
    written = sorted(path for path in tmp_path.rglob("*.py"))
    assert [path.relative_to(tmp_path).parts[0] for path in written] == ["policies", "tests"]
    for path in written:
        compile(path.read_text(), str(path), "exec")
    checked = subprocess.run(
        [Path(sys.executable).parent / "ruff", "check", "--config", ROOT / "pyproject.toml", *written],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["rds"], "must be one of"),
        (["nothing-here"], "must be one of"),
        (["rds-Something"], "lower case"),
        (["rds-cluster-storage-encrypted"], "already"),
        (["rds-x", "--view", "Nothing"], "DbCluster"),
        (["rds-x", "--property", "nothing"], "storageEncrypted"),
    ],
)
def test_a_mistake_is_explained(tmp_path: Path, arguments: list[str], message: str) -> None:
    done = run(tmp_path, *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
