"""The `guard` command."""

import contextlib
import os
import signal
import sys
import threading
import traceback
from types import FrameType
from typing import NoReturn

import click

from .commands.accounts import accounts
from .commands.audit import audit
from .commands.controls import controls
from .commands.doctor import doctor
from .commands.init import init
from .commands.pack import pack
from .commands.preview import preview
from .commands.profile import profile
from .commands.report import report
from .errors import GuardError

#: Seconds that guard may take to end after a signal.
_GRACE = 3.0


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="aurora-guardrails")
def guard() -> None:
    """Compliant Amazon Aurora: judges Pulumi stacks under a policy pack, before and after they are deployed."""


for command in (init, preview, audit, report, controls, profile, accounts, pack, doctor):
    guard.add_command(command)


def main() -> NoReturn:
    """Runs the command and exits: 0 clean, 1 mandatory failures, 2 when something is wrong.

    A signal ends it like an error: what it started ends first.
    """
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, _ended)
    try:
        status = guard.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say("Interrupted.")
        status = 128 + signal.SIGINT
    except GuardError as error:
        if error.detail:
            _say(f"{error.detail}\n")
        _say(f"guard: {error}")
        status = 2
    except Exception as error:
        _say(f"{''.join(traceback.format_tb(error.__traceback__)[-3:])}")
        _say(f"guard: an error of guard itself, {type(error).__name__}: {error}. Please report it.")
        status = 2
    _end(status)


def _say(message: str) -> None:
    """Tells the user, if there is anyone who hears it."""
    with contextlib.suppress(OSError):
        click.echo(message.encode("utf-8", "backslashreplace"), err=True)


def _end(status: int) -> NoReturn:
    """Exits, even where nothing more can be written: a full disk or a closed pipe must not change the status."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    sys.exit(status)


def _ended(number: int, frame: FrameType | None) -> NoReturn:
    """Unwinds, so that what was started ends first; but an exception may get lost in a callback, and then guard just
    ends. The supervisors of its processes end them in any case."""
    last_resort = threading.Timer(_GRACE, os._exit, [128 + number])
    last_resort.daemon = True
    last_resort.start()
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    sys.exit(128 + number)
