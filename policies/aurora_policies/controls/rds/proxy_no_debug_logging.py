"""The proxy's debug log holds the text of SQL statements, and with it the data and passwords in them."""

from ...model.rds import DbProxy
from ..control import Fix, Severity, Verdict, control, is_false


@control(
    title="RDS Proxy does not log SQL",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="rds-proxy-setup",
    remediation="Set debugLogging to false; in place.",
    fix=Fix(DbProxy.debug_logging, False),
)
def proxy_no_debug_logging(proxy: DbProxy) -> Verdict:
    return is_false(proxy.debug_logging)
