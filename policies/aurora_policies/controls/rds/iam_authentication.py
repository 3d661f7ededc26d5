"""An IAM token lives for fifteen minutes, needs no password in the application and is revoked with the role.

It is stated on the cluster and holds for every member.
"""

import re

from ...model.rds import DbCluster, DbInstance
from ..control import Fix, Severity, Verdict, control, is_true, not_applicable, unknown

# RDS for MariaDB has it from this version on.
_FIRST_MARIADB = (10, 11)


def _is_older_mariadb(instance: DbInstance) -> bool:
    found = re.match(r"(\d+)\.(\d+)", instance.engine_version.get("") or "")
    return found is not None and (int(found[1]), int(found[2])) < _FIRST_MARIADB


@control(
    title="IAM database authentication is on",
    severity=Severity.MEDIUM,
    topic="authentication",
    source="UsingWithRDS.IAMDBAuth.Enabling",
    remediation="Set iamDatabaseAuthenticationEnabled to true; in place, without downtime.",
    fix=Fix(DbCluster.iam_authentication, True),
)
def iam_authentication(database: DbCluster | DbInstance) -> Verdict:
    if isinstance(database, DbCluster):
        if database.is_serverless_v1:
            return not_applicable("not every version of Serverless v1 has it")
        return is_true(database.iam_authentication)
    if database.engine.is_absent and database.inherits_credentials and database.iam_authentication.is_absent:
        return unknown("the engine, which the source decides, is not stated", database.engine)
    if database.engine.is_set:
        if not (database.is_mysql_family or database.is_postgres_family):
            return not_applicable(f"{database.engine.get('')} has no IAM database authentication")
        if database.engine.get("") == "mariadb" and _is_older_mariadb(database):
            return not_applicable("this version of MariaDB has no IAM database authentication")
    return is_true(database.iam_authentication)
