"""Extended Support bills an old major version by the hour instead of upgrading it.

AWS enrols every database unless told otherwise. Without it, AWS upgrades at the end of standard support.
"""

from ...model.rds import DbCluster, DbInstance, GlobalCluster
from ..control import Severity, Verdict, control, equals, not_applicable, unknown

_DISABLED = "open-source-rds-extended-support-disabled"
_DEFAULT = "open-source-rds-extended-support"


@control(
    title="Database is not enrolled in paid Extended Support",
    severity=Severity.LOW,
    topic="best-practices",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/extended-support.html",
    remediation=(
        f"Set engineLifecycleSupport to {_DISABLED} when the database is created or restored; "
        "it cannot always be changed later."
    ),
)
def no_extended_support(database: DbCluster | DbInstance | GlobalCluster) -> Verdict:
    lifecycle, engine = database.engine_lifecycle_support, (database.engine.get("") or "").lower()
    if lifecycle.is_absent and not engine:
        return unknown("the engine, which its source decides, is not stated", database.engine)
    if engine == "mariadb" or (engine and not (database.is_mysql_family or database.is_postgres_family)):
        return not_applicable(f"there is no Extended Support of {engine}")
    return equals(lifecycle, _DISABLED, absent=_DEFAULT)
