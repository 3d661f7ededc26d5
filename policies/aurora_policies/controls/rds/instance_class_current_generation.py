"""Old hardware is slower for its price, and lacks what newer classes have, such as encryption in use."""

from dataclasses import dataclass

from ...model.rds import ClusterInstance, DbInstance
from ..control import PASS, Severity, Verdict, control, fail, setting, unknown


@dataclass(frozen=True)
class Generations:
    previous_generations: tuple[str, ...] = setting(
        ("t1", "t2", "m1", "m2", "m3", "m4", "cr1", "r3", "r4"),
        "Families of instance classes that are outdated.",
    )


@control(
    title="Instance class is of a current generation",
    severity=Severity.LOW,
    topic="best-practices",
    source="Concepts.DBInstanceClass",
    remediation="Set instanceClass to a current one, such as db.r7g.large; in place, with a short outage.",
)
def instance_class_current_generation(
    instance: ClusterInstance | DbInstance, settings: Generations
) -> Verdict:
    kind = instance.instance_class
    if kind.is_absent:
        return unknown("the instance class is not stated", kind)
    family = (kind.get("") or "").lower().removeprefix("db.").split(".")[0]
    if family in settings.previous_generations:
        return fail(f"`{kind.path}` is {kind.shown()}, of a previous generation.", kind)
    return PASS
