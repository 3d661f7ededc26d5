"""Runs one command, and ends it with everything it started when guard ends, however guard ends.

A script for a process of its own: `supervise.py FD COMMAND...`. FD is the read end of a pipe that only guard
holds open. When guard closes it, or dies of whatever signal, the pipe ends; the command and its descendants are
then asked to end, and killed a moment later. The exit status is the command's.

On Linux, descendants that left the process group are found as well, because orphans become children of this
process; elsewhere only the group is ended.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import signal
import sys
import time

#: Seconds between the polite and the final signal.
GRACE = 0.5

_LINUX = sys.platform == "linux"
_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36


def prctl(option: int, value: int) -> None:
    """Does nothing where the system is not Linux."""
    if _LINUX:
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def descendants(pid: int) -> list[int]:
    """The processes below `pid`, as far as the system says."""
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            children = [int(child) for child in file.read().split()]
    except OSError:
        return []
    return [found for child in children for found in (child, *descendants(child))]


def send(number: signal.Signals) -> None:
    """Sends a signal to all descendants and, but for this process, to the process group."""
    for pid in descendants(os.getpid()):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(pid, number)
    if number == signal.SIGTERM or not _LINUX:  # this process survives SIGTERM: it has a handler
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(0, number)


def none_left() -> bool:
    """Reaps the children that have ended. Whether all have."""
    while True:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return True
        if pid == 0:
            return False


def end_everything() -> None:
    """Ends what is left: politely, then for good."""
    if none_left():
        return
    send(signal.SIGTERM)
    deadline = time.monotonic() + GRACE
    while not none_left():
        if time.monotonic() > deadline:
            send(signal.SIGKILL)
        time.sleep(0.01)


def wait(child: int, lifeline: int, signals: int) -> int | None:
    """The status of `child` once it has ended; None when it has to be ended."""
    while True:
        ready, _, _ = select.select([lifeline, signals], [], [])
        if lifeline in ready and not os.read(lifeline, 1024):
            return None
        if signals in ready and any(number != signal.SIGCHLD for number in os.read(signals, 1024)):
            return None
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return status


def main() -> None:
    lifeline, command = int(sys.argv[1]), sys.argv[2:]
    os.set_inheritable(lifeline, False)
    prctl(_PR_SET_CHILD_SUBREAPER, 1)
    signals, wakeup = os.pipe()
    os.set_blocking(wakeup, False)
    signal.set_wakeup_fd(wakeup)
    for number in (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: None)
    child = os.fork()
    if child == 0:
        prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # Python ignores it, and what is ignored stays so
        try:
            os.execvp(command[0], command)
        except OSError as error:
            os.write(2, f"{command[0]}: {error.strerror}\n".encode())
        os._exit(127)
    status = wait(child, lifeline, signals)
    end_everything()
    if status is None:
        os._exit(128 + signal.SIGTERM)
    if os.WIFSIGNALED(status):
        ended_by = os.WTERMSIG(status)
        if ended_by != signal.SIGKILL:
            signal.signal(ended_by, signal.SIG_DFL)
        os.kill(os.getpid(), ended_by)
    os._exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
