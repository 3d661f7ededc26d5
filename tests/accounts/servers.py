"""Real database servers on loopback, with TLS, in a temporary folder.

Stand-ins, for what exists in Aurora alone:
- the roles rds_iam and rds_superuser, and the parameter rds.force_ssl;
- signing in with IAM: members of rds_iam sign in with a client certificate in their name, and a password of
  theirs is refused, as Aurora refuses it.
"""

import contextlib
import datetime
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pg8000.native
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from aurora_accounts.accounts import Engine
from aurora_accounts.connecting import Server

T = TypeVar("T")

ADMINISTRATOR = "aurora_admin"
PASSWORD = "correct horse battery staple"
HOST = "localhost"


class Authority:
    """A certificate authority of its own, for servers and for accounts that sign in with a certificate."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Test Root CA")])
        self._root = self._sign(self._name, self._key.public_key(), authority=True)
        self.certificates = self._root.public_bytes(serialization.Encoding.PEM).decode()
        (folder / "ca.pem").write_text(self.certificates)

    def issue(self, name: str) -> tuple[Path, Path]:
        """Certificate and key of a host or an account."""
        certificate, key = self.folder / f"{name}.crt", self.folder / f"{name}.key"
        if not certificate.exists():
            private = ec.generate_private_key(ec.SECP256R1())
            subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
            certificate.write_bytes(
                self._sign(subject, private.public_key()).public_bytes(serialization.Encoding.PEM)
            )
            key.write_bytes(
                private.private_bytes(
                    serialization.Encoding.PEM,
                    serialization.PrivateFormat.PKCS8,
                    serialization.NoEncryption(),
                )
            )
            key.chmod(0o600)
        return certificate, key

    def _sign(
        self, subject: x509.Name, public: ec.EllipticCurvePublicKey, authority: bool = False
    ) -> x509.Certificate:
        now = datetime.datetime.now(datetime.UTC)
        [attribute] = subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(str(attribute.value))]), critical=False)
            .sign(self._key, hashes.SHA256())
        )


@dataclass
class PostgreSQL:
    """A running server."""

    version: int
    port: int
    authority: Authority
    process: "subprocess.Popen[bytes]"
    folder: Path

    def server(self, **changes: str) -> Server:
        """The server as the administrator reaches it."""
        values = {"user": ADMINISTRATOR, "password": PASSWORD, "certificates": self.authority.certificates}
        return Server(engine=Engine.POSTGRESQL, host=HOST, port=self.port, **{**values, **changes})

    def superuser(self, database: str = "postgres") -> pg8000.native.Connection:
        """The superuser, whom Aurora keeps for itself."""
        return pg8000.native.Connection(
            "rdsadmin", database=database, unix_sock=f"{self.folder}/.s.PGSQL.{self.port}"
        )

    def sign_in(self, account: str, database: str, password: str | None = None) -> pg8000.native.Connection:
        """An account, with the stand-in of an IAM token unless a password is given."""
        context = ssl.create_default_context(cadata=self.authority.certificates)
        if password is None:
            certificate, key = self.authority.issue(account)
            context.load_cert_chain(certificate, key)
        return pg8000.native.Connection(
            account, host=HOST, port=self.port, database=database, password=password, ssl_context=context
        )

    def stop(self) -> None:
        """End the server at once."""
        end(self.process)


def postgresql_programs() -> dict[int, Path]:
    """Major version -> folder of the server's programs, for every version installed here."""
    found = {int(each.parent.name): each for each in Path("/usr/lib/postgresql").glob("*/bin")}
    for each in Path(sys.prefix).glob("lib/python*/site-packages/*/pginstall/bin"):
        (each / "postgres").chmod(0o755)  # some installers drop the execute permission
        (each / "initdb").chmod(0o755)
        answer = subprocess.run([each / "postgres", "--version"], check=False, capture_output=True, text=True)
        if answer.returncode == 0:
            found[int(answer.stdout.split()[-1].split(".")[0])] = each
    return found


def mariadb_program() -> Path | None:
    """The MariaDB server, if it is installed here."""
    found = shutil.which("mariadbd", path=f"{os.environ['PATH']}:/usr/sbin")
    return Path(found) if found else None


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def unprivileged() -> dict[str, str]:
    """Arguments that start a server as somebody else than root, which servers refuse to run as."""
    return {"user": "nobody", "group": "nogroup"} if os.geteuid() == 0 else {}


