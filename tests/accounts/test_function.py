"""The deploy-time function as in AWS Lambda: its archive alone on the path, events in, answers out."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pg8000.native
import pymysql
import pytest

from aurora_accounts import archive, connecting, handler
from aurora_accounts.accounts import Access, Account, Authentication, Desired
from aurora_accounts.change import AccountsError
from tests.accounts import servers
from tests.accounts.conftest import Database
from tests.accounts.mariadb import Connection, MariaDB
from tests.accounts.secrets_manager import SecretsManager
from tests.accounts.servers import ADMINISTRATOR, PASSWORD
from tests.accounts.test_mysql import Database as MySqlDatabase

ADMIN_SECRET = "rds!cluster-admin"

RUNTIME = ("boto3", "botocore", "s3transfer", "jmespath", "urllib3")
"""Packages that the Lambda runtime brings."""

RUNNER = """
import json, sys
sys.path[:0] = [sys.argv[1], sys.argv[2]]
from aurora_accounts.handler import handle
for line in sys.stdin:
    try:
        print("ANSWER " + json.dumps(handle(json.loads(line))), flush=True)
    except Exception as error:
        print("ERROR " + str(error), flush=True)
"""


@pytest.fixture
def secrets() -> Iterator[SecretsManager]:
    service = SecretsManager()
    service.put(ADMIN_SECRET, {"username": ADMINISTRATOR, "password": PASSWORD})
    yield service
    service.stop()


def environment(server: connecting.Server, secrets: SecretsManager) -> dict[str, str]:
    return {
        **secrets.environment,
        "DB_ENGINE": server.engine.value,
        "DB_HOST": server.host,
        "DB_PORT": str(server.port),
        "DB_SECRET_ARN": ADMIN_SECRET,
    }


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The archive as Lambda unpacks it, and the runtime's own packages."""
    folder = tmp_path_factory.mktemp("task")
    with zipfile.ZipFile(folder / "code.zip", "w") as packed:
        for name, path in archive.files().items():
            packed.write(path, name)
    with zipfile.ZipFile(folder / "code.zip") as packed:
        packed.extractall(folder / "code")
    runtime = tmp_path_factory.mktemp("runtime")
    site = Path(sys.modules["pg8000"].__file__ or "").parents[1]
    for name in RUNTIME:
        (runtime / name).symlink_to(site / name)
    return folder / "code", runtime


def invoke(
    unpacked: tuple[Path, Path], server: servers.PostgreSQL, secrets: SecretsManager, *events: dict[str, Any]
) -> list[str]:
    """Lines that the function's process prints for some events."""
    code, runtime = unpacked
    (code / "aurora_accounts" / connecting.MORE_CERTIFICATES).write_text(server.authority.certificates)
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", RUNNER, code, runtime],
        input="\n".join(map(json.dumps, events)),
        capture_output=True,
        text=True,
        check=False,
        env={**environment(server.server(), secrets), "PATH": os.environ["PATH"]},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def desired_of(database: Database) -> Desired:
    return database.desired(
        database.account("reader", Access.READER),
        database.account("batch", Access.WRITER, authentication=Authentication.PASSWORD, secret="app/batch"),
    )


def test_the_archive_alone_reconciles_plans_and_locks(
    database_15: Database, secrets: SecretsManager, unpacked: tuple[Path, Path]
) -> None:
    document = desired_of(database_15).document()
    lines = invoke(
        unpacked,
        database_15.server,
        secrets,
        {"accounts": document, "dry_run": True},
        {"accounts": document, "tf": {"action": "create"}},
        {"accounts": document, "tf": {"action": "update", "prev_input": {}}},
        {"accounts": {"version": 9}},
        {"accounts": document, "tf": {"action": "delete"}},
    )
    answers = [json.loads(line.removeprefix("ANSWER ")) for line in lines if line.startswith("ANSWER ")]
    assert [bool(answer["changes"]) for answer in answers] == [True, True, False, True]
    [error] = [line for line in lines if line.startswith("ERROR ")]
    assert "layout version 9 is not 1" in error
    assert any('"statement": "CREATE ROLE' in line for line in lines)
    for secret in (PASSWORD, secrets.current("app/batch")["password"]):
        assert secret not in "\n".join(lines)
    for short, password in (("reader", "x"), ("batch", secrets.current("app/batch")["password"])):
        with pytest.raises(
            pg8000.native.DatabaseError, match=r"not permitted to log in|authentication failed"
        ):
            database_15.sign_in(short, password)


def test_the_archive_holds_the_pinned_drivers_and_nothing_of_this_machine() -> None:
    names = archive.files()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {
        "aurora_accounts",
        "asn1crypto",
        "dateutil",
        "pg8000",
        "pymysql",
        "scramp",
        "six.py",
    }
    assert not [name for name in names if name.startswith(("/", "..")) or "__pycache__" in name]
    assert sum(path.stat().st_size for path in names.values()) < 3_000_000
    assert archive.digest() == archive.digest()


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, secrets: SecretsManager) -> Callable[[Any], None]:
    """Point the handler in this process at a server."""

    def point(server: servers.PostgreSQL | MariaDB) -> None:
        for name, value in environment(server.server(), secrets).items():
            monkeypatch.setenv(name, value)
        certificates = server.authority.certificates
        bundle = connecting.bundle()
        monkeypatch.setattr(connecting, "bundle", lambda: bundle + certificates)

    return point


