"""A parameter group of another engine or major version is refused when the database is created or upgraded.

Until then the program looks right, with all the security parameters in the group.
"""

import re

from ...model import Stack, Value
from ...model.rds import ClusterInstance, ClusterParameterGroup, DbCluster, DbInstance, ParameterGroup
from ..control import PASS, Severity, Verdict, control, decide, every, fail, unknown

_FAMILY = re.compile(r"(aurora-mysql|aurora-postgresql|aurora|mysql|mariadb|postgres)(\d+(?:\.\d+)?)")
_DEFAULT_GROUP = re.compile(r"default[.:](.+)")


def _major(engine: str, version: str) -> str:
    """The part of `version` that a family names: 16 of 16.4, 8.0 of 8.0.mysql_aurora.3.08.0; "" where unclear."""
    numbers = re.match(r"(\d+)(?:\.(\d+))?", version)
    if numbers is None:
        return ""
    if "postgres" in engine and int(numbers[1]) >= 10:
        return numbers[1]
    return f"{numbers[1]}.{numbers[2]}" if numbers[2] else ""


def _family_of(
    group: Value[str], kind: type[ClusterParameterGroup] | type[ParameterGroup], stack: Stack
) -> str:
    """The family of the group that the property names; AWS's own groups carry it in their name."""
    if isinstance(group.raw, str) and (own := _DEFAULT_GROUP.fullmatch(group.raw)):
        return own[1]
    named: ClusterParameterGroup | ParameterGroup | None = stack.follow(group, kind).only()
    return (named.family.get("") or "") if named is not None else ""


def _matches(group: Value[str], family: str, engine: str, version: Value[str]) -> Verdict:
    parts = _FAMILY.fullmatch(family)
    if parts is None:
        if family.split("-")[0] == engine.split("-")[0]:
            return PASS  # Oracle, SQL Server, Db2: the editions are not compared
        return unknown(f"the family {family!r} of `{group.path}` is not known here", group)
    if parts[1] != engine:
        return fail(f"`{group.path}` names a group of the family {family}; the engine is {engine}.", group)
    major = _major(engine, version.get("") or "")
    if not major:
        return unknown(f"`{version.path}` does not say which major version, so {family} may not fit", version)
    if parts[2] != major:
        return fail(
            f"`{group.path}` names a group of the family {family}; the version is {version.shown()}.", group
        )
    return PASS


@control(
    title="Parameter group is made for the engine and major version",
    severity=Severity.MEDIUM,
    topic="best-practices",
    source="USER_WorkingWithParamGroups",
    remediation="Name a group whose family is the engine with its major version; a family is fixed for life.",
)
def engine_family_match(database: DbCluster | ClusterInstance | DbInstance, stack: Stack) -> Verdict:
    version = database.engine_version
    if isinstance(database, ClusterInstance) and version.is_absent:
        cluster = stack.follow(database.cluster, DbCluster)
        if cluster.found:
            version = cluster.found[0].engine_version
    groups: list[tuple[Value[str], type[ClusterParameterGroup] | type[ParameterGroup]]]
    if isinstance(database, DbCluster):
        groups = [
            (database.parameter_group, ClusterParameterGroup),
            (database.instance_parameter_group, ParameterGroup),
        ]
    else:
        groups = [(database.parameter_group, ParameterGroup)]

    def judge(group: Value[str], kind: type[ClusterParameterGroup] | type[ParameterGroup]) -> Verdict:
        family, engine = _family_of(group, kind, stack), (database.engine.get("") or "").lower()
        if not engine:
            return unknown("the engine, which the source decides, is not stated", database.engine)
        return _matches(group, family.lower(), engine, version)

    return every(decide(judge, group, kind) for group, kind in groups if group.is_set)
