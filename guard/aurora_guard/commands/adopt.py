"""`guard adopt`."""

import json
from pathlib import Path
from typing import Any

import click

from .. import adopt as adoption
from ..errors import GuardError

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.option("--clusters", type=_FILE, required=True, help="JSON of `aws rds describe-db-clusters`.")
@click.option("--instances", type=_FILE, required=True, help="JSON of `aws rds describe-db-instances`.")
@click.option(
    "--subnet-groups", type=_FILE, required=True, help="JSON of `aws rds describe-db-subnet-groups`."
)
@click.option(
    "--cluster", "identifier", default="", metavar="ID", help="The cluster, where there are several."
)
def adopt(clusters: Path, instances: Path, subnet_groups: Path, identifier: str) -> int:
    """Writes the program that imports an existing cluster, to standard output."""
    answers = [_read(file) for file in (clusters, instances, subnet_groups)]
    click.echo(adoption.program(answers[0], answers[1], answers[2], identifier), nl=False)
    return 0


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GuardError(f"{file} cannot be read as JSON: {error}.") from None
