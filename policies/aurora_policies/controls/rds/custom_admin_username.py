"""A master user whose name is not the default of a console is half of a guess that an attacker has to make."""

from dataclasses import dataclass

from ...model.rds import DbCluster, DbInstance
from ..control import (
    PASS,
    Severity,
    Verdict,
    control,
    fail,
    none_of,
    not_applicable,
    one_of,
    setting,
)


@dataclass(frozen=True)
class AdminNames:
    """The names a master user may or may not have; upper and lower case are the same."""

    denied: tuple[str, ...] = setting(
        ("admin", "postgres", "root", "administrator", "awsuser", "sa", "master", "dbadmin"),
        "Names that a master user must not have.",
    )
    allowed: tuple[str, ...] = setting((), "The only names a master user may have; empty for any other.")


@control(
    title="Master user has a name of its own",
    severity=Severity.MEDIUM,
    topic="master-user-privileges",
    source="UsingWithRDS.MasterAccounts",
    remediation="Set masterUsername (username on an instance) to another name; a replacement.",
)
def custom_admin_username(database: DbCluster | DbInstance, settings: AdminNames) -> Verdict:
    name = database.master_username
    if name.is_absent:
        if database.inherits_credentials:
            return not_applicable("the master user is that of the source")
        return fail(f"`{name.path}` is not set; a new database needs one.", name)
    if settings.allowed:
        return one_of(name, settings.allowed)
    return none_of(name, settings.denied, "an attacker tries it first") if settings.denied else PASS
