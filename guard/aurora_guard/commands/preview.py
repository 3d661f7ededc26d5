"""`guard preview`."""

import math
import sys
from collections.abc import Callable
from pathlib import Path

import click

from ..errors import GuardError
from ..report.earlier import compared
from ..report.progress import progress
from ..shipped import pack_folder
from .output import Output, reporting

_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)


def finite(_context: click.Context, _parameter: click.Parameter, seconds: float) -> float:
    """Checks an option that is a number of seconds."""
    if not math.isfinite(seconds):
        raise click.BadParameter(f"{seconds} is no number of seconds.")
    return seconds


def compared_with(command: Callable[..., int]) -> Callable[..., int]:
    """Adds the options that compare with an earlier report."""
    report = click.Path(path_type=Path, exists=True)
    baseline = click.option(
        "--baseline",
        type=report,
        metavar="REPORT",
        help="Fail only on what does not fail in REPORT already: a JSON report, or the folder of `audit --out`.",
    )
    since = click.option(
        "--since", type=report, metavar="REPORT", help="Show what is new, and what is fixed, since REPORT."
    )
    return baseline(since(command))


@click.command()
@click.option(
    "--project",
    "folder",
    type=_FOLDER,
    default=Path(),
    metavar="DIR",
    help="The folder with Pulumi.yaml; by default this one.",
)
@click.option(
    "--stack",
    metavar="[ORG/[PROJECT/]]STACK",
    help="The stack; by default the only one, or dev.",
)
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
    "--config",
    "overrides",
    multiple=True,
    metavar="KEY=VALUE",
    help="A configuration value for this preview; may be given several times.",
)
@click.option(
    "--everything",
    is_flag=True,
    help="Report medium and low findings also in a stack without a database.",
)
@click.option(
    "--stack-outputs",
    multiple=True,
    metavar="STACK=FILE",
    help="The outputs of a stack that the program refers to, as `pulumi stack output --json` prints them; may be "
    "given several times.",
)
@click.option(
    "--python",
    metavar="PYTHON",
    help="The Python of the program, or its virtual environment; by default the one the Pulumi CLI would take.",
)
@click.option(
    "--transpile-only", is_flag=True, help="Leave out the check of the types of a program in TypeScript."
)
@click.argument("command", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    callback=finite,
    default=300.0,
    show_default=True,
    metavar="SECONDS",
    help="How long the whole preview may take.",
)
@compared_with
@reporting
def preview(
    folder: Path,
    stack: str | None,
    packs: tuple[Path, ...],
    configs: tuple[Path, ...],
    overrides: tuple[str, ...],
    everything: bool,
    timeout: float,
    stack_outputs: tuple[str, ...],
    python: str | None,
    transpile_only: bool,
    command: tuple[str, ...],
    baseline: Path | None,
    since: Path | None,
    output: Output,
) -> int:
    """Shows what a stack would create, and what the policies say of it.

    COMMAND runs the program in place of what Pulumi.yaml says: any that takes the address of its monitor from the
    environment, as Pulumi's SDKs do. Put -- before it.

    Exits with 0 when no mandatory policy fails, 1 when one does, 2 when the program, the pack or the
    command is wrong.
    """
    from ..engine.preview import Request  # imported late: --help need not wait for gRPC
    from ..engine.preview import preview as run

    packs = packs or (pack_folder(),)
    if len(configs) > len(packs):
        noun = "policy pack" if len(packs) == 1 else "policy packs"
        raise GuardError(f"{len(configs)} --policy-pack-config are given for {len(packs)} {noun}.")
    request = Request(
        folder=folder,
        packs=packs,
        stack=stack,
        pack_configs=configs,
        overrides=dict(map(_override, overrides)),
        timeout=timeout,
        everything=everything,
        python=python,
        transpile_only=transpile_only,
        command=command,
        stack_outputs={name: Path(file) for name, file in map(_outputs_of, stack_outputs)},
    )
    with progress(sys.stderr) as show:
        report = compared(run(request, show), baseline, since)
    for message in report.messages:
        click.echo(message, err=True)
    output.write(report)
    return 1 if report.mandatory_failures else 0


def _outputs_of(text: str) -> tuple[str, str]:
    name, _, file = text.partition("=")
    if not name or not file:
        raise GuardError(f"--stack-outputs {text!r} must have the form STACK=FILE.")
    return name, file


def _override(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not key or not equals:
        raise GuardError(f"--config {text!r} must have the form key=value.")
    return key, value
