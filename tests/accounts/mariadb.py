"""MariaDB as a stand-in for Aurora MySQL.

Debian has no MySQL. MariaDB parses and enforces the same accounts, hosts, privileges, limits, locks, TLS demands and
roles. What it says otherwise is translated here, word by word, on the way to the server:
- AWSAuthenticationPlugin, which exists in Aurora alone: a password that stands for the IAM token;
- caching_sha2_password: MariaDB's own password plugin;
- attributes of accounts, and the catalogs of attributes and roles: a table and views in the database `standin`.
"""

import json
import re
import secrets
import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pymysql

from aurora_accounts.accounts import Engine
from aurora_accounts.connecting import Server, mysql
from tests.accounts.servers import (
    ADMINISTRATOR,
    HOST,
    PASSWORD,
    Authority,
    end,
    free_port,
    mariadb_program,
    own,
    unprivileged,
    wait_for,
)

TOKEN = "stand-in for an IAM token"

_SETUP = f"""
CREATE DATABASE standin
CREATE TABLE standin.attributes (user varchar(80) PRIMARY KEY, attribute text)
CREATE VIEW standin.user AS SELECT g.User, g.Host, CASE
    WHEN json_value(g.Priv, '$.authentication_string') = PASSWORD('{TOKEN}') THEN 'AWSAuthenticationPlugin'
    ELSE 'caching_sha2_password' END AS plugin,
  u.ssl_type, u.max_user_connections,
  IF(json_value(g.Priv, '$.account_locked') = '1', 'Y', 'N') AS account_locked
  FROM mysql.global_priv g JOIN mysql.user u ON u.User = g.User AND u.Host = g.Host
CREATE VIEW standin.user_attributes AS SELECT user AS USER, '%' AS HOST, attribute AS ATTRIBUTE FROM standin.attributes
CREATE VIEW standin.role_edges AS
  SELECT Role AS FROM_USER, '%' AS FROM_HOST, User AS TO_USER, Host AS TO_HOST FROM mysql.roles_mapping
  WHERE Admin_option = 'N'
CREATE VIEW standin.default_roles AS SELECT User AS USER, Host AS HOST, default_role AS DEFAULT_ROLE_USER
  FROM mysql.user WHERE default_role <> ''
CREATE ROLE reporting
CREATE USER {ADMINISTRATOR} IDENTIFIED BY '{PASSWORD}'
GRANT ALL ON *.* TO {ADMINISTRATOR} WITH GRANT OPTION
GRANT reporting TO {ADMINISTRATOR} WITH ADMIN OPTION
"""


def translate(sql: str) -> list[str]:
    """The statements for MariaDB that do what one statement for Aurora MySQL does."""
    for ours, theirs in (
        ("mysql.user", "standin.user"),
        ("information_schema.USER_ATTRIBUTES", "standin.user_attributes"),
        ("mysql.role_edges", "standin.role_edges"),
        ("mysql.default_roles", "standin.default_roles"),
        ("IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'", f"IDENTIFIED BY '{TOKEN}'"),
        (
            "IDENTIFIED WITH caching_sha2_password BY RANDOM PASSWORD",
            f"IDENTIFIED BY '{secrets.token_hex()}'",
        ),
    ):
        sql = re.sub(rf"{re.escape(ours)}\b" if ours[-1].isalpha() else re.escape(ours), theirs, sql)
    sql = re.sub(r"SET DEFAULT ROLE '(\w+)'@'%' TO", r"SET DEFAULT ROLE \1 FOR", sql)
    sql = re.sub(r"^(GRANT|REVOKE) '(\w+)'@'%'", r"\1 \2", sql)
    sql = sql.replace("IDENTIFIED WITH caching_sha2_password BY '", "IDENTIFIED BY '")
    statements = []
    if match := re.search(r" ATTRIBUTE '(.*)'$", sql):
        user = re.search(r"USER '(\w+)'@", sql)
        assert user
        statements.append(f"REPLACE INTO standin.attributes VALUES ('{user[1]}', '{match[1]}')")
        sql = sql[: match.start()]
    if re.fullmatch(r"ALTER USER '\w+'@'%'", sql):
        return statements
    return [*statements, sql]


class Cursor:
    """A cursor that translates."""

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor

    def execute(self, query: str) -> Any:
        for statement in translate(query):
            result = self._cursor.execute(statement)
        return result

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)


class Connection:
    """A connection whose cursors translate."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def cursor(self) -> Cursor:
        return Cursor(self._connection.cursor())

    def close(self) -> None:
        self._connection.close()


@dataclass
class MariaDB:
    """A running server."""

    port: int
    authority: Authority
    process: "subprocess.Popen[bytes]"
    folder: Path

    def server(self, **changes: str) -> Server:
        """The server as the administrator reaches it."""
        values = {"user": ADMINISTRATOR, "password": PASSWORD, "certificates": self.authority.certificates}
        return Server(engine=Engine.MYSQL, host=HOST, port=self.port, **{**values, **changes})

    def connect(self) -> Any:
        """What `aurora_accounts.mysql` is given to connect."""
        return Connection(mysql(self.server()))

    def superuser(self) -> Any:
        """Root, whom Aurora keeps for itself."""
        return pymysql.connect(unix_socket=str(self.folder / "socket"), user="root", autocommit=True)

    def sign_in(
        self, account: str, database: str | None = None, password: str = TOKEN, tls: bool = True
    ) -> Any:
        """An account, with the stand-in of an IAM token unless a password is given."""
        return pymysql.connect(
            host=HOST,
            port=self.port,
            user=account,
            password=password,
            database=database,
            ssl=ssl.create_default_context(cadata=self.authority.certificates) if tls else None,
            ssl_disabled=not tls,
            autocommit=True,
        )

    def stop(self) -> None:
        """End the server at once."""
        end(self.process)


def start_mariadb(folder: Path) -> MariaDB:
    """Start a server in an empty folder."""
    program = mariadb_program()
    assert program
    authority = Authority(folder)
    authority.issue(HOST)
    data = folder / "data"
    data.mkdir()
    own(folder)
    common = ["--no-defaults", f"--datadir={data}", "--debug-no-sync"]
    subprocess.run(
        [
            "mariadb-install-db",
            *common,
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
            "--innodb-log-file-size=8M",
        ],
        check=True,
        capture_output=True,
        cwd=folder,
        **unprivileged(),
    )
    port = free_port()
    log = (folder / "log").open("wb")
    process = subprocess.Popen(
        [
            program,
            *common,
            "--bind-address=127.0.0.1",
            f"--port={port}",
            f"--socket={folder / 'socket'}",
            f"--pid-file={folder / 'pid'}",
            f"--ssl-ca={folder / 'ca.pem'}",
            f"--ssl-cert={folder / HOST}.crt",
            f"--ssl-key={folder / HOST}.key",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-log-file-size=8M",
            "--innodb-buffer-pool-size=32M",
            "--max-connections=40",
            "--skip-name-resolve",
        ],
        stdout=log,
        stderr=log,
        cwd=folder,
        **unprivileged(),
    )
    server = MariaDB(port, authority, process, folder)
    with wait_for(server.superuser, process, folder / "log") as root:
        for statement in re.split(r"\n(?=[A-Z])", _SETUP.strip()):
            root.cursor().execute(statement)
    return server


def attribute(mark: str) -> str:
    """The attribute of an account that a mark is kept in."""
    return json.dumps({"aurora-guardrails": mark})
