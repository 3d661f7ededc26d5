"""The options of every command that makes a report: what to show, in which format, and where."""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from .. import files
from ..errors import GuardError
from ..report import table
from ..report.by_requirement import RENDERERS
from ..report.filters import Filter, filtered
from ..report.formats import FORMATS, renderer
from ..report.model import SEVERITIES, Report
from ..report.requirements import framework_named

_STATUSES = ("fail", "warn", "unknown", "exempt", "pass", "not-applicable")


@dataclass(frozen=True)
class Output:
    """What a command shows of its report. `reports` are further files, each a format and a path."""

    format: str
    file: Path | None
    reports: Sequence[tuple[str, Path]]
    framework: str | None
    filter: Filter

    def write(self, report: Report) -> None:
        """Write the report to its file or to standard output, and each further file.

        Raises:
            GuardError: a file cannot be written, or the framework or the format does not exist.
        """
        shown = replace(filtered(report, self.filter), framework=self.framework or "")
        for name, path in self.reports:
            write_text(self._text(shown, name, terminal=False), path)
        write_text(
            self._text(shown, self.format, terminal=self.file is None and sys.stdout.isatty()), self.file
        )

    def _text(self, report: Report, name: str, *, terminal: bool) -> str:
        if self.framework is not None and name in RENDERERS:
            return RENDERERS[name](report, framework_named(self.framework))
        if name == "table":
            width = shutil.get_terminal_size().columns if terminal else None
            return table.render(report, width=width, colour=terminal and not os.environ.get("NO_COLOR"))
        return renderer(name)(report)


def write_text(text: str, file: Path | None) -> None:
    """Write to `file`, or to standard output.

    Raises:
        GuardError: it cannot be written.
    """
    try:
        if file is None:
            sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
            sys.stdout.flush()
        else:
            files.write(file, [text.encode("utf-8", "backslashreplace").decode("utf-8")])
    except OSError as error:
        where = file or "standard output"
        raise GuardError(f"The report can't be written to {where}: {error.strerror}.") from None


def _further(
    _context: click.Context, _parameter: click.Parameter, texts: Sequence[str]
) -> list[tuple[str, Path]]:
    found = []
    for text in texts:
        name, equals, path = text.partition("=")
        if not equals or not path or name not in FORMATS:
            raise click.BadParameter(f"'{text}' must be FORMAT=FILE, and FORMAT one of {', '.join(FORMATS)}.")
        found.append((name, Path(path)))
    return found


_FILE = click.Path(path_type=Path, dir_okay=False)

_OPTIONS = (
    click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="table", show_default=True),
    click.option(
        "--output", type=_FILE, metavar="FILE", help="Write the report here, not on standard output."
    ),
    click.option(
        "--report",
        "reports",
        multiple=True,
        metavar="FORMAT=FILE",
        callback=_further,
        help="Write a further report; may be given several times.",
    ),
    click.option(
        "--framework",
        metavar="ID",
        help="Show the report by the requirements of a framework, such as pci-dss-4.0.1.",
    ),
    click.option(
        "--severity",
        "severities",
        type=click.Choice([severity.value for severity in SEVERITIES]),
        multiple=True,
        help="Show only this severity; may be given several times.",
    ),
    click.option(
        "--status",
        "statuses",
        type=click.Choice(_STATUSES),
        multiple=True,
        help="Show only this status; may be given several times.",
    ),
    click.option(
        "--control",
        "controls",
        multiple=True,
        metavar="PATTERN",
        help="Show only these controls, such as 'rds-*'.",
    ),
    click.option(
        "--resource",
        "resources",
        multiple=True,
        metavar="PATTERN",
        help="Show only resources whose URN, name or type matches.",
    ),
)


def reporting(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options of a report to `command`, which takes them as one argument `output`.

    Filters change what is shown, never the exit status.
    """

    @wraps(command)
    def run(
        *,
        format_: str,
        output: Path | None,
        reports: Sequence[tuple[str, Path]],
        framework: str | None,
        severities: Sequence[str],
        statuses: Sequence[str],
        controls: Sequence[str],
        resources: Sequence[str],
        **others: Any,
    ) -> int:
        if framework is not None:
            framework_named(framework)  # a wrong name is refused before anything runs
            if format_ not in (*RENDERERS, "html"):
                raise GuardError(f"--framework makes {', '.join(RENDERERS)} and html, not {format_}.")
        shown = Filter(severities, controls, resources, statuses)
        return command(output=Output(format_, output, reports, framework, shown), **others)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run
