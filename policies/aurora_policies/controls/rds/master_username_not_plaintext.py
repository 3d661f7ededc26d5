"""Where even the master user's name is to be kept out of the program, it comes from secret configuration."""

from ...model.rds import DbCluster, DbInstance
from ..control import PASS, Severity, Verdict, control, fail, not_applicable


@control(
    title="Name of the master user is not written in the program",
    severity=Severity.LOW,
    topic="master-user-privileges",
    source="UsingWithRDS.MasterAccounts",
    remediation="Take masterUsername (username on an instance) from secret configuration; in place.",
    opt_in="a user name is no secret in most organizations",
)
def master_username_not_plaintext(database: DbCluster | DbInstance) -> Verdict:
    name = database.master_username
    if name.is_absent:
        return not_applicable("no master user is named")
    if name.is_unknown or name.secret or str(name.get("")).startswith("{{resolve:"):
        return PASS
    return fail(f"`{name.path}` is a plain literal.", name)
