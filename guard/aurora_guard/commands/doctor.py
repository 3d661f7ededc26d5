"""`guard doctor`."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from ..engine.documents import read_yaml
from ..shipped import pack_folder

_CREDENTIALS = (
    "AWS_ACCESS_KEY_ID",
    "AWS_PROFILE",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
)


@dataclass(frozen=True)
class Check:
    """One thing that real use needs. `fix` says what to run where it is missing, and is empty where it is there."""

    name: str
    state: str
    fix: str = ""


@click.command()
@click.option(
    "--project",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="DIR",
    help="The folder with Pulumi.yaml; by default this one.",
)
@click.option(
    "--policy-pack",
    "pack",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The policy pack to use with the Pulumi CLI; by default the one that guard ships.",
)
def doctor(folder: Path, pack: Path | None) -> int:
    """Checks what `pulumi preview` and `pulumi up` need on this machine, and says what to run.

    `guard` itself needs none of it. Exits with 0 when all is there, 1 when something is missing.
    """
    checks = [*_toolchain(), _credentials(), *_environments(folder, pack or pack_folder())]
    width = max(len(check.name) for check in checks)
    for check in checks:
        click.echo(f"{'missing' if check.fix else 'ok':<8} {check.name:<{width}}  {check.state}")
        if check.fix:
            click.echo(f"{'':<8} {'':<{width}}  {check.fix}")
    return 1 if any(check.fix for check in checks) else 0


def _toolchain() -> Iterator[Check]:
    """The Pulumi CLI, its Python language host and the AWS provider that the installed SDK belongs to."""
    cli = shutil.which("pulumi")
    if cli is None:
        yield Check("Pulumi CLI", "not on PATH", "Install it: https://www.pulumi.com/docs/install/")
    else:
        answer, works = _version_of(cli)
        yield Check("Pulumi CLI", f"{answer} at {cli}", "" if works else "Reinstall the Pulumi CLI.")
    wanted = version("pulumi-aws")
    plugins = Path(os.environ.get("PULUMI_HOME") or Path.home() / ".pulumi") / "plugins"
    if (plugins / f"resource-aws-v{wanted}").is_dir():
        yield Check("AWS provider", f"v{wanted} in {plugins}")
    else:
        yield Check(
            "AWS provider",
            f"v{wanted} is not in {plugins}",
            f"Run: pulumi plugin install resource aws v{wanted}. Without it the first preview downloads it.",
        )


def _version_of(cli: str) -> tuple[str, bool]:
    """What `pulumi version` prints, or how it failed; and whether it worked."""
    try:
        done = subprocess.run([cli, "version"], capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"does not answer ({type(error).__name__})", False
    if done.returncode:
        return f"exit status {done.returncode}", False
    return next(iter(done.stdout.splitlines()), "no version"), True


def _credentials() -> Check:
    """Where AWS credentials would come from. Their values are never read."""
    found = [name for name in _CREDENTIALS if os.environ.get(name)]
    if found:
        return Check("AWS credentials", f"from {found[0]}")
    for setting, default in (("AWS_SHARED_CREDENTIALS_FILE", "credentials"), ("AWS_CONFIG_FILE", "config")):
        if (file := Path(os.environ.get(setting) or Path.home() / ".aws" / default)).is_file():
            return Check("AWS credentials", f"from {file}")
    return Check(
        "AWS credentials",
        "no variable or file names any",
        "Run: aws sso login, or set AWS_PROFILE. On a machine with an instance role none are needed.",
    )


def _environments(folder: Path, pack: Path) -> Iterator[Check]:
    """The virtual environments that the engine starts the pack and the program from.

    The engine waits for ever where the pack's is missing.
    """
    if pack == pack_folder() and "site-packages" in pack.parts:
        fix = "Run: guard pack DIR, then (cd DIR && pulumi install). `guard doctor --policy-pack DIR` checks it."
        yield Check("Policy pack", "the shipped one is for guard alone", fix)
    else:
        yield _environment("Policy pack", pack, "PulumiPolicy.yaml", "pulumi_policy")
    if (folder / "Pulumi.yaml").is_file():
        yield _environment("Program", folder, "Pulumi.yaml", "pulumi")


def _environment(name: str, folder: Path, file: str, needed: str) -> Check:
    settings: dict[str, Any] = read_yaml(folder / file, name.lower())
    runtime = settings.get("runtime")
    options = runtime.get("options") if isinstance(runtime, dict) else None
    environment = options.get("virtualenv") if isinstance(options, dict) else None
    if not environment:
        return Check(name, f"{folder / file} names no virtual environment, so it runs on the python of PATH")
    place = folder / str(environment)
    if any(place.glob(f"[lL]ib*/**/site-packages/{needed}")):
        return Check(name, f"virtual environment {place}")
    return Check(
        name,
        f"the virtual environment {place} is missing or lacks {needed}",
        f"Run: (cd {folder} && pulumi install). Until then `pulumi preview` fails or waits for ever.",
    )
