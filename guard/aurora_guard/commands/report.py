"""`guard report`."""

from pathlib import Path

import click

from .output import Output, reporting


@click.command()
@click.option(
    "--event-log",
    "log",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="What `pulumi preview --event-log FILE` or `pulumi up --event-log FILE` wrote.",
)
@reporting
def report(log: Path, output: Output) -> int:
    """Makes a report of a preview or an update that the Pulumi CLI ran under the policy pack.

    Exits with 0 when no mandatory policy failed, 1 when one did, 2 when the file is no event log.
    """
    from ..engine.event_log import read  # imported late: --help need not wait for gRPC

    found = read(log)
    output.write(found)
    return 1 if found.mandatory_failures else 0
