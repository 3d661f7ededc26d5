"""An audit on a real Dask cluster, with a worker killed half-way."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from distributed import Client

from aurora_guard.audit import cluster as on_cluster
from aurora_guard.audit.run import Request, audit
from aurora_guard.errors import GuardError
from aurora_guard.report import audit_json
from tests.harness import state
from tests.policies.analyzer import PACK
from tests.policies.cases import cluster

STACKS = 24


@dataclass
class Cluster:
    """A scheduler and its workers, each a process of its own."""

    address: str
    workers: list[subprocess.Popen[bytes]]


def started(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("dask")
    contact = folder / "scheduler.json"
    scheduler = started(
        "scheduler",
        "--port=0",
        "--no-dashboard",
        "--no-jupyter",
        f"--scheduler-file={contact}",
        "--host=127.0.0.1",
    )
    workers = [
        started(
            "worker",
            f"--scheduler-file={contact}",
            "--no-nanny",
            "--nthreads=1",
            "--no-dashboard",
            f"--local-directory={folder}",
            f"--name=worker-{number}",
        )
        for number in range(2)
    ]
    try:
        deadline = time.monotonic() + 60
        while not contact.is_file() or not contact.read_text().strip():
            assert time.monotonic() < deadline
            time.sleep(0.1)
        address = json.loads(contact.read_text())["address"]
        with Client(address, timeout=30, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield Cluster(address, workers)
    finally:
        for process in [*workers, scheduler]:
            process.kill()
            process.wait()


def report(folder: Path, progress: Any = lambda _stacks, _resources: None, **options: Any) -> dict[str, Any]:
    with audit(Request([str(folder)], PACK, **options), progress) as found:
        document: dict[str, Any] = json.loads("".join(audit_json.render(found)))
        return document


def test_a_worker_is_killed_half_way_and_the_result_is_complete_and_the_same(
    dask: Cluster, tmp_path: Path
) -> None:
    for number in range(STACKS):
        entries = state.resources(cluster("orders", port=number), stack=f"s{number:02}")
        state.write(tmp_path / f"s{number:02}.json", state.export(entries))
    (tmp_path / "broken.json").write_text("{")
    judged = 0

    def kill_one(_stacks: int, resources: int) -> None:
        nonlocal judged
        judged += bool(resources)
        if judged == STACKS // 3:
            os.kill(dask.workers[0].pid, signal.SIGKILL)

    found = report(tmp_path, kill_one, dask=dask.address)
    assert dask.workers[0].wait(timeout=10) == -signal.SIGKILL
    assert found["summary"]["stacks"] == STACKS
    assert found == report(tmp_path)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense://x"])
def test_no_cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(on_cluster, "_CONNECT_TIMEOUT", 1)
    state.write(tmp_path / "one.json", state.export(state.resources(cluster("orders"))))
    with pytest.raises(GuardError, match="No Dask scheduler answers at"):
        report(tmp_path, dask=address)
    with pytest.raises(GuardError, match="leave out --policy-pack"):
        report(tmp_path, dask=address, packs=[PACK])
