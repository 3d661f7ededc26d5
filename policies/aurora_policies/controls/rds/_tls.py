"""When the engines refuse connections without TLS: which parameter says so, and what they do by default."""

import re

from ...model.rds import DbCluster, DbInstance
from ..control import PASS, Verdict, each, fail, passed, unknown
from ._parameter_groups import Group, is_on

# From these major versions on, the engine's own default refuses clear text.
_ON_SINCE = {
    "aurora-mysql": (8, 4),
    "aurora-postgresql": (17, 0),
    "postgres": (15, 0),
    "mysql": (9, 7),
    "mariadb": (11, 8),
}
# Of these AWS picks a version from then on, or may do so, where none is stated; of MySQL it picks an older one.
_PICKED = frozenset(_ON_SINCE) - {"mysql"}
# What RDS calls the parameter.
_PARAMETERS = {"postgres": "rds.force_ssl", "sqlserver": "rds.force_ssl", "db2": "db2comm"}
# MariaDB has the parameter from this version on.
FIRST_MARIADB = (10, 5)


def parameter_for(engine_or_family: str) -> str:
    """The parameter that makes an engine refuse clear text."""
    name = engine_or_family.lower().removeprefix("aurora-")
    return next(
        (parameter for part, parameter in _PARAMETERS.items() if part in name),
        "require_secure_transport",
    )


Version = tuple[int, int]


def version_in(text: str) -> Version | None:
    """The first version in `text`: (16, 4) in 16.4, (8, 0) in mysql8.0, (17, 0) in aurora-postgresql17."""
    found = re.search(r"(\d+)(?:\.(\d+))?", text)
    return (int(found[1]), int(found[2] or 0)) if found else None


def on_by_default(engine: str, version: Version | None) -> bool:
    """Whether `engine` refuses clear text at `version` unless told otherwise."""
    since = _ON_SINCE.get(engine.lower())
    return since is not None and version is not None and version >= since


def judge_group(group: Group) -> Verdict:
    """Whether a group makes its engine refuse connections without TLS."""
    family = (group.family.get("") or "").lower()
    name = parameter_for(family)
    value = group.parameter(name)
    if name == "db2comm" and value.is_absent:
        value = group.parameter("DB2COMM")
    if value.is_absent:
        if on_by_default(re.sub(r"\d.*$", "", family), version_in(family)):
            return passed()
        return fail(
            f"The parameter group {group.resource.name} leaves {name} at its default, which is off.", value
        )
    if name == "db2comm":
        if value.get("").strip().upper() == "SSL":
            return passed()
    elif is_on(value):
        return passed()
    return fail(
        f"{name} is {value.shown()} in the parameter group {group.resource.name}: clear text is let in.",
        value,
    )


def judge_disabled(group: Group, names: tuple[str, ...]) -> Verdict:
    """Whether a group of SQL Server leaves none of the weak protocols or ciphers `names` enabled."""

    def judge(name: str) -> Verdict:
        value = group.parameter(name)
        if value.get("").strip().lower() == "enabled":
            return fail(f"{name} is enabled; it must be disabled.", value)
        return PASS

    return each(names, judge)


def judge_default(database: DbCluster | DbInstance, reason: str) -> Verdict:
    """Whether the engine's default group refuses clear text, for the reason why it counts."""
    engine = (database.engine.get("") or "").lower()
    # The name of a default group holds the version, where the database leaves it to AWS.
    named = version_in(database.parameter_group.get("") or "")
    version = version_in(database.engine_version.get("") or "") or named
    if version is None and engine in _PICKED:
        since = ".".join(map(str, _ON_SINCE[engine])).removesuffix(".0")
        return unknown(
            f"`{database.engine_version.path}` is not set, and whether the default group leaves "
            f"{parameter_for(engine)} off depends on it: from {since} on it is on",
            database.engine_version,
        )
    if on_by_default(engine, version):
        return passed()
    return fail(f"{reason}: it leaves {parameter_for(engine)} off.", database.parameter_group)
