"""In production a change waits for the maintenance window, and a major version for somebody who asks for it.

Left on, both make any update an outage: use a blue/green deployment for what must not wait.
"""

from dataclasses import dataclass

from ...model.rds import DbCluster, DbInstance
from ..control import PASS, Severity, Verdict, all_of, control, fail, is_false, setting
from ._production import is_production


@dataclass(frozen=True)
class Production:
    production_names: tuple[str, ...] = setting(
        ("prod", "production"), "Names of stacks, or values of the tag environment, that are production."
    )


@control(
    title="Changes wait for the maintenance window",
    severity=Severity.LOW,
    topic="best-practices",
    source="blue-green-deployments-overview",
    remediation="Leave out applyImmediately, and allowMajorVersionUpgrade once the upgrade is made; in place.",
)
def blue_green_safety(database: DbCluster | DbInstance, settings: Production) -> Verdict:
    def immediately() -> Verdict:
        flag = database.apply_immediately
        if flag.get(False) and is_production(database, settings.production_names):
            return fail(f"`{flag.path}` is true: a change in production does not wait.", flag)
        return PASS

    return all_of(immediately, lambda: is_false(database.allow_major_version_upgrade))
