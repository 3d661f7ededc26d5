"""What the options of a report do on the command line: formats, further files, filters, frameworks."""

import json
from pathlib import Path

import pytest

from tests.guard.test_preview import TINY, UNSAFE
from tests.harness.command import guard
from tests.harness.programs import write_program


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_program(tmp_path_factory.mktemp("program"), UNSAFE)


def test_one_run_writes_several_reports_and_filters_what_it_shows(program: Path, tmp_path: Path) -> None:
    reports = [f"--report={name}={tmp_path / name}" for name in ("sarif", "junit", "html")]
    result = guard(
        "preview", "--policy-pack", TINY, "--status=unknown", "--severity=critical", *reports, cwd=program
    )
    assert result.status == 1, "a filter must not hide that the update stops"
    assert "storageEncrypted must be true" not in result.stdout
    assert json.loads((tmp_path / "sarif").read_text())["version"] == "2.1.0"
    assert (tmp_path / "junit").read_text().startswith("<?xml")
    assert (tmp_path / "html").read_text().startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--framework", "hipaaa"], "did you mean 'hipaa'?"),
        (["--framework", "hipaa", "--format", "sarif"], "not sarif"),
        (["--report", "sarif"], "must be FORMAT=FILE"),
        (["--report", "pdf=x.pdf"], "must be FORMAT=FILE"),
        (["--severity", "bad"], "'bad' is not one of"),
        (["--format", "xml"], "'xml' is not one of"),
    ],
)
def test_wrong_options_are_refused_before_anything_runs(
    program: Path, arguments: list[str], message: str
) -> None:
    result = guard("preview", "--policy-pack", TINY, *arguments, cwd=program)
    assert result.status == 2
    assert message in result.stderr
    assert result.stdout == ""
    assert "hello" not in result.stderr, "the program ran"
    assert "Traceback" not in result.stderr


def test_a_report_that_cannot_be_written_is_an_error(program: Path, tmp_path: Path) -> None:
    result = guard("preview", "--policy-pack", TINY, f"--report=csv={tmp_path / 'no' / 'x.csv'}", cwd=program)
    assert result.status == 2
    assert "can't be written to" in result.stderr
