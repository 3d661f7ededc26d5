"""Child processes that leave nothing behind and take a bounded amount of memory, whatever they write."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from . import supervise

SUPERVISOR = Path(supervise.__file__)

#: How many of the last bytes and lines that a process wrote are kept.
KEPT_BYTES = 1024 * 1024
KEPT_LINES = 2000

_CHUNK = 65536

#: The longest first line that is looked at.
_FIRST_LINE = 4096

#: Seconds that the supervisor may take on top of its own grace, before it is killed itself.
_PATIENCE = 2.0

_PORT = re.compile(r"[0-9]{1,5}")


class Process:
    """A command under a supervisor, in a session of its own.

    `text` is its standard input. Standard output and standard error are read as they come; the last of them are
    kept. Use it as a context manager: leaving it ends the command and everything that it started.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        cwd: Path,
        env: Mapping[str, str],
        text: str = "",
    ) -> None:
        lifeline, self._lifeline = os.pipe()
        try:
            with _file(text) as stdin:
                self._process = subprocess.Popen(
                    [sys.executable, "-I", "-S", str(SUPERVISOR), str(lifeline), *command],
                    cwd=cwd,
                    env={**os.environ, "PYTHONUNBUFFERED": "1", **env},
                    stdin=stdin,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    start_new_session=True,
                    pass_fds=(lifeline,),
                )
        except BaseException:
            os.close(self._lifeline)
            raise
        finally:
            os.close(lifeline)
        self._output = _Output()
        self._readers = [
            threading.Thread(target=self._output.read, args=(stream, first), daemon=True)
            for stream, first in ((self._process.stdout, True), (self._process.stderr, False))
        ]
        for reader in self._readers:
            reader.start()

    def first_line(self, timeout: float) -> str | None:
        """Takes the first line off standard output. None when it ended without one.

        Raises TimeoutError after `timeout` seconds.
        """
        return self._output.first_line(timeout)

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
        return self._output.text()

    @property
    def dropped(self) -> int:
        """How many bytes it wrote that are not kept."""
        return self._output.dropped

    def close(self) -> None:
        """Ends the command with everything it started, and waits for what it still had to say."""
        if self._lifeline >= 0:
            os.close(self._lifeline)
            self._lifeline = -1
        try:
            self._process.wait(supervise.GRACE + _PATIENCE)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        deadline = time.monotonic() + supervise.GRACE
        for reader in self._readers:
            reader.join(max(deadline - time.monotonic(), 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def port(line: str) -> int | None:
    """The port that a plugin or a pack prints as its first line; None where it is none."""
    number = int(line) if _PORT.fullmatch(line := line.strip()) else 0
    return number if 0 < number < 2**16 else None


def _file(text: str) -> IO[bytes]:
    """An open file with `text` that has no name, so that it ends with those who read it."""
    file = tempfile.TemporaryFile()  # noqa: SIM115
    file.write(text.encode("utf-8", "surrogatepass"))
    file.seek(0)
    return file


class _Output:
    """The last of what a process wrote."""

    def __init__(self) -> None:
        self.dropped = 0
        self._chunks: deque[bytes] = deque()
        self._size = 0
        self._first = b""
        self._first_ended = False
        self._condition = threading.Condition()

    def read(self, stream: IO[bytes], first: bool) -> None:
        """Reads a stream to its end. The first line of the `first` one is set apart."""
        part = b""
        with contextlib.suppress(ValueError, OSError):  # closed under the reader
            while chunk := os.read(stream.fileno(), _CHUNK):
                with self._condition:
                    if first and not self._first_ended:
                        chunk = self._take_first(chunk)
                    lines, newline, rest = (part + chunk).rpartition(b"\n")
                    if len(rest) > _CHUNK:
                        lines, newline, rest = part + chunk, b"", b""
                    self._keep(lines + newline)
                    part = rest
        with self._condition:
            self._keep(part)
            if first:
                self._first_ended = True
                self._condition.notify_all()

    def _take_first(self, chunk: bytes) -> bytes:
        line, newline, rest = chunk.partition(b"\n")
        self._first += line + newline
        if newline or len(self._first) > _FIRST_LINE:
            self._first_ended = True
            self._condition.notify_all()
        return rest

    def _keep(self, chunk: bytes) -> None:
        if not chunk:
            return
        self._chunks.append(chunk)
        self._size += len(chunk)
        while self._size > KEPT_BYTES and len(self._chunks) > 1:
            gone = len(self._chunks.popleft())
            self._size -= gone
            self.dropped += gone

    def first_line(self, timeout: float) -> str | None:
        with self._condition:
            if not self._condition.wait_for(lambda: self._first_ended, max(timeout, 0)):
                raise TimeoutError
            line, self._first = self._first, b""
        return line[:_FIRST_LINE].decode("utf-8", "replace").rstrip("\r\n") if line else None

    def text(self) -> str:
        with self._condition:
            written = self._first + b"".join(self._chunks)
        lines = written.decode("utf-8", "replace").splitlines()
        return "\n".join(lines[-KEPT_LINES:])
