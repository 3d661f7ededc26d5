"""Every way to call guard wrongly: one clear message, exit status 2, and nothing left behind."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aurora_guard.errors import GuardError
from tests.harness.command import PACKS, Result, guard, nothing_left, started
from tests.harness.programs import deploy, previewed, write_program

TINY = PACKS / "tiny"
NOTHING = "import pulumi\n"


@pytest.fixture(autouse=True)
def temporary_files(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """A folder for temporary files, which is as empty after the test as before it."""
    folder = tmp_path_factory.mktemp("tmp")
    monkeypatch.setenv("TMPDIR", str(folder))
    yield
    assert list(folder.iterdir()) == []


def refused(result: Result) -> str:
    """The message of a command that must fail with status 2 and print no report."""
    assert result.status == 2, result
    assert result.stdout == ""
    assert result.stderr.count("guard: ") == 1, result.stderr
    return result.stderr.split("guard: ")[1]


def wrong(folder: Path, *packs: Path, **options: Any) -> GuardError:
    """The error of a preview that must fail."""
    with pytest.raises(GuardError) as error:
        previewed(folder, *(packs or (TINY,)), **options)
    return error.value


def test_no_project(tmp_path: Path) -> None:
    message = refused(guard("preview", cwd=tmp_path))
    assert f"There is no Pulumi.yaml in {tmp_path}." in message
    assert "There is no folder" in str(wrong(tmp_path / "absent"))


def test_an_unknown_stack(tmp_path: Path) -> None:
    write_program(tmp_path, NOTHING, config={}, stack="prod")
    message = refused(guard("preview", "--project", tmp_path, "--stack", "prd"))
    assert "no stack 'prd' (did you mean 'prod'?)" in message


def test_configuration_that_is_wrong(tmp_path: Path) -> None:
    config = {"test:days": "many", "test:dais": 1}
    write_program(tmp_path, NOTHING, config=config, declared={"days": {"type": "integer"}})
    message = refused(guard("preview", "--project", tmp_path, "--policy-pack", TINY))
    assert "'days' must be an integer" in message
    assert "unknown key 'dais' (did you mean 'days'?)" in message
    assert "must have the form key=value" in refused(guard("preview", "--config", "days", cwd=tmp_path))


def test_a_package_that_is_not_installed(tmp_path: Path) -> None:
    write_program(tmp_path, "import pulumi_not_here\n")
    result = guard("preview", "--project", tmp_path, "--policy-pack", TINY)
    assert result.status == 2
    assert "which runs the program, has no module pulumi_not_here: install the program's" in result.stderr


def test_a_program_that_raises(tmp_path: Path) -> None:
    write_program(tmp_path, "import pulumi\n\ndef f():\n    raise ValueError('no')\n\nf()\n")
    result = guard("preview", "--project", tmp_path, "--policy-pack", TINY)
    assert refused(result) == "The program failed.\n"
    assert result.stderr.startswith(
        f'Traceback (most recent call last):\n  File "{tmp_path}/__main__.py", line 6'
    )
    assert "ValueError: no\n" in result.stderr


@pytest.mark.parametrize(
    ("source", "message", "detail"),
    [
        ("x = (\n", "The program failed.", "SyntaxError: '(' was never closed"),
        ("import not_here\n", "The program failed.", "ModuleNotFoundError: No module named 'not_here'"),
        ("import sys\nsys.exit(3)\n", "The program ended with exit status 3.", ""),
        ("import os\nos.kill(os.getpid(), 9)\n", "The program ended by signal 9.", ""),
        ("import pulumi\nraise pulumi.RunError('set a region')\n", "The program failed.", "set a region"),
        (
            "import pulumi\npulumi.Output.from_input(0).apply(lambda v: 1 / v)\n",
            "The program failed.",
            "ZeroDivisionError: division by zero",
        ),
        (
            """
            import asyncio, pulumi

            async def main():
                await asyncio.sleep(0)
                raise LookupError("late")

            pulumi.run(main)
            """,
            "The program failed.",
            "LookupError: late",
        ),
        (
            """
            import pulumi

            class R(pulumi.CustomResource):
                pass

            R("my:index:R", "r", {"value": object()})
            """,
            "The program failed.",
            "unexpected input of type object for value in R",
        ),
    ],
)
def test_a_program_that_fails(tmp_path: Path, source: str, message: str, detail: str) -> None:
    with pytest.raises(GuardError) as error:
        deploy(write_program(tmp_path, source))
    assert str(error.value) == message
    assert detail in error.value.detail
    assert "aurora_guard" not in error.value.detail


def test_a_program_that_ends_well_by_itself(tmp_path: Path) -> None:
    write_program(tmp_path, "import sys\nprint('done')\nsys.exit(0)\n")
    result = guard("preview", "--project", tmp_path, "--policy-pack", TINY)
    assert result.status == 0
    assert result.stderr == "done\n"


ENDLESS = """
    import signal, subprocess, sys, time

    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    print("started", flush=True)
    while True:
        time.sleep(0.1)
