"""The small interface of a host: what to run, so that a program meets guard's monitor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..target import Target


@dataclass(frozen=True)
class Context:
    """What a host needs to know besides the project: the stack, and where the monitor listens.

    `python` is the interpreter that the user asked for; `command` is a whole command in place of the runtime's.
    """

    target: Target
    address: str
    python: str | None = None
    command: Sequence[str] = ()


@dataclass(frozen=True)
class Launch:
    """A command that runs the program.

    `text` is its standard input. `runtime` says in words what runs the program, for the report. `explained` are the
    exit statuses with which the program says itself, on standard error, what is wrong.
    """

    command: Sequence[str]
    cwd: Path
    env: Mapping[str, str]
    runtime: str
    text: str = ""
    warnings: Sequence[str] = ()
    explained: frozenset[int] = frozenset()
