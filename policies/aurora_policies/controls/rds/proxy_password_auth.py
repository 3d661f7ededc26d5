"""MD5 answers of PostgreSQL clients can be guessed offline; SCRAM, the proxy's default, keeps the password safe."""

from typing import Any

from ...model import Value, to_text
from ...model.rds import DbProxy
from ..control import PASS, Severity, Verdict, control, each, fail


def _judge(auth: Value[Any]) -> Verdict:
    kind = auth.at("clientPasswordAuthType", to_text)
    if kind.get("").upper() != "POSTGRES_MD5" or auth.at("iamAuth", to_text).get("").upper() == "REQUIRED":
        return PASS
    return fail(f"`{kind.path}` is {kind.shown()}; it must be POSTGRES_SCRAM_SHA_256.", kind)


@control(
    title="RDS Proxy takes no MD5 passwords",
    severity=Severity.MEDIUM,
    topic="authentication",
    source="rds-proxy-setup",
    remediation="Set clientPasswordAuthType to POSTGRES_SCRAM_SHA_256, or leave it out; in place.",
)
def proxy_password_auth(proxy: DbProxy) -> Verdict:
    return each(proxy.auths.items(), _judge)
