"""A line that says what is being done, for people who wait at a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO


@contextmanager
def progress(stream: TextIO) -> Iterator[Callable[[str], None]]:
    """Shows the latest message on `stream` until the block ends; nothing when it is not a terminal."""
    if not stream.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # imported late: only terminals pay for it

    with Console(file=stream).status("Starting") as status:
        yield lambda message: status.update(f"{message} …")
