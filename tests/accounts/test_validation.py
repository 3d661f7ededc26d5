"""What is refused before any database is asked, each with its path and the fix."""

from dataclasses import replace

import pytest

from aurora_accounts.accounts import (
    Access,
    Account,
    Authentication,
    Desired,
    Engine,
    Grant,
    from_document,
)
from aurora_accounts.validation import problems

READER = Grant("orders", Access.READER, schemas=("public",))
OWNER = Grant("orders", Access.OWNER, schemas=("public",))
MIGRATOR = Grant("orders", Access.MIGRATOR, schemas=("public",))


def refused(*accounts: Account, engine: Engine = Engine.POSTGRESQL, **fields: object) -> dict[str, str]:
    """Path -> message."""
    desired = Desired(engine, "orders", "test", accounts, **fields)  # type: ignore[arg-type]
    return dict(problems(desired.resolved(), administrator="aurora_admin"))


def app(**fields: object) -> Account:
    return Account(**{"name": "app", "grants": (READER,), **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ('x"; DROP TABLE orders; --', "a name begins with a letter"),
        ("x'y", "a name begins with a letter"),
        ("x\x00y", "a name begins with a letter"),
        ("x y", "a name begins with a letter"),
        ("1st", "a name begins with a letter"),
        ("", "a name begins with a letter"),
        ("größe", "a name begins with a letter"),
        ("a" * 64, "64 characters; postgresql allows 63"),
        ("postgres", "administrator's name"),
        ("Aurora_Admin", "administrator's name"),
        ("rds_iam", "reserved"),
        ("rdsadmin", "administrator's name"),
        ("rdsproxyadmin", "reserved"),
        ("pg_signal_backend", "reserved"),
        ("PG_monitor", "reserved"),
        ("public", "reserved"),
    ],
)
def test_hostile_and_reserved_names_are_refused(name: str, message: str) -> None:
    assert message in refused(app(name=name))[f"accounts.{name}"]


def test_two_accounts_of_one_name_are_refused() -> None:
    assert "also a login of the account 'app'" in refused(app(), app(name="APP"))["accounts.APP"]
    assert (
        "'app_clone' is also a login"
        in refused(app(authentication=Authentication.PASSWORD), app(name="app_clone"))["accounts.app_clone"]
    )


@pytest.mark.parametrize(
    ("account", "path", "message"),
    [
        (app(grants=()), "", "may do nothing"),
        (app(authentication=Authentication.NONE), ".authentication", "only an owner"),
        (app(connection_limit=0), ".connection_limit", "1 or more"),
        (app(statement_timeout_seconds=0), ".statement_timeout_seconds", "1 to 86400"),
        (app(audit_log=("writes",)), ".audit_log[0]", "'writes' is no class of pgaudit"),
        (app(roles=("rds_superuser",)), ".roles[0]", "not for applications"),
        (app(roles=("pg_execute_server_program",)), ".roles[0]", "not for applications"),
        (app(roles=("app",)), ".roles[0]", "is an account"),
        (app(roles=('x"',)), ".roles[0]", "is no name of a role"),
        (app(grants=(replace(READER, database="rdsadmin"),)), ".grants[0].database", "belongs to the engine"),
        (app(grants=(replace(READER, database="a;b"),)), ".grants[0].database", "no name of a database"),
        (app(grants=(replace(READER, privileges=("SELECT",)),)), ".grants[0]", "either access or privileges"),
        (app(grants=(replace(READER, access=None),)), ".grants[0]", "either access or privileges"),
        (
            app(grants=(replace(READER, access=None, privileges=("SELECT", "SUPER")),)),
            ".grants[0].privileges[1]",
            "'SUPER' is no privilege to grant here; use one of CREATE, DELETE",
        ),
        (app(grants=(replace(READER, schemas=("pg_catalog",)),)), ".grants[0].schemas[0]", "no schema of an"),
        (app(grants=(replace(READER, schemas=()),)), ".grants[0].schemas", "names no schema"),
        (app(grants=(replace(READER, tables=("a b",)),)), ".grants[0].tables[0]", "no table name or pattern"),
        (app(grants=(replace(OWNER, tables=("a",)),)), ".grants[0].tables", "is for a whole schema"),
        (app(acts_as="other"), ".acts_as", "is for a migrator and nothing else"),
        (app(grants=(MIGRATOR,), acts_as="other"), ".acts_as", "no account with access owner"),
    ],
)
def test_each_field_is_checked(account: Account, path: str, message: str) -> None:
    assert message in refused(account)[f"accounts.app{path}"]


def test_a_migrator_acts_as_the_only_owner() -> None:
    desired = Desired(
        Engine.POSTGRESQL, "orders", "t", (app(grants=(MIGRATOR,)), app(name="own", grants=(OWNER,)))
    )
    assert desired.resolved().accounts[0].acts_as == "own"
    second = app(name="own2", grants=(OWNER,))
    assert "name one of own, own2" in refused(*desired.accounts, second)["accounts.app.acts_as"]


def test_a_password_migrator_does_not_act_as_an_owner_that_signs_in_with_iam() -> None:
    migrator = app(grants=(MIGRATOR,), authentication=Authentication.PASSWORD)
    owner = app(name="own", grants=(OWNER,))
    assert "give the owner authentication none" in refused(migrator, owner)["accounts.app.acts_as"]
    assert refused(migrator, replace(owner, authentication=Authentication.NONE)) == {}


@pytest.mark.parametrize(
    ("account", "path", "message"),
    [
        (app(statement_timeout_seconds=5), ".statement_timeout_seconds", "max_execution_time"),
        (app(audit_log=("write",)), ".audit_log", "server_audit"),
        (app(grants=(READER,)), ".grants[0].schemas", "is a database"),
        (app(name="a" * 33), "", "mysql allows 32"),
        (app(name="a" * 30, authentication=Authentication.PASSWORD), "", "with the suffix _clone"),
        (app(authentication=Authentication.NONE), ".authentication", "only an owner of PostgreSQL"),
        (app(name="mysql.sys"), "", "reserved"),
        (
            app(grants=(Grant("orders", privileges=("EXECUTE",), tables=("t",)),)),
            ".grants[0].privileges",
            "EXECUTE cannot be granted on tables",
        ),
        (app(grants=(Grant("mysql", Access.READER),)), ".grants[0].database", "belongs to the engine"),
    ],
)
def test_mysql_has_limits_of_its_own(account: Account, path: str, message: str) -> None:
    assert message in refused(account, engine=Engine.MYSQL)[f"accounts.{account.name}{path}"]


def test_objects_are_handed_to_declared_owners_only() -> None:
    owner = app(name="own", grants=(OWNER,))
    for heir in ("rds_superuser", "app"):
        message = refused(app(), hand_over={"old": heir})["hand_over.old"]
        assert "no declared account with access owner" in message
    assert "is declared" in refused(app(), owner, hand_over={"app": "own"})["hand_over.app"]
    assert refused(app(), owner, hand_over={"old": "own"}) == {}


def test_a_document_says_the_same_after_a_round_trip() -> None:
    desired = Desired(
        Engine.POSTGRESQL,
        "orders",
        "test",
        (
            app(roles=("r",), audit_log=("write",), connection_limit=3, secret="s"),
            app(name="own", grants=(OWNER,), authentication=Authentication.NONE),
        ),
        revoke_public=False,
        hand_over={"old": "own"},
    )
    assert from_document(desired.document()) == desired
    for broken in (
        {},
        {"version": 2},
        {"version": 1, "accounts": [{}]},
        {**desired.document(), "engine": "oracle"},
    ):
        with pytest.raises(ValueError):
            from_document(broken)
