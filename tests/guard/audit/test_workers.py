"""Workers that judge, fail and die; and a run that is killed and continues."""

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from aurora_guard.audit.workers import in_processes, in_this_process
from aurora_guard.errors import GuardError
from aurora_guard.state.locations import StateFile
from tests.harness import state
from tests.harness.command import guard, marked, started
from tests.policies.cases import cluster


def task(file: StateFile) -> Mapping[str, Any]:
    """Answers with what the file is called, and does what the name says."""
    if file.path == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if file.path == "leave":
        os._exit(3)
    if file.path == "once" and not Path(file.source).exists():
        Path(file.source).touch()
        os._exit(1)
    if file.path == "refuse":
        raise GuardError("no")
    return {"source": file.source, "pid": os.getpid()}


def files(*names: str) -> list[StateFile]:
    return [StateFile(f"{name}-{place}", "", name) for place, name in enumerate(names)]


@pytest.fixture(autouse=True)
def no_worker_is_left() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def test_every_file_is_judged_once_by_several_processes() -> None:
    given = files(*["fine"] * 20)
    done = list(in_processes(task, given, 2))
    assert sorted(file.source for file, _ in done) == sorted(file.source for file in given)
    assert all(result["source"] == file.source for file, result in done)
    pids = {result["pid"] for _, result in done}
    assert len(pids) == 2 and os.getpid() not in pids


def test_a_file_that_kills_its_worker_is_reported_and_the_others_are_judged(tmp_path: Path) -> None:
    once = StateFile(str(tmp_path / "once"), "", "once")
    done = dict(in_processes(task, [*files("fine", "die", "fine", "leave", "fine"), once], 2))
    errors = {file.path: result.get("error", "") for file, result in done.items()}
    assert len(done) == 6
    assert errors["fine"] == errors["once"] == ""
    assert errors["die"] == (
        "could not be judged: the worker process was killed by signal 9, 2 times; "
        "it may need more memory than there is."
    )
    assert "ended with exit status 3, 2 times." in errors["leave"]


def test_an_error_of_the_pack_ends_it() -> None:
    with pytest.raises(GuardError, match="no"):
        list(in_processes(task, files("fine", "refuse", "fine"), 2))
    with pytest.raises(GuardError, match="no"):
        list(in_this_process(task, files("refuse")))


def test_whoever_stops_listening_leaves_no_worker() -> None:
    results = in_processes(task, files(*["fine"] * 9), 2)
    next(results)
    assert len(multiprocessing.active_children()) == 2
    results.close()


@pytest.fixture
def estate(tmp_path: Path) -> Path:
    """A backend of four stacks."""
    folder = tmp_path / "backend"
    stacks = folder / ".pulumi" / "stacks" / "shop"
    for number in range(4):
        entries = state.resources(cluster("orders"), stack=f"s{number}")
        state.write(stacks / f"s{number}.json", state.checkpoint(entries))
    return folder


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_killed_continues(estate: Path, tmp_path: Path, number: signal.Signals) -> None:
    out = tmp_path / "out"
    # A stack that never comes: the worker that reads it waits for somebody who writes it.
    pipe = estate / ".pulumi" / "stacks" / "shop" / "s9.json"
    os.mkfifo(pipe)
    mark = f"AUDIT_TEST={tmp_path}"
    arguments = ("audit", estate, "--out", out, "--workers", "2", "--format", "json")
    with started(*arguments, env=dict([mark.split("=", 1)])) as process:
        deadline = time.monotonic() + 60
        while len(list(out.glob("*.json"))) < 4 and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(number)
        process.communicate(timeout=20)
    assert marked(mark, 5) == []
    written = {path: path.stat().st_mtime_ns for path in out.glob("*.json")}
    assert len(written) == 4
    assert not list(out.glob("*.part"))
    pipe.unlink()
    changed = estate / ".pulumi" / "stacks" / "shop" / "s0.json"
    state.write(changed, state.checkpoint(state.resources(cluster("bills"), stack="s0")))
    result = guard(*arguments)
    assert result.status == 1
    assert result.report["summary"]["stacks"] == 4
    judged_again = [path.name for path, moment in written.items() if path.stat().st_mtime_ns != moment]
    assert len(judged_again) == 1 and judged_again[0].startswith("shop-s0-")
    assert any("bills" in finding["urn"] for finding in result.report["stacks"][0]["findings"])
