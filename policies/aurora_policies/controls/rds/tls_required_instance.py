"""Unless the server insists, a client that forgets TLS sends password and data in the clear.

PostgreSQL insists by default from version 15 on, MariaDB from 11.8, MySQL from 9.7. An Oracle instance insists by
an option, which is not judged here.
"""

from ...model import Stack
from ...model.rds import DbInstance, ParameterGroup
from ..control import Severity, Verdict, control, not_applicable
from ._parameter_groups import Group, judge_through_group
from ._tls import FIRST_MARIADB, judge_default, judge_group, version_in

_JUDGED = ("mysql", "mariadb", "postgres", "sqlserver", "db2")


def _old_mariadb(engine_or_family: str, version: str) -> bool:
    found = version_in(version)
    return engine_or_family.startswith("mariadb") and found is not None and (10, 0) <= found < FIRST_MARIADB


def _judge(group: Group) -> Verdict:
    family = (group.family.get("") or "").lower()
    if not any(part in family for part in _JUDGED):
        return not_applicable("the engine of the parameter group has no such parameter")
    return judge_group(group)


@control(
    title="DB instance refuses connections without TLS",
    severity=Severity.HIGH,
    topic="data-protection",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html",
    remediation=(
        "In the parameter group set require_secure_transport (MySQL, MariaDB) or rds.force_ssl (PostgreSQL, SQL "
        "Server) to 1, db2comm to SSL (Db2), and name the group on the instance. SQL Server and Db2 restart."
    ),
)
def tls_required_instance(subject: DbInstance | ParameterGroup, stack: Stack) -> Verdict:
    if isinstance(subject, ParameterGroup):
        family = (subject.family.get("") or "").lower()
        if (
            not any(part in family for part in _JUDGED)
            or family.startswith("aurora")
            or _old_mariadb(family, family)
        ):
            return not_applicable(
                "only MySQL, MariaDB from 10.5, PostgreSQL, SQL Server and Db2 have the parameter"
            )
        if stack.referrers(subject, DbInstance, "parameterGroupName", "dbParameterGroupName"):
            return not_applicable("the instance that uses the group answers for it")
        return judge_group(subject)
    engine = (subject.engine.get("") or "").lower()
    if not engine.startswith(_JUDGED) and (subject.engine.is_set or subject.parameter_group.is_absent):
        return not_applicable("only MySQL, MariaDB, PostgreSQL, SQL Server and Db2 have the parameter")
    if _old_mariadb(engine, subject.engine_version.get("") or ""):
        return not_applicable("MariaDB has the parameter from 10.5 on")
    return judge_through_group(subject, stack, _judge, lambda reason: judge_default(subject, reason))
