"""Another port than the engine's own keeps a database out of the sweeps that only try the usual ones."""

from ...model.rds import DbCluster, DbInstance
from ..control import Severity, Verdict, control, fail, not_applicable, passed

_PORTS = {
    "mysql": 3306,
    "mariadb": 3306,
    "aurora": 3306,
    "aurora-mysql": 3306,
    "postgres": 5432,
    "aurora-postgresql": 5432,
    "oracle": 1521,
    "sqlserver": 1433,
    "db2": 50000,
}


def _default_port(engine: str) -> int | None:
    if engine in _PORTS:
        return _PORTS[engine]
    return next(
        (port for name, port in _PORTS.items() if engine.removeprefix("custom-").startswith(name)), None
    )


@control(
    title="Database listens on another port than its engine's default",
    severity=Severity.LOW,
    topic="best-practices",
    source="Aurora.Modifying",
    remediation="Set port to another one, and open that in the security groups; a change restarts every member.",
)
def non_default_port(database: DbCluster | DbInstance) -> Verdict:
    if isinstance(database, DbCluster) and database.is_serverless_v1:
        return not_applicable("Serverless v1 cannot choose its port")
    if database.is_replica:
        return not_applicable("a replica follows its source unless told otherwise")
    port = database.port
    if port.is_absent and database.is_restore:
        return not_applicable("a restore keeps its source's port")
    if port.is_unknown:
        return passed()
    default = _default_port((database.engine.get("") or "").lower())
    if port.is_absent:
        return fail(f"`port` is not set (the default is {default or 'that of the engine'}).", port)
    if default is None:
        return passed()
    return fail(f"`port` is {default}, the engine's default.", port) if port.get() == default else passed()
