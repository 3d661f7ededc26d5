"""The small interface of a host: what to run, so that a program meets guard's monitor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..target import Target


@dataclass(frozen=True)
class Context:
    """What a host needs to know besides the project: the stack, and where the monitor listens.

    `python` is the interpreter that the user asked for, `transpile_only` leaves out the check of TypeScript's types,
    `command` is a whole command in place of the runtime's.
    """

    target: Target
    address: str
    python: str | None = None
    transpile_only: bool = False
    command: Sequence[str] = ()


@dataclass(frozen=True)
class Launch:
    """A command that runs the program.

    `text` is its standard input. `runtime` says in words what runs the program, for the report,
    and `runtime_is_own` whether that belongs to the project. `explained` are the
    exit statuses with which the program says itself, on standard error, what is wrong. `unanswered` says what the SDK
    makes of functions without an answer, where it is not an unknown value.
    """

    command: Sequence[str]
    cwd: Path
    env: Mapping[str, str]
    runtime: str
    runtime_is_own: bool = False
    text: str = ""
    warnings: Sequence[str] = ()
    explained: frozenset[int] = frozenset()
    unanswered: str = ""
