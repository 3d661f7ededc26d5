"""The `guard` command."""

import signal
import sys
from types import FrameType
from typing import NoReturn

import click

from .commands.adopt import adopt
from .commands.controls import controls
from .commands.doctor import doctor
from .commands.init import init
from .commands.pack import pack
from .commands.preview import preview
from .commands.profile import profile
from .errors import GuardError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="aurora-guardrails")
def guard() -> None:
    """Compliant Amazon Aurora: previews a Pulumi stack under a policy pack, offline."""


for command in (init, preview, controls, profile, pack, doctor, adopt):
    guard.add_command(command)


def main() -> NoReturn:
    """Runs the command and exits: 0 clean, 1 mandatory failures, 2 when something is wrong.

    A signal ends it like an error: what it started ends first.
    """
    signal.signal(signal.SIGTERM, _terminated)
    try:
        status = guard.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        sys.exit(128 + signal.SIGINT)
    except GuardError as error:
        if error.detail:
            click.echo(f"{error.detail}\n", err=True)
        click.echo(f"guard: {error}", err=True)
        sys.exit(2)
    sys.exit(status)


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    sys.exit(128 + number)
