"""A stated window keeps backups out of busy hours; one that overlaps the maintenance window is refused by AWS."""

from dataclasses import dataclass

from ...model.rds import DbCluster, DbInstance
from ...model.windows import SHORTEST_MINUTES, daily, weekly
from ..control import Severity, Verdict, control, fail, not_applicable, passed, setting


@dataclass(frozen=True)
class Windows:
    exact_window: str = setting("", "The only backup window allowed, such as 02:00-03:00; empty for any.")


@control(
    title="Backup window is stated and apart from the maintenance window",
    severity=Severity.LOW,
    topic="resilience",
    source="Aurora.Managing.Backups",
    remediation=(
        "Set the backup window (hh24:mi-hh24:mi, UTC) to half an hour or more, outside of the maintenance "
        "window; in place."
    ),
)
def backup_window(database: DbCluster | DbInstance, settings: Windows) -> Verdict:
    if isinstance(database, DbInstance) and database.is_replica:
        return not_applicable("a read replica follows its source's backups")
    stated = database.backup_window
    text = stated.get()
    if not text:
        return fail(f"`{stated.path}` is not set: AWS picks the hour.", stated)
    window = daily(text)
    if window is None:
        return fail(f"`{stated.path}` is {stated.shown()}, which is no window (hh24:mi-hh24:mi).", stated)
    if window.length < SHORTEST_MINUTES:
        return fail(f"`{stated.path}` is {stated.shown()}, shorter than {SHORTEST_MINUTES} minutes.", stated)
    if settings.exact_window and text.strip() != settings.exact_window:
        return fail(f"`{stated.path}` is {stated.shown()}; it must be {settings.exact_window}.", stated)
    maintenance = database.maintenance_window
    if maintenance.is_absent:
        return passed()
    week = weekly(maintenance.get(""))
    if week is None:
        return fail(
            f"`{maintenance.path}` is {maintenance.shown()}, which is no window (ddd:hh24:mi-ddd:hh24:mi).",
            maintenance,
        )
    if window.overlaps(week):
        return fail(f"`{stated.path}` overlaps `{maintenance.path}`, {maintenance.shown()}.", stated)
    return passed()
