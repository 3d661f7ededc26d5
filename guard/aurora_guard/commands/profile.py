"""`guard profile`."""

import json
import sys
from pathlib import Path

import click

from aurora_policies.frameworks import frameworks
from aurora_policies.profiles import GENERAL, UnknownProfile
from aurora_policies.profiles import profile as configuration_of

from ..errors import GuardError


@click.command()
@click.argument("name", required=False)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the configuration here, not on standard output.",
)
def profile(name: str | None, output: Path | None) -> int:
    """Writes a policy-pack configuration for a framework or a degree of strictness.

    Without NAME, lists the profiles. The result works with --policy-pack-config, of `guard` and of `pulumi`.
    """
    if name is None:
        entries = {
            **GENERAL,
            **{item.id: f"What {item.name} {item.version} asks for." for item in frameworks()},
        }
        width = max(map(len, entries))
        for entry, meaning in entries.items():
            click.echo(f"{entry:<{width}}  {meaning}")
        return 0
    try:
        text = json.dumps(configuration_of(name), indent=2) + "\n"
    except UnknownProfile as error:
        raise GuardError(str(error)) from None
    if output is None:
        sys.stdout.write(text)
        return 0
    try:
        output.write_text(text, "utf-8")
    except OSError as error:
        raise GuardError(f"The profile can't be written to {output}: {error.strerror}.") from None
    return 0
