"""`guard profile`."""

import json
import sys
from pathlib import Path

import click

from aurora_policies.frameworks import frameworks
from aurora_policies.profiles import GENERAL, UnknownProfile, WrongConfiguration
from aurora_policies.profiles import profile as configuration_of

from ..engine.pack_config import read
from ..errors import GuardError


@click.command()
@click.argument("name", required=False)
@click.option(
    "--with",
    "over",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Levels, settings and exemptions of your own, which count before the profile's.",
)
@click.option(
    "--account",
    is_flag=True,
    help="Turn on what an account has once, such as Security Hub: for the one stack that holds it.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the configuration here, not on standard output.",
)
def profile(name: str | None, over: Path | None, account: bool, output: Path | None) -> int:
    """Writes a policy-pack configuration for a framework or a degree of strictness.

    A profile adds to the pack's own levels: it makes the framework's controls mandatory and turns none off.
    Without NAME, lists the profiles. The result works with --policy-pack-config, of `guard` and of `pulumi`.
    """
    if name is None:
        entries = {
            **GENERAL,
            **{
                item.id: f"The baseline, and what {item.name} {item.version} asks for."
                for item in frameworks()
            },
        }
        width = max(map(len, entries))
        for entry, meaning in entries.items():
            click.echo(f"{entry:<{width}}  {meaning}")
        return 0
    try:
        given = read(over) if over is not None else {}
        text = json.dumps(configuration_of(name, account=account, over=given), indent=2) + "\n"
    except UnknownProfile as error:
        raise GuardError(str(error)) from None
    except WrongConfiguration as error:
        lines = "".join(f"\n  {line}" for line in str(error).splitlines())
        raise GuardError(f"{over} can't be merged into the profile:{lines}") from None
    if output is None:
        sys.stdout.write(text)
        return 0
    try:
        output.write_text(text, "utf-8")
    except OSError as error:
        raise GuardError(f"The profile can't be written to {output}: {error.strerror}.") from None
    return 0
