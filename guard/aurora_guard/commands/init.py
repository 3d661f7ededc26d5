"""`guard init`."""

import re
from pathlib import Path

import click

from ..errors import GuardError
from ..shipped import TEMPLATES, template_folder, version

_NAME = re.compile(r"[A-Za-z0-9_.-]{1,100}")
_FILES = ("Pulumi.yaml", "Pulumi.dev.yaml", "__main__.py")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option(
    "--template",
    type=click.Choice(list(TEMPLATES)),
    default="application",
    show_default=True,
    help="; ".join(f"{name}: {meaning.rstrip('.').lower()}" for name, meaning in TEMPLATES.items()) + ".",
)
@click.option("--name", help="The project's name; by default the name of DIR.")
def init(folder: Path, template: str, name: str | None) -> int:
    """Writes a new Pulumi project with a compliant database to DIR, which previews clean at once."""
    name = name or folder.resolve().name
    if not _NAME.fullmatch(name):
        raise GuardError(
            f"'{name}' can't be a project's name: it takes letters, digits, hyphens, underscores and periods, "
            "100 at most. Give another one with --name."
        )
    existing = sorted(file for file in (*_FILES, "requirements.txt") if (folder / file).exists())
    if existing:
        raise GuardError(f"{folder} already holds {', '.join(existing)}. Name a new folder.")
    files = {file: _renamed((template_folder(template) / file).read_text("utf-8"), name) for file in _FILES}
    files["requirements.txt"] = f"aurora-guardrails[guard]~={version()}\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, text in files.items():
            (folder / file).write_text(text, "utf-8")
    except OSError as error:
        raise GuardError(f"The project can't be written to {folder}: {error.strerror}.") from None
    click.echo(f"The project {name} is in {folder}. See what it would create:")
    click.echo(f"  guard preview --project {folder}")
    return 0


def _renamed(text: str, name: str) -> str:
    """Put the project's name where the template states its own: in `name:` and before configuration keys."""
    text = re.sub(r"(?m)^name: .*$", f"name: {name}", text)
    return re.sub(r"(?m)^  aurora-platform:", f"  {name}:", text)
