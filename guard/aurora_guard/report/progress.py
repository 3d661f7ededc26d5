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


@contextmanager
def bar(stream: TextIO) -> Iterator[Callable[[int, int], None]]:
    """Shows how many of the stacks are judged, and how fast, until the block ends; nothing when `stream` is
    not a terminal.

    Call what it yields with the number of stacks and 0 to start, and with the resources of each that is judged.
    """
    if not stream.isatty():
        yield lambda _stacks, _resources: None
        return
    from rich.console import Console  # imported late: only terminals pay for it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("stacks, {task.fields[resources]:,} resources"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(file=stream), transient=True) as shown:
        task = shown.add_task("Finding stacks", total=None, resources=0)
        resources = 0
        started = False

        def show(stacks: int, more: int) -> None:
            nonlocal resources, started
            resources += more
            shown.update(task, total=stacks, description="Judging", advance=int(started), resources=resources)
            started = True

        yield show
