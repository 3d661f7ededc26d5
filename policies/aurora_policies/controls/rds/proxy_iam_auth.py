"""With IAM, a client of the proxy holds a token of fifteen minutes instead of the database's password."""

from ...model import Value, to_text
from ...model.rds import DbProxy
from ..control import Severity, Verdict, control, each, fail, one_of, passed


def _required(auth: Value[object]) -> Verdict:
    return one_of(auth.at("iamAuth", to_text), ("REQUIRED",), absent="DISABLED")


@control(
    title="RDS Proxy requires IAM authentication",
    severity=Severity.MEDIUM,
    topic="authentication",
    source="rds-proxy-setup",
    remediation=(
        "Set defaultAuthScheme to IAM_AUTH, or iamAuth to REQUIRED in every entry of auths; in place. Clients "
        "with a password are then refused."
    ),
    opt_in="it refuses the clients that still use a password",
)
def proxy_iam_auth(proxy: DbProxy) -> Verdict:
    if (proxy.default_auth_scheme.get("") or "").upper() == "IAM_AUTH":
        return passed()
    if proxy.auths.is_absent:
        return fail(
            f"`{proxy.auths.path}` asks for no IAM authentication, nor does `defaultAuthScheme`.", proxy.auths
        )
    return each(proxy.auths.items(), _required)
