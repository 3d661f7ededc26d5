"""`guard controls`: the catalogue at hand."""

import json
import sys
from collections.abc import Iterable

import click
from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text

from aurora_policies.controls import by_id, catalogue
from aurora_policies.controls.control import TOPICS, Control, Severity
from aurora_policies.equivalents import equivalents_of
from aurora_policies.nearest import nearest
from aurora_policies.reference import control_page

from ..errors import GuardError

_FORMAT = click.option(
    "--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True
)


@click.group()
def controls() -> None:
    """Lists, shows and searches the controls."""


@controls.command("list")
@click.option(
    "--severity", type=click.Choice([item.value for item in Severity]), help="Only of this severity."
)
@click.option("--topic", type=click.Choice(TOPICS), help="Only of this topic of the guide.")
@_FORMAT
def list_(severity: str | None, topic: str | None, format_: str) -> int:
    """Lists the controls."""
    chosen = [
        item
        for item in catalogue()
        if severity in (None, item.severity.value) and topic in (None, item.topic)
    ]
    _print(chosen, format_)
    return 0


@controls.command()
@click.argument("id_", metavar="ID")
def show(id_: str) -> int:
    """Shows one control: what it asks for and why, its settings, frameworks and equivalents."""
    control = by_id().get(id_)
    if control is None:
        raise GuardError(
            f"There is no control '{id_}'{nearest(id_, by_id())}. `guard controls list` shows them all."
        )
    page = control_page(control)
    if sys.stdout.isatty():
        Console().print(Markdown(page))
    else:
        sys.stdout.write(page)
    return 0


@controls.command()
@click.argument("words", nargs=-1, required=True)
@_FORMAT
def search(words: tuple[str, ...], format_: str) -> int:
    """Searches the controls for WORDS, which may also be another tool's check id, such as CKV_AWS_162.

    Exits with 1 when nothing is found.
    """
    found = [item for item in catalogue() if all(word.lower() in _text(item) for word in words)]
    if not found:
        click.echo(f"No control mentions {' and '.join(words)}.", err=True)
        return 1
    _print(found, format_)
    return 0


def _text(control: Control) -> str:
    """Everything about a control that one may look for."""
    parts = (
        control.id,
        control.title,
        control.description,
        control.topic,
        control.source,
        control.remediation,
    )
    return "\n".join((*parts, *equivalents_of(control.id), *control.types)).lower()


def _print(chosen: Iterable[Control], format_: str) -> None:
    if format_ == "json":
        entries = [
            {
                "id": item.id,
                "title": item.title,
                "severity": item.severity.value,
                "level": item.level.value,
                "scope": item.scope.value,
                "topic": item.topic,
                "types": list(item.types),
                "equivalents": list(equivalents_of(item.id)),
            }
            for item in chosen
        ]
        sys.stdout.write(json.dumps(entries, indent=2) + "\n")
        return
    chosen = list(chosen)
    if not sys.stdout.isatty():
        for item in chosen:
            click.echo(
                "\t".join((item.id, item.severity.value, item.level.value, item.scope.value, item.title))
            )
        return
    table = Table(box=None, pad_edge=False)
    for heading in ("control", "severity", "level", "scope", "title"):
        table.add_column(heading, no_wrap=heading == "control")
    for item in chosen:
        table.add_row(
            Text(item.id), item.severity.value, item.level.value, item.scope.value, Text(item.title)
        )
    Console().print(table)
