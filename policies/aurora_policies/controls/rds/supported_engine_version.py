"""An engine version past the end of its support gets no security patches, or only while Extended Support is paid.

The oldest versions in standard support are as of November 2026, by the release calendars of RDS and
Aurora; a version that is not stated is AWS's default, which is supported.
"""

from dataclasses import dataclass

from ...model.rds import DbCluster, DbInstance, GlobalCluster
from ..control import PASS, Severity, Verdict, control, fail, not_applicable, setting, unknown
from ._versions import aurora_mysql_release, is_older, numbers

_LONG_TERM_SUPPORT = (3, 4)


@dataclass(frozen=True)
class OldestVersions:
    aurora_mysql: str = setting("3", "Oldest Aurora MySQL, by Aurora's own number; 3 is MySQL 8.0.")
    aurora_postgresql: str = setting("14", "Oldest Aurora PostgreSQL.")
    mysql: str = setting("8.4", "Oldest RDS for MySQL; 8.0 ended in July 2026.")
    mariadb: str = setting("10.11", "Oldest RDS for MariaDB; 10.6 ended in August 2026.")
    postgres: str = setting("14", "Oldest RDS for PostgreSQL.")
    global_aurora_mysql: str = setting(
        "3.08.0", "Oldest Aurora MySQL of a global database, besides long-term support 3.04."
    )


@control(
    title="Engine version is supported",
    severity=Severity.HIGH,
    topic="best-practices",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.VersionPolicy.html",
    remediation=(
        "Upgrade engineVersion, with allowMajorVersionUpgrade and a parameter group of the new family; "
        "in place with an outage, or by a blue/green deployment."
    ),
)
def supported_engine_version(
    database: DbCluster | DbInstance | GlobalCluster, settings: OldestVersions
) -> Verdict:
    engine, version = (database.engine.get("") or "").lower(), database.engine_version
    if engine == "aurora":
        return fail(
            "`engine` is aurora, which is MySQL 5.6 and at its end; it must be aurora-mysql.", database.engine
        )
    if version.is_absent:
        return PASS
    if not engine:
        return unknown("what the version is of, the engine, is not stated", database.engine)
    oldest = {
        "aurora-mysql": settings.aurora_mysql,
        "aurora-postgresql": settings.aurora_postgresql,
        "mysql": settings.mysql,
        "mariadb": settings.mariadb,
        "postgres": settings.postgres,
    }.get(engine)
    if oldest is None:
        return not_applicable(f"versions of {database.engine.shown()} are not judged")
    text = version.get("") or ""
    if engine == "aurora-mysql":
        release = aurora_mysql_release(text)
        if isinstance(database, GlobalCluster) and release[:2] != _LONG_TERM_SUPPORT:
            oldest = settings.global_aurora_mysql
    else:
        release = numbers(text)
    if is_older(release, numbers(oldest)):
        return fail(
            f"`{version.path}` is {version.shown()}; the oldest in standard support is {oldest}.", version
        )
    return PASS