def test_a_password_account_signs_in_with_what_its_secret_says(
    database: Database, secrets: SecretsManager, here: Callable[[Any], None]
) -> None:
    here(database.server)
    event = {"accounts": desired_of(database).document()}
    assert handler.handle(event)["changes"] > 0
    value = secrets.current("app/batch")
    assert {key: value[key] for key in ("engine", "host", "port", "dbname", "username", "account")} == {
        "engine": "postgres",
        "host": "localhost",
        "port": database.server.port,
        "dbname": database.name,
        "username": database.role("batch"),
        "account": database.role("batch"),
    }
    assert len(value["password"]) == 40
    assert database.denial("batch", "SELECT 1", value["password"]) is None
    assert handler.handle(event)["changes"] == 0
    assert secrets.current("app/batch") == value
    # A password that was changed by hand is put right; the secret counts.
    with closing(database.server.superuser()) as superuser:
        superuser.run(f"ALTER ROLE {database.role('batch')} PASSWORD 'other'")
    handler.handle(event)
    assert database.denial("batch", "SELECT 1", value["password"]) is None


def test_an_unreachable_secrets_manager_names_the_endpoint(
    database_15: Database, here: Callable[[Any], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    here(database_15.server)
    monkeypatch.setenv("AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://127.0.0.1:1")
    with pytest.raises(AccountsError, match="needs the interface endpoint secretsmanager"):
        handler.handle({"accounts": desired_of(database_15).document()})


STEPS = ("createSecret", "setSecret", "testSecret", "finishSecret")


def test_rotation_alternates_and_the_current_login_always_works(
    database: Database, secrets: SecretsManager, here: Callable[[Any], None]
) -> None:
    here(database.server)
    handler.handle({"accounts": desired_of(database).document()})
    seen = []
    for _ in range(3):
        token = secrets.begin_rotation("app/batch")
        for step in STEPS:
            for _ in range(2):  # Secrets Manager may call a step again
                handler.handle({"Step": step, "SecretId": "app/batch", "ClientRequestToken": token})
                _signs_in(database, secrets)
        seen.append(secrets.current("app/batch")["username"])
    base = database.role("batch")
    assert seen == [f"{base}_clone", base, f"{base}_clone"]
    # A deployment between two rotations changes nothing, whichever login is current.
    assert handler.handle({"accounts": desired_of(database).document()})["changes"] == 0
    _signs_in(database, secrets)


def test_a_rotation_interrupted_anywhere_is_finished_later(
    database_15: Database, secrets: SecretsManager, here: Callable[[Any], None]
) -> None:
    here(database_15.server)
    handler.handle({"accounts": desired_of(database_15).document()})
    before = secrets.current("app/batch")["username"]
    token = secrets.begin_rotation("app/batch")
    for step in STEPS:
        event = {"Step": step, "SecretId": "app/batch", "ClientRequestToken": token}
        for calls in range(20):
            secrets.fail_at = calls
            try:
                handler.handle(event)
                break
            except AccountsError:
                _signs_in(database_15, secrets)
        else:
            raise AssertionError(f"{step} never succeeds")
        secrets.fail_at = None
    assert secrets.current("app/batch")["username"] != before
    _signs_in(database_15, secrets)


def _signs_in(database: Database, secrets: SecretsManager) -> None:
    value = secrets.current("app/batch")
    with closing(database.server.sign_in(value["username"], database.name, value["password"])) as connection:
        assert connection.run("SELECT current_user") == [[database.role("batch")]]


def test_rotation_touches_no_login_but_the_accounts_own(
    database_15: Database, secrets: SecretsManager, here: Callable[[Any], None]
) -> None:
    here(database_15.server)
    handler.handle({"accounts": desired_of(database_15).document()})
    token = secrets.begin_rotation("app/batch")
    value = secrets.current("app/batch")
    for login in (ADMINISTRATOR, database_15.role("reader"), value["username"]):
        secrets.put("app/batch", {**value, "username": login, "password": "taken over"}, "AWSPENDING", token)
        with pytest.raises(AccountsError, match="not the account's other one"):
            handler.handle({"Step": "setSecret", "SecretId": "app/batch", "ClientRequestToken": token})
    for step, secret, message in (
        ("setSecret", "app/batch", "no version"),
        ("destroySecret", "app/batch", "no version"),
    ):
        with pytest.raises(AccountsError, match=message):
            handler.handle({"Step": step, "SecretId": secret, "ClientRequestToken": "unknown"})


def test_rotation_on_mysql(
    mariadb: MariaDB, secrets: SecretsManager, here: Callable[[Any], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    database = MySqlDatabase(mariadb)
    here(mariadb)
    original = connecting.mysql

    def connect(server: connecting.Server) -> Any:
        connection = original(server)
        return Connection(connection) if server.user == ADMINISTRATOR else connection

    monkeypatch.setattr(connecting, "mysql", connect)
    account = Account(
        f"{database.name}_batch",
        Authentication.PASSWORD,
        database.account("x", Access.WRITER).grants,
        secret="app/batch",
    )
    event = {"accounts": database.desired(account).document()}
    assert handler.handle(event)["changes"] > 0
    for expected in (f"{account.name}_clone", account.name):
        token = secrets.begin_rotation("app/batch")
        for step in STEPS:
            handler.handle({"Step": step, "SecretId": "app/batch", "ClientRequestToken": token})
            value = secrets.current("app/batch")
            with closing(mariadb.sign_in(value["username"], database.name, value["password"])) as connection:
                connection.cursor().execute("INSERT INTO t VALUES (1)")
        assert secrets.current("app/batch")["username"] == expected
    assert handler.handle(event)["changes"] == 0
    with pytest.raises(pymysql.Error, match="denied"):
        mariadb.sign_in(account.name, password="")
