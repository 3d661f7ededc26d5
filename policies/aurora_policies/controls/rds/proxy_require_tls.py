"""The proxy stands where clients connect: without this they may speak to it in the clear."""

from ...model.rds import DbProxy
from ..control import Fix, Severity, Verdict, control, is_true


@control(
    title="RDS Proxy requires TLS",
    severity=Severity.HIGH,
    topic="data-protection",
    source="rds-proxy-setup",
    remediation="Set requireTls to true; in place. Clients without TLS are then refused.",
    fix=Fix(DbProxy.require_tls, True),
)
def proxy_require_tls(proxy: DbProxy) -> Verdict:
    return is_true(proxy.require_tls)
