"""Some versions are known to be broken: PostgreSQL's log_fdw let users read files of the host (AWS-2022-004), and
MySQL 5.5 and 5.6 were open to the flaws of AWS's advisory of 2014."""

from ...model.rds import ClusterInstance, DbCluster, DbInstance
from ..control import PASS, Severity, Verdict, control, fail, not_applicable
from ._versions import numbers

# Engine -> major version -> the last minor version that is broken. All before the oldest major are broken too.
_BROKEN: dict[str, dict[tuple[int, ...], int]] = {
    "postgres": {(13,): 2, (12,): 6, (11,): 11, (10,): 16, (9, 6): 21},
    "aurora-postgresql": {(11,): 8, (10,): 13},
    "mysql": {(5, 6): 20, (5, 5): 39},
}


def _is_broken(engine: str, version: tuple[int, ...]) -> bool:
    broken = _BROKEN[engine]
    for major, last in broken.items():
        if version[: len(major)] == major:
            minor = version[len(major) : len(major) + 1]
            return bool(minor) and minor[0] <= last
    return len(version) > 1 and version < min(broken)


@control(
    title="Engine version has no known vulnerability",
    severity=Severity.HIGH,
    topic="best-practices",
    source="https://aws.amazon.com/security/security-bulletins/AWS-2022-004/",
    remediation="Upgrade engineVersion to a later minor version; in place, with a short outage.",
)
def known_cve_engine_version(database: DbCluster | ClusterInstance | DbInstance) -> Verdict:
    if isinstance(database, ClusterInstance) and database.cluster.is_set:
        return not_applicable("the cluster states the version for its members")
    engine, version = (database.engine.get("") or "").lower(), database.engine_version
    if engine not in _BROKEN:
        return not_applicable("no vulnerable version of the engine is listed")
    if _is_broken(engine, numbers(version.get("") or "")):
        return fail(f"`{version.path}` is {version.shown()}, which has a known vulnerability.", version)
    return PASS