"""


def test_a_program_that_never_ends(tmp_path: Path) -> None:
    before = time.monotonic()
    error = wrong(write_program(tmp_path, ENDLESS), timeout=2)
    assert str(error).startswith("The program had not ended after 2 s, and was stopped.")
    assert "--timeout" in str(error)
    assert "started" in error.detail
    assert time.monotonic() - before < 15


def test_a_program_that_leaves_a_child_behind(tmp_path: Path) -> None:
    source = """
        import subprocess, sys
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    """
    assert deploy(write_program(tmp_path, source)).resources


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_ends_everything(tmp_path: Path, number: signal.Signals, status: int) -> None:
    ready = tmp_path / "ready"
    write_program(
        tmp_path, ENDLESS.replace("while True", f"open({str(ready)!r}, 'w').close()\n    while True")
    )
    with nothing_left(), started("preview", "--project", tmp_path, "--policy-pack", TINY) as process:
        wait_for(ready)
        process.send_signal(number)
        assert process.wait(10) == status


def test_the_program_ends_with_a_guard_that_is_killed(tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    source = f"""
        import os, pathlib, time
        file = pathlib.Path({str(ready)!r})
        file.with_suffix(".new").write_text(str(os.getpid()))
        file.with_suffix(".new").rename(file)
        time.sleep(600)
    """
    write_program(tmp_path, source)
    # Nothing tells a pack that its engine was killed, so this one ends by itself.
    with started("preview", "--project", tmp_path, "--policy-pack", PACKS / "brief") as process:
        wait_for(ready)
    assert process.returncode == -signal.SIGKILL
    deadline = time.monotonic() + 5
    while running(int(ready.read_text())):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "zombie" not in Path(f"/proc/{pid}/status").read_text()


def wait_for(file: Path) -> None:
    deadline = time.monotonic() + 20
    while not file.exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("pack", "message", "detail"),
    [
        ("chatty", "printed 'Loading policies…' on standard output, where only its port may come", ""),
        ("crashing", "ended with exit status 1 before it started", "a_module_that_is_not_installed"),
        ("hanging", "did not start within ", ""),
        (
            "raising",
            "failed in a policy, on urn:pulumi:dev::test::pulumi:pulumi:Stack::test-dev: 'engineMode'",
            "",
        ),
        ("dying", "stopped answering", ""),
    ],
)
def test_a_pack_that_does_not_work(tmp_path: Path, pack: str, message: str, detail: str) -> None:
    error = wrong(write_program(tmp_path, NOTHING), PACKS / pack, timeout=3)
    assert f"The policy pack in {PACKS / pack} {message}" in str(error)
    assert detail in error.detail


def test_a_pack_that_is_not_there(tmp_path: Path) -> None:
    write_program(tmp_path, NOTHING)
    assert f"There is no policy pack in {tmp_path}" in str(wrong(tmp_path, tmp_path))
    (tmp_path / "PulumiPolicy.yaml").write_text("runtime: nodejs\n")
    assert "has the runtime nodejs" in str(wrong(tmp_path, tmp_path))


def test_policy_configuration_that_is_wrong(tmp_path: Path) -> None:
    write_program(tmp_path, NOTHING)
    file = tmp_path / "policies.json"
    file.write_text('{"storage-encripted": "disabled", "backup-retention": {"minimumDays": 99}}')
    arguments = ("preview", "--project", tmp_path, "--policy-pack", TINY, "--policy-pack-config", file)
    message = refused(guard(*arguments))
    assert "there is no policy 'storage-encripted' (did you mean 'storage-encrypted'?)" in message
    assert "'backup-retention.minimumDays': 99 is greater than the maximum of 35" in message
    message = refused(guard(*arguments, "--policy-pack-config", file))
    assert "2 --policy-pack-config are given for 1 policy pack." in message


def test_a_report_that_can_not_be_written(tmp_path: Path) -> None:
    write_program(tmp_path, NOTHING)
    target = tmp_path / "absent" / "report.json"
    message = refused(guard("preview", "--project", tmp_path, "--policy-pack", TINY, "--output", target))
    assert f"The report can't be written to {target}: No such file or directory." in message


def test_an_option_that_is_wrong() -> None:
    result = guard("preview", "--format", "tabel")
    assert result.status == 2
    assert "'tabel' is not one of 'table', 'json'" in result.stderr


@pytest.mark.parametrize("seconds", ["nan", "inf", "0", "-1", "soon"])
def test_a_timeout_that_is_no_time(seconds: str) -> None:
    result = guard("preview", "--timeout", seconds)
    assert result.status == 2
    assert "Invalid value for '--timeout'" in result.stderr