def folder(factory: pytest.TempPathFactory, name: str) -> Path:
    """A temporary folder that the user a server runs as can reach; pytest's own is for its user alone."""
    made = factory.mktemp(name)
    for each in (made, *made.parents):
        if each.owner() == made.owner() and each != Path("/"):
            with contextlib.suppress(PermissionError):
                each.chmod(each.stat().st_mode | 0o711)
    return made


def own(folder: Path) -> None:
    """Give a folder to the user a server runs as."""
    if user := unprivileged().get("user"):
        for each in (folder, *folder.rglob("*")):
            shutil.chown(each, user)


def start_postgresql(version: int, folder: Path) -> PostgreSQL:
    """Start a server of a version in an empty folder."""
    programs = postgresql_programs()[version]
    authority = Authority(folder)
    authority.issue(HOST)
    own(folder)
    data = folder / "data"
    options = unprivileged()
    subprocess.run(
        [
            programs / "initdb",
            "--pgdata",
            data,
            "--username",
            "rdsadmin",
            "--auth",
            "trust",
            "--no-sync",
            "-E",
            "UTF8",
        ],
        check=True,
        capture_output=True,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        **options,
    )
    (data / "pg_hba.conf").write_text(
        "local all rdsadmin trust\n"
        # To grant a role, the administrator of version 16 and later must be a member of it; not so on Aurora.
        f"hostssl all {ADMINISTRATOR if version >= 16 else 'nobody'} 127.0.0.1/32 scram-sha-256\n"
        "hostssl all +rds_iam 127.0.0.1/32 cert\n"
        "hostssl all all 127.0.0.1/32 scram-sha-256\n"
    )
    port = free_port()
    settings = {
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": folder,
        "port": port,
        "ssl": "on",
        "ssl_ca_file": folder / "ca.pem",
        "ssl_cert_file": folder / f"{HOST}.crt",
        "ssl_key_file": folder / f"{HOST}.key",
        "fsync": "off",
        "max_connections": 40,
        "superuser_reserved_connections": 3,
        "log_statement": "all",
        "password_encryption": "scram-sha-256",
        "rds.force_ssl": "1",
    }
    if (programs.parent / "lib" / "pgaudit.so").exists():
        settings["shared_preload_libraries"] = "pgaudit"
    log = (folder / "log").open("wb")
    process = subprocess.Popen(
        [programs / "postgres", "-D", data, *(f"--{name}={value}" for name, value in settings.items())],
        stdout=log,
        stderr=log,
        cwd=folder,
        **options,
    )
    server = PostgreSQL(version, port, authority, process, folder)
    with wait_for(server.superuser, process, folder / "log") as superuser:
        for statement in (
            "CREATE ROLE rds_iam NOLOGIN",
            "CREATE ROLE rds_superuser NOLOGIN IN ROLE pg_monitor, pg_signal_backend",
            f"CREATE ROLE {ADMINISTRATOR} LOGIN CREATEROLE CREATEDB PASSWORD '{PASSWORD}' IN ROLE rds_superuser",
        ):
            superuser.run(statement)
        if settings.get("shared_preload_libraries"):  # Aurora's administrator may create and set pgaudit
            superuser.run("GRANT SET ON PARAMETER pgaudit.log TO rds_superuser")
            with server.superuser("template1") as template:
                template.run("CREATE EXTENSION pgaudit")
        if version >= 16:
            superuser.run(f"GRANT rds_iam TO {ADMINISTRATOR} WITH ADMIN TRUE, INHERIT FALSE, SET FALSE")
    return server


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a server without waiting for its sessions."""
    process.send_signal(signal.SIGQUIT)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)


def wait_for(connect: Callable[[], T], process: "subprocess.Popen[bytes]", log: Path) -> T:
    """Connect as soon as a server is up."""
    for _ in range(100):
        try:
            return connect()
        except Exception:
            if process.poll() is not None:
                raise AssertionError(f"the server ended: {log.read_text()[-2000:]}") from None
            time.sleep(0.1)
    raise AssertionError(f"the server is not up: {log.read_text()[-2000:]}")
