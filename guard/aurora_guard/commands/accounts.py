"""`guard accounts`."""

import json
import os
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from ..errors import GuardError

_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)

PASSWORD = "DB_PASSWORD"
"""Environment variable with the administrator's password, so that no process list shows it."""

_ENGINE_VERSION = 16
"""PostgreSQL version that statements for a database nobody asked are written for."""

_INVOCATION = "aws:lambda/invocation:Invocation"


@dataclass(frozen=True)
class Where:
    """The database to compare with."""

    host: str | None
    port: int | None
    user: str
    ca_file: Path | None


@click.group()
def accounts() -> None:
    """Shows what a stack's DatabaseAccounts would change inside the database."""


def _options(function: Any) -> Any:
    for option in reversed(
        (
            click.option(
                "--project",
                "folder",
                type=_FOLDER,
                default=Path(),
                metavar="DIR",
                help="The folder with Pulumi.yaml; by default this one.",
            ),
            click.option("--stack", metavar="STACK", help="The stack; by default the only one, or dev."),
            click.option(
                "--component", metavar="NAME", help="One DatabaseAccounts, where there are several."
            ),
            click.option("--port", type=click.IntRange(1, 65535), help="Port; by default the engine's own."),
            click.option(
                "--user",
                default="aurora_admin",
                show_default=True,
                help=f"Administrator; {PASSWORD} is the password.",
            ),
            click.option(
                "--ca-file", type=_FILE, metavar="FILE", help="More certificate authorities to trust."
            ),
        )
    ):
        function = option(function)
    return function


@accounts.command()
@click.option("--host", required=True, help="Host of the database, which this machine must reach.")
@_options
def plan(folder: Path, stack: str | None, component: str | None, **where: Any) -> int:
    """Compares the accounts with a database, and changes nothing.

    Exits with 0 when nothing differs, 1 when something does, 2 when it cannot tell or a person has to decide.
    """
    from aurora_accounts.change import AccountsError

    status = 0
    for name, wanted in _declared(folder, stack, component).items():
        try:
            found = _plans(wanted, Where(**where))
        except AccountsError as error:
            raise GuardError(f"{name}: {error}.") from None
        for each in found:
            click.echo(f"{name}, database {each.database}: {len(each.statements)} changes")
            for statement in each.statements:
                click.echo(f"  {statement.sql}")
            for note in each.notes:
                click.echo(f"  note: {note}")
            for problem in each.problems:
                click.echo(f"  problem: {problem}")
            status = max(status, 2 if each.problems else 1 if each.statements else 0)
    return status


@accounts.command()
@click.option("--host", help="Host of a database to compare with; by default, statements are for a new one.")
@_options
def sql(folder: Path, stack: str | None, component: str | None, **where: Any) -> int:
    """Prints the statements for an administrator who runs them by hand."""
    from aurora_accounts.accounts import Engine
    from aurora_accounts.change import AccountsError

    for name, wanted in _declared(folder, stack, component).items():
        try:
            found = _plans(wanted, Where(**where))
        except AccountsError as error:
            raise GuardError(f"{name}: {error}.") from None
        if problems := [problem for each in found for problem in each.problems]:
            raise GuardError(f"{name}: {'; '.join(problems)}.")
        for each in found:
            click.echo(f"-- {name}, database {each.database}")
            creates = [one.sql for one in each.statements if one.sql.startswith("CREATE DATABASE")]
            rest = [one.sql for one in each.statements if one.sql not in creates]
            transaction = wanted.engine is Engine.POSTGRESQL and bool(rest)
            for statement in creates:
                click.echo(f"{statement};")
            if wanted.engine is Engine.POSTGRESQL:
                click.echo(f'\\connect "{each.database}"')
            for statement in ["BEGIN", *rest, "COMMIT"] if transaction else rest:
                click.echo(f"{statement};")
            for note in each.notes:
                click.echo(f"-- note: {note}")
        for account in wanted.accounts:
            if account.secret:
                click.echo(
                    f"-- {account.name} signs in with a password: set the one of its secret {account.secret}"
                )
    return 0


def _plans(wanted: Any, where: Where) -> list[Any]:
    """The plan for each database: against a server, or for new databases."""
    from aurora_accounts import databases
    from aurora_accounts.accounts import Engine
    from aurora_accounts.connecting import Server
    from aurora_accounts.mysql import catalog as mysql_catalog
    from aurora_accounts.mysql.plan import plan as mysql_plan
    from aurora_accounts.postgresql import catalog
    from aurora_accounts.postgresql.plan import plan as postgresql_plan

    is_postgresql = wanted.engine is Engine.POSTGRESQL
    if where.host is None:
        if not is_postgresql:
            return [mysql_plan(wanted, mysql_catalog.empty(wanted.database, where.user))]
        return [
            postgresql_plan(wanted, catalog.empty(name, where.user, _ENGINE_VERSION), roles=index == 0)
            for index, name in enumerate(wanted.databases)
        ]
    password = os.environ.get(PASSWORD)
    if password is None:
        raise GuardError(f"{PASSWORD} is not set; put the password of {where.user} there.")
    try:
        certificates = where.ca_file.read_text("ascii") if where.ca_file else None
    except (OSError, ValueError) as error:
        raise GuardError(f"The certificates in {where.ca_file} can't be read: {error}.") from None
    port = where.port or (5432 if is_postgresql else 3306)
    return databases.plans(
        wanted, Server(wanted.engine, where.host, port, where.user, password, certificates)
    )


def _declared(folder: Path, stack: str | None, component: str | None) -> dict[str, Any]:
    """Name of a DatabaseAccounts -> the accounts it declares, as its program registers them."""
    from aurora_accounts.accounts import from_document

    found = {}
    for resource in _registered(folder, stack).values():
        if resource.type != _INVOCATION or "aurora:index:DatabaseAccounts$" not in resource.urn:
            continue
        name = resource.name.removesuffix("-accounts")
        if component not in (None, name):
            continue
        try:
            found[name] = from_document(json.loads(resource.inputs["input"])["accounts"])
        except (KeyError, TypeError, ValueError):
            raise GuardError(
                f"The accounts of {name} are not known before the update; give the component its database as text."
            ) from None
    if not found:
        wanted = f" named {component}" if component else ""
        raise GuardError(f"The stack has no DatabaseAccounts{wanted}.")
    return found


def _registered(folder: Path, stack: str | None) -> Mapping[str, Any]:
    """What the program registers, by URN."""
    from ..engine import project
    from ..engine.deadline import Deadline
    from ..engine.hosts import Context, Program, launch
    from ..engine.monitor import Monitor
    from ..engine.plugin import Plugins
    from ..engine.preview import TIMEOUT, run
    from ..engine.target import Target

    loaded = project.load(folder)
    organization, chosen = project.choose_stack(loaded, stack)
    configuration = project.configure(loaded, chosen, {})
    target = Target(loaded.name, chosen, organization, configuration.values, configuration.secret_keys)
    deadline = Deadline(TIMEOUT)
    with (
        closing(Plugins(loaded, target, deadline)) as plugins,
        closing(Monitor(target, plugins.construct)) as monitor,
        Program(launch(loaded, Context(target, monitor.address))) as program,
    ):
        return run(program, monitor, deadline).resources
