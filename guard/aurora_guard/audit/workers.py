"""Runs a task on many files: in this process, or in worker processes that may die."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Mapping, Sequence
from multiprocessing.connection import Connection, wait
from typing import Any

from ..errors import GuardError
from ..report.audit import Unreadable
from ..state.locations import StateFile
from .results import encode

Task = Callable[[StateFile], Mapping[str, Any]]
Done = tuple[StateFile, Mapping[str, Any]]

#: How often a file is tried whose worker died, since something else may have ended the worker.
_TRIES = 2

#: Seconds for an idle worker to end by itself.
_GRACE = 2


def in_this_process(task: Task, files: Sequence[StateFile]) -> Generator[Done, None, None]:
    """Runs `task` on each of `files`, in their order."""
    for file in files:
        yield file, task(file)


def in_processes(task: Task, files: Sequence[StateFile], workers: int) -> Generator[Done, None, None]:
    """Runs `task` on each of `files` in worker processes, and yields the results as they come.

    A file on which workers die is reported as unreadable, and the others go on. Raises the GuardError that a
    task raises. No worker is left when it ends, however it ends.
    """
    context = multiprocessing.get_context("spawn")
    waiting = deque((file, 1) for file in files)
    running: dict[Connection, _Worker] = {}
    try:
        while waiting or any(worker.busy for worker in running.values()):
            while waiting and len(running) < min(workers, len(files)):
                worker = _Worker(context, task)
                running[worker.connection] = worker
            for worker in running.values():
                if waiting and worker.busy is None:
                    worker.start(*waiting.popleft())
            for ready in wait([connection for connection, worker in running.items() if worker.busy]):
                worker = running[ready]  # type: ignore[index]
                assert worker.busy is not None
                file, tries = worker.busy
                try:
                    answer = worker.answer()
                except EOFError:
                    del running[worker.connection]
                    status = worker.end()
                    if tries < _TRIES:
                        waiting.append((file, tries + 1))
                        continue
                    answer = encode(Unreadable(file.source, _died(status)))
                if isinstance(answer, BaseException):
                    raise answer
                yield file, answer
    finally:
        for worker in running.values():
            worker.end()


def _died(status: int | None) -> str:
    how = f"was killed by signal {-status}" if status and status < 0 else f"ended with exit status {status}"
    hint = "; it may need more memory than there is" if status == -signal.SIGKILL else ""
    return f"could not be judged: the worker process {how}, {_TRIES} times{hint}."


class _Worker:
    """A process that judges one file after another. `busy` is the file, and how often it was tried."""

    def __init__(self, context: Any, task: Task) -> None:
        self.connection, far = context.Pipe()
        self._process = context.Process(target=_serve, args=(far, task), daemon=True)
        self._process.start()
        far.close()
        self.busy: tuple[StateFile, int] | None = None

    def start(self, file: StateFile, tries: int) -> None:
        self.busy = (file, tries)
        try:
            self.connection.send(file)
        except OSError:  # it has died; `answer` will tell
            return

    def answer(self) -> Any:
        """What the task returned, or the GuardError it raised. Raises EOFError when the worker has died."""
        try:
            return self.connection.recv()
        except OSError:
            raise EOFError from None
        finally:
            self.busy = None

    def end(self) -> int | None:
        """Ends the process, and returns its exit status: its own, where it had ended by itself."""
        self.connection.close()
        if self.busy is None:
            self._process.join(_GRACE)
        self._process.kill()
        self._process.join()
        status: int | None = self._process.exitcode
        return status


def _serve(connection: Connection, task: Task) -> None:
    """Answers with a result for each file, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent tells when to end
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    while True:
        try:
            file = connection.recv()
        except (EOFError, OSError):
            return
        try:
            connection.send(task(file))
        except GuardError as error:
            connection.send(error)


def _end_with_the_parent() -> None:
    """Ends this process with its parent, even where that is killed while a file is judged."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
