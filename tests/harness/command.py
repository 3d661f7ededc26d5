"""Run `guard` as a person does, and see that it leaves nothing behind."""

import json
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

PACKS = Path(__file__).parent.parent / "guard" / "packs"

_MARK = "GUARD_TEST_RUN"


@dataclass(frozen=True)
class Result:
    """An ended command."""

    status: int
    stdout: str
    stderr: str

    @property
    def report(self) -> Any:
        """The JSON report on standard output."""
        return json.loads(self.stdout)


@contextmanager
def nothing_left(seconds: float = 1) -> Iterator[None]:
    """Checks that what the block starts, in this process or another, ends with it or `seconds` later."""
    mark = str(uuid.uuid4())
    os.environ[_MARK] = mark
    try:
        yield
    finally:
        del os.environ[_MARK]
        left = marked(f"{_MARK}={mark}", seconds)
        for pid in left:
            os.kill(pid, signal.SIGKILL)
        assert not left, f"left behind: {left}"


def guard(
    *arguments: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    timeout: float = 60,
    **streams: IO[str],
) -> Result:
    """Runs `guard` to its end, and checks that no process of it is left. `streams` are `stdout` or `stderr`."""
    with nothing_left(), started(*arguments, cwd=cwd, env=env, **streams) as process:
        stdout, stderr = process.communicate(timeout=timeout)
    return Result(process.returncode, stdout or "", stderr or "")


@contextmanager
def started(
    *arguments: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    **streams: IO[str],
) -> Iterator[subprocess.Popen[str]]:
    """A running `guard`, which is killed if it has not ended when the block does."""
    process = subprocess.Popen(
        [sys.executable, "-m", "aurora_guard", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "NO_COLOR": "1", **(env or {})},
        text=True,
        start_new_session=True,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def marked(mark: str, seconds: float) -> list[int]:
    """The processes whose environment holds `mark`, after a moment for those that are ending."""
    deadline = time.monotonic() + seconds
    while (found := _marked(mark)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return found


def _marked(mark: str) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
        except OSError:
            continue  # it has ended, or is not ours
    return found
