"""Child processes that leave nothing behind."""

import contextlib
import os
import queue
import signal
import subprocess
import threading
import time
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Self

#: How many of the last lines a process wrote are kept.
KEPT_LINES = 2000

#: Seconds between the polite and the final signal.
GRACE = 0.5


class Process:
    """A child in a session of its own, so that its own children end with it.

    Standard output is read line by line by whoever asks; standard error is kept as it comes. Use it as
    a context manager: leaving it ends the whole process group.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        cwd: Path,
        env: Mapping[str, str],
        pass_fds: Sequence[int] = (),
    ) -> None:
        self._process = subprocess.Popen(
            command,
            cwd=cwd,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **env},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
            pass_fds=pass_fds,
        )
        self._lines: queue.Queue[str | None] = queue.Queue(KEPT_LINES)
        self._written: deque[str] = deque(maxlen=KEPT_LINES)
        self._readers = [
            threading.Thread(target=self._read, args=(stream, keep), daemon=True)
            for stream, keep in ((self._process.stdout, True), (self._process.stderr, False))
        ]
        for reader in self._readers:
            reader.start()

    def _read(self, stream: IO[str], offer: bool) -> None:
        with contextlib.suppress(ValueError, OSError):  # closed under the reader
            for line in stream:
                self._written.append(line.rstrip("\n"))
                if offer:
                    self._offer(line.rstrip("\n"))
        if offer:
            self._offer(None)

    def _offer(self, line: str | None) -> None:
        """Nobody has to listen: when the queue is full the line is only kept."""
        with contextlib.suppress(queue.Full):
            self._lines.put_nowait(line)

    def first_line(self, timeout: float) -> str | None:
        """Takes the first line off standard output. None when it ended without one.

        Raises TimeoutError after `timeout` seconds.
        """
        try:
            line = self._lines.get(timeout=max(timeout, 0))
        except queue.Empty:
            raise TimeoutError from None
        if line is not None:
            self._written.remove(line)
        return line

    def wait(self, timeout: float) -> int:
        """The exit status. Raises TimeoutError after `timeout` seconds."""
        try:
            status = self._process.wait(max(timeout, 0))
        except subprocess.TimeoutExpired:
            raise TimeoutError from None
        self.close()
        return status

    @property
    def status(self) -> int | None:
        """The exit status, or None while it runs."""
        return self._process.poll()

    @property
    def output(self) -> str:
        """What it wrote, on both streams, as far as it is kept and was not taken."""
        return "\n".join(self._written)

    def close(self) -> None:
        """Ends every process of the group, and waits for what they still had to say."""
        if self._process.poll() is None:
            self._signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(GRACE)
        self._signal(signal.SIGKILL)
        self._process.wait()
        deadline = time.monotonic() + GRACE
        for reader in self._readers:
            reader.join(max(deadline - time.monotonic(), 0))

    def _signal(self, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, number)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
