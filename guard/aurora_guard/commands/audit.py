"""`guard audit`."""

import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import files
from ..errors import GuardError
from ..report.formats import FORMATS, renderer
from ..report.progress import bar
from ..shipped import pack_folder
from .preview import compared_with, finite

if TYPE_CHECKING:
    from ..report.audit import AuditReport

_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--policy-pack",
    "packs",
    type=_FOLDER,
    multiple=True,
    metavar="DIR",
    help="A policy pack; may be given several times. By default Aurora Guardrails' own.",
)
@click.option(
    "--policy-pack-config",
    "configs",
    type=_FILE,
    multiple=True,
    metavar="FILE",
    help="Levels and settings as JSON, one file for each policy pack, in their order.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    metavar="N",
    help="How many processes judge stacks; by default one for each core.",
)
@click.option(
    "--dask",
    default="",
    metavar="ADDRESS",
    help="Judge on the Dask cluster whose scheduler is there, such as tcp://10.0.0.5:8786.",
)
@click.option(
    "--everything",
    is_flag=True,
    help="Report medium and low findings also in stacks without a database.",
)
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="table", show_default=True)
@click.option("--output", type=_FILE, metavar="FILE", help="Write the report here, not on standard output.")
@click.option(
    "--out",
    type=_FOLDER,
    metavar="DIR",
    help="Keep each stack's result here as it comes; a run that was killed continues where it stopped.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    callback=finite,
    default=300.0,
    show_default=True,
    metavar="SECONDS",
    help="How long a pack named with --policy-pack may take for one stack.",
)
@compared_with
def audit(
    sources: tuple[str, ...],
    packs: tuple[Path, ...],
    configs: tuple[Path, ...],
    workers: int,
    dask: str,
    everything: bool,
    format_: str,
    output: Path | None,
    out: Path | None,
    timeout: float,
    baseline: Path | None,
    since: Path | None,
) -> int:
    """Judges stacks as they are deployed, from their state.

    A SOURCE is a file that `pulumi stack export` wrote, a folder of them, a self-managed backend as
    `pulumi login` takes it (a folder, s3://, gs:// or azblob://), or - for standard input. Nothing is decrypted.

    Exits with 0 when no mandatory policy fails, 1 when one does, 2 when a file could not be judged, or when a
    source, the pack or the command is wrong.
    """
    from ..audit.run import Request  # imported late: --help need not wait for gRPC
    from ..audit.run import audit as run

    if len(configs) > max(len(packs), 1):
        noun = "policy pack" if len(packs) < 2 else "policy packs"
        raise GuardError(f"{len(configs)} --policy-pack-config are given for {max(len(packs), 1)} {noun}.")
    request = Request(
        sources, pack_folder(), packs, configs, workers, dask, out, baseline, since, timeout, everything
    )
    with ExitStack() as running:
        with bar(sys.stderr) as show:
            report = running.enter_context(run(request, show))
        _write(_rendered(report, format_, output), output)
    return status_of(report)


def status_of(report: "AuditReport") -> int:
    """The exit status: an audit that is not complete says so before it says anything else."""
    if report.unreadable:
        return 2
    return 1 if report.mandatory_failures else 0


def _rendered(report: "AuditReport", format_: str, output: Path | None) -> Iterable[str]:
    from ..report import audit_json, audit_table
    from ..report.combined import combined

    if format_ == "json":
        return audit_json.render(report)
    if format_ != "table":
        return [renderer(format_)(combined(report))]
    terminal = output is None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else None
    return [audit_table.render(report, width=width, colour=terminal and not os.environ.get("NO_COLOR"))]


def _write(parts: Iterable[str], output: Path | None) -> None:
    """Writes the parts of a report to `output`, whole or not at all, or to standard output."""
    if output is None:
        for part in parts:
            sys.stdout.write(part)
        sys.stdout.flush()
        return
    try:
        files.write(output, parts)
    except OSError as error:
        raise GuardError(f"The report can't be written to {output}: {error.strerror}.") from None
