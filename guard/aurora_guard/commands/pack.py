"""`guard pack`."""

import shutil
import tempfile
from pathlib import Path

import click

from ..errors import GuardError
from ..shipped import pack_folder, pack_package

_FILES = ("PulumiPolicy.yaml", "__main__.py", "requirements.txt")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
def pack(folder: Path) -> int:
    """Writes the policy pack to DIR, for `pulumi preview --policy-pack DIR` or `pulumi policy publish`.

    DIR is made. A pack that an earlier version of guard wrote there is replaced; its virtual environment stays.
    Any other content is refused.
    """
    _refuse_foreign_content(folder)
    try:
        _write(folder)
    except OSError as error:
        raise GuardError(f"The pack can't be written to {folder}: {error.strerror}.") from None
    click.echo(f"The policy pack is in {folder}. Before its first use, install what it needs:")
    click.echo(f"  (cd {folder} && pulumi install)")
    click.echo(f"  pulumi preview --policy-pack {folder}")
    return 0


def _refuse_foreign_content(folder: Path) -> None:
    package = pack_package().name
    if folder.is_dir() and any(folder.iterdir()) and not (folder / package).is_dir():
        raise GuardError(
            f"{folder} holds other files. Name a new folder, or one with an earlier version of the pack."
        )


def _write(folder: Path) -> None:
    """Copy everything beside `folder` first, so that a failure leaves what was there."""
    source, package = pack_folder(), pack_package()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as name:
        fresh = Path(name)
        for file in _FILES:
            shutil.copyfile(source / file, fresh / file)
        shutil.copytree(package, fresh / package.name, ignore=shutil.ignore_patterns("__pycache__", "pack"))
        folder.mkdir(exist_ok=True)
        if (folder / package.name).exists():
            (folder / package.name).rename(fresh / "replaced")
        for entry in (package.name, *_FILES):
            (fresh / entry).replace(folder / entry)
