"""A cipher list that is stated should hold strong ciphers only: forward secret, and authenticated as they encrypt.

Who has recorded a connection without forward secrecy can read it once the server's key is known. The lists that
engines have by default are not judged.
"""

import re

from ...model import Value
from ...model.rds import ClusterParameterGroup, ParameterGroup
from ..control import PASS, Severity, Verdict, control, fail, not_applicable, unknown
from ._parameter_groups import is_other_family
from ._tls import judge_disabled

# How names start, as OpenSSL and as IANA spell them; a suite of TLS 1.3 is always forward secret.
_FORWARD_SECRET = ("ECDHE", "DHE", "TLS_ECDHE", "TLS_DHE", "TLS_AES", "TLS_CHACHA20")
_AUTHENTICATED = ("GCM", "CCM", "CHACHA20")


def _is_strong(cipher: str) -> bool:
    name = cipher.upper()
    return name.startswith(_FORWARD_SECRET) and any(mode in name for mode in _AUTHENTICATED)


def _judge_list(value: Value[str]) -> Verdict:
    ciphers = [name for name in re.split(r"[\s,:;]+", value.get("")) if name and name[0] not in "!-@"]
    weak = [name for name in ciphers if re.search("[-_]", name) and not _is_strong(name)]
    parameter = value.path.removeprefix("parameters[").removesuffix("]")
    if weak:
        return fail(f"{parameter} lets weak ciphers in: {', '.join(weak)}.", value)
    groups = [name for name in ciphers if not re.search("[-_]", name)]
    if groups:
        return unknown(
            f"which ciphers {', '.join(groups)} stands for in {parameter} is not known here", value
        )
    return PASS


@control(
    title="Stated cipher list holds strong ciphers only",
    severity=Severity.LOW,
    topic="data-protection",
    source="UsingWithRDS.SSL",
    remediation=(
        "List ciphers with ECDHE and GCM only, or leave the list to the engine: ssl_cipher (MySQL, "
        "pending-reboot) or ssl_ciphers (PostgreSQL). SQL Server: rds.rc4 and rds.3des168 disabled."
    ),
)
def tls_ciphers(group: ClusterParameterGroup | ParameterGroup) -> Verdict:
    if is_other_family(group):
        return not_applicable("Neptune and DocumentDB are not judged")
    family = (group.family.get("") or "").lower()
    if family.startswith("sqlserver"):
        return judge_disabled(group, ("rds.rc4", "rds.3des168"))
    if isinstance(group, ParameterGroup) and family.startswith("aurora"):
        return not_applicable("Aurora reads its ciphers from the cluster parameter group")
    if group.is_postgres_family:
        return _judge_list(group.parameter("ssl_ciphers"))
    if group.is_mysql_family:
        return _judge_list(group.parameter("ssl_cipher"))
    return not_applicable("the engine's ciphers are not set by a parameter")
