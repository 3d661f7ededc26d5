"""Runs a task on many files on an existing Dask cluster."""

from collections.abc import Generator, Sequence
from typing import Any

from ..errors import GuardError
from ..report.audit import Unreadable
from ..state.locations import StateFile, reason
from .results import encode
from .workers import Done, Task

#: Seconds for the scheduler to answer.
_CONNECT_TIMEOUT = 10

#: How many files are given to a worker's thread ahead of its time, so that it never waits.
_AHEAD = 2


def on_dask(task: Task, files: Sequence[StateFile], address: str) -> Generator[Done, None, None]:
    """Runs `task` on each of `files` on the cluster whose scheduler is at `address`; yields results as they come.

    A file whose worker is lost is judged by another; one that several workers were lost over is reported as
    unreadable. Raises GuardError when there is no cluster. Workers need aurora-guardrails, and access to the
    files by the same names.
    """
    try:
        import distributed  # imported late: an optional package
    except ImportError as error:
        raise GuardError(
            "--dask needs the package distributed: `pip install distributed`, "
            "or install aurora-guardrails with the extra `dask`."
        ) from error
    try:
        client = distributed.Client(address, timeout=_CONNECT_TIMEOUT)
    except (OSError, ValueError, TimeoutError) as error:
        raise GuardError(f"No Dask scheduler answers at {address}: {reason(error)}.") from None
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise GuardError(f"The Dask cluster at {address} has no workers.")
        waiting = iter(files)
        running: dict[Any, StateFile] = {}

        def start() -> Any:
            file = next(waiting, None)
            if file is None:
                return None
            future = client.submit(task, file, pure=False)
            running[future] = file
            return future

        first = [future for _ in range(_AHEAD * threads) if (future := start()) is not None]
        done = distributed.as_completed(first)
        for future in done:
            file = running.pop(future)
            failure = future.exception()
            if isinstance(failure, GuardError):
                raise failure
            result = encode(Unreadable(file.source, _failed(failure))) if failure else future.result()
            future.release()
            if (another := start()) is not None:
                done.add(another)
            yield file, result


def _failed(error: BaseException) -> str:
    """Why a task did not return: all of its workers were lost, or it is of another version."""
    if type(error).__name__ == "KilledWorker":
        return "could not be judged: each worker that tried was lost; it may need more memory than there is."
    return f"could not be judged: the worker failed with {reason(error)}."
