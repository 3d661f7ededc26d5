"""Check command lines in docs and examples against the commands that guard has."""

import re
from collections.abc import Iterator
from typing import Any

import click

from aurora_guard.cli import guard

_CALL = re.compile(r"(?:^|[\s/(])guard ([a-z]+)\b((?:[^\n|#'`]|'[^'\n]*')*)")


def problems(text: str) -> Iterator[str]:
    """Yield what is wrong with each `guard COMMAND ...` in `text`: unknown commands, options and formats."""
    for name, rest in _CALL.findall(text):
        command: Any = guard.commands.get(name)
        if command is None:
            yield f"there is no guard {name}"
            continue
        if isinstance(command, click.Group) and (found := re.match(r"\s+([a-z]+)", rest)):
            command = command.commands.get(found[1])
            if command is None:
                yield f"there is no guard {name} {found[1]}"
                continue
        known = {option: parameter for parameter in command.params for option in parameter.opts}
        known |= {"--help": None, "-h": None}
        for option in re.findall(r"(?<=\s)--[a-z-]+", rest):
            if option not in known:
                yield f"guard {name} has no {option}"
        for chosen in re.findall(r"--format (\w+)", rest):
            if chosen not in getattr(known["--format"].type, "choices", ()):
                yield f"guard {name} has no format {chosen}"
