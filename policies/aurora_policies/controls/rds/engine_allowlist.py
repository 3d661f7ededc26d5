"""Teams harden the engines they know: a database of another one has no baseline to be held to."""

from dataclasses import dataclass

from ...model.rds import DbCluster, DbInstance
from ..control import Severity, Verdict, control, one_of, setting, unknown


@dataclass(frozen=True)
class Engines:
    allowed_engines: tuple[str, ...] = setting(
        ("aurora-mysql", "aurora-postgresql"), "Engines that are approved."
    )


@control(
    title="Engine is an approved one",
    severity=Severity.MEDIUM,
    topic="compliance",
    source="CHAP_AuroraOverview",
    remediation="Choose an approved engine, or approve this one in allowedEngines; another engine is a replacement.",
)
def engine_allowlist(database: DbCluster | DbInstance, settings: Engines) -> Verdict:
    if database.engine.is_absent:
        return unknown("the engine, which its source decides, is not stated", database.engine)
    return one_of(database.engine, settings.allowed_engines)
