"""What is true of the two Aurora engines: versions, families, logs, names and the first version of features.

Versions are recognised by shape, never by a closed list: a release of tomorrow is a version too.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from aurora_policies.controls.rds.custom_admin_username import AdminNames
from aurora_policies.controls.rds.instance_class_current_generation import Generations
from aurora_policies.controls.rds.log_exports_cluster import ClusterLogs
from aurora_policies.controls.rds.supported_engine_version import OldestVersions

from ..support.enums import Engine

_POSTGRESQL_VERSION = re.compile(r"(?P<major>\d{2})\.(?P<minor>\d{1,2})(?:\.(?P<patch>\d{1,2}))?")
_MYSQL_VERSION = re.compile(
    r"(?P<community>\d\.\d)\.mysql_aurora\.(?P<major>\d{1,2})\.(?P<minor>\d{1,2})\.(?P<patch>\d{1,2})"
)

VERSION_EXAMPLES: Mapping[Engine, str] = {
    Engine.POSTGRESQL: "16.8",
    Engine.MYSQL: "8.0.mysql_aurora.3.10.4",
}
"""Releases with long-term support, so that they can be made for years."""

OLDEST_MAJOR: Mapping[Engine, int] = {
    Engine.POSTGRESQL: int(OldestVersions().aurora_postgresql),
    Engine.MYSQL: int(OldestVersions().aurora_mysql),
}
"""Major releases before these are past standard support."""

DEFAULT_PORTS: Mapping[Engine, int] = {Engine.POSTGRESQL: 5432, Engine.MYSQL: 3306}

LOG_TYPES: Mapping[Engine, tuple[str, ...]] = {
    Engine.POSTGRESQL: ("postgresql", "iam-db-auth-error", "instance"),
    Engine.MYSQL: ("audit", "error", "general", "slowquery", "iam-db-auth-error", "instance"),
}
"""Every type a cluster can export. Source: AuroraPostgreSQL.CloudWatch, AuroraMySQL.Integrating.CloudWatch."""

REQUIRED_LOG_TYPES: Mapping[Engine, tuple[str, ...]] = {
    Engine.POSTGRESQL: ClusterLogs().aurora_postgresql,
    Engine.MYSQL: ClusterLogs().aurora_mysql,
}
"""What the audit needs."""

DEFAULT_LOG_TYPES: Mapping[Engine, tuple[str, ...]] = {
    Engine.POSTGRESQL: LOG_TYPES[Engine.POSTGRESQL],
    Engine.MYSQL: ("audit", "error", "slowquery", "iam-db-auth-error", "instance"),
}
"""All but MySQL's general log, which holds every statement with its literals and is off in the engine."""

FEATURES: Mapping[Engine, tuple[str, ...]] = {
    Engine.POSTGRESQL: ("s3Import", "s3Export", "Lambda", "SageMaker", "Comprehend", "Bedrock"),
    Engine.MYSQL: ("s3", "lambda", "logs", "sagemaker", "comprehend", "bedrock"),
}
"""What a role may be associated for. PostgreSQL names are AWS's own; MySQL takes one role per service, named
in a parameter of the cluster: see `ROLE_PARAMETERS`."""

ROLE_PARAMETERS: Mapping[str, str] = {
    feature: f"aws_default_{feature}_role" for feature in FEATURES[Engine.MYSQL]
}
"""MySQL feature -> the cluster parameter that must name its role.

Source: AuroraMySQL.Integrating.Authorizing.IAM.AddRoleToDBCluster."""

MAX_ROLES = 5
MAX_ENDPOINTS = 5
MAX_READERS = 15
MAX_INSTANCES = MAX_READERS + 1

_NEVER = 99


@dataclass(frozen=True, order=True)
class Release:
    """A minor release: (16, 8, 0) for PostgreSQL 16.8, (3, 10, 4) for Aurora MySQL 3.10.4."""

    major: int
    minor: int
    patch: int = 0


@dataclass(frozen=True)
class EngineVersion:
    """A full engine version, taken apart."""

    engine: Engine
    text: str
    release: Release
    community: str
    """The part that names the family: `16`, `8.0`."""

    @property
    def family(self) -> str:
        """Parameter group family, such as `aurora-postgresql16` or `aurora-mysql8.0`."""
        return f"{self.engine.value}{self.community}"

    def supports(self, feature: "Feature") -> bool:
        """Whether this version is at or past the first one of its line that has the feature."""
        first = feature.postgresql if self.engine is Engine.POSTGRESQL else feature.mysql
        lines = [each.major for each in first]
        if self.release.major > max(lines):
            return True
        return any(each.major == self.release.major and self.release >= each for each in first)


@dataclass(frozen=True)
class Feature:
    """A feature and the first release of each engine line that has it; later lines have it from the start."""

    name: str
    postgresql: tuple[Release, ...]
    mysql: tuple[Release, ...]
    source: str

    def first_versions(self, engine: Engine) -> str:
        """The first versions in words, for a message."""
        if engine is Engine.MYSQL:
            first = self.mysql[0]
            return "none" if first.major == _NEVER else f"3.{first.minor:02}.{first.patch}"
        return ", ".join(f"{each.major}.{each.minor}" for each in self.postgresql)


SERVERLESS = Feature(
    "Serverless v2",
    (Release(14, 3), Release(15, 2), Release(16, 1)),
    (Release(3, 2, 0),),
    "Concepts.Aurora_Fea_Regions_DB-eng.Feature.ServerlessV2",
)
AUTO_PAUSE = Feature(
    "a minimum of 0 ACU (auto-pause)",
    (Release(14, 12), Release(15, 7), Release(16, 3)),
    (Release(3, 8, 0),),
    "aurora-serverless-v2-auto-pause",
)
LARGE_CAPACITY = Feature(
    "a maximum above 128 ACU",
    (Release(14, 10), Release(15, 5), Release(16, 1)),
    (Release(3, 6, 0),),
    "aurora-serverless-v2.how-it-works",
)
IO_OPTIMIZED = Feature(
    "I/O-Optimized storage",
    (Release(14, 7), Release(15, 2), Release(16, 1)),
    (Release(3, 3, 1),),
    "Aurora.Overview.StorageReliability",
)
DATA_API = Feature(
    "the Data API",
    (Release(14, 8), Release(15, 3), Release(16, 1)),
    (Release(3, 7, 0),),
    "data-api",
)
LOCAL_WRITE_FORWARDING = Feature(
    "local write forwarding",
    (Release(14, 13), Release(15, 8), Release(16, 4)),
    (Release(3, 4, 0),),
    "aurora-postgresql-write-forwarding, aurora-mysql-write-forwarding",
)
GLOBAL_WRITE_FORWARDING = Feature(
    "global write forwarding",
    (Release(14, 9), Release(15, 4), Release(16, 1)),
    (Release(3, 1, 0),),
    "aurora-global-database-write-forwarding",
)
TLS_1_3 = Feature(
    "TLS 1.3",
    (Release(14, 8), Release(15, 3), Release(16, 1)),
    (Release(3, 4, 0),),
    "AuroraPostgreSQL.Security, AuroraMySQL.Security",
)


def parse_version(engine: Engine, text: str) -> EngineVersion | str:
    """Take a full engine version apart, or say in words what is wrong with it.

    Full versions only: AWS completes a partial one, and then every preview plans to change it back.
    """
    example = VERSION_EXAMPLES[engine]
    if "limitless" in text:
        return "Aurora Limitless is outside of this component; choose a version without the suffix"
    pattern = _POSTGRESQL_VERSION if engine is Engine.POSTGRESQL else _MYSQL_VERSION
    match = pattern.fullmatch(text)
    if match is None:
        return f"'{text}' is not a full version of {engine.value}; write it like '{example}'"
    release = Release(int(match["major"]), int(match["minor"]), int(match["patch"] or 0))
    if release.major < OLDEST_MAJOR[engine]:
        return f"'{text}' is past standard support; choose '{example}' or newer"
    community = match["major"] if engine is Engine.POSTGRESQL else match["community"]
    return EngineVersion(engine, text, release, community)


def version_problem(engine: Engine, text: str) -> str | None:
    """Say in words what is wrong with an engine version, if anything is."""
    parsed = parse_version(engine, text)
    return parsed if isinstance(parsed, str) else None


def known_version(engine: Engine, text: str) -> EngineVersion:
    """Return the engine version of `text`, or a recent one if `text` is wrong: the other checks then go on."""
    parsed = parse_version(engine, text)
    if isinstance(parsed, str):
        parsed = parse_version(engine, VERSION_EXAMPLES[engine])
    assert isinstance(parsed, EngineVersion), "the examples are versions"
    return parsed


def is_serverless(instance_class: str) -> bool:
    """Whether the class scales by itself instead of having a size."""
    return instance_class == "db.serverless"


def is_burstable(instance_class: str) -> bool:
    """Whether the class belongs to a T family, which several features exclude."""
    return instance_class.startswith("db.t")


def lacks_insights(engine: Engine, instance_class: str) -> bool:
    """Whether Performance Insights does not run on this class. Source: USER_PerfInsights.Overview.Engines."""
    if engine is not Engine.MYSQL:
        return False
    return instance_class.startswith(("db.t2.", "db.t3.")) or instance_class in (
        "db.t4g.micro",
        "db.t4g.small",
    )


MAX_SUBNETS = 20
"""Most subnets of a subnet group."""

PREVIOUS_GENERATION = tuple(f"db.{family}." for family in Generations().previous_generations)
"""How outdated instance classes start."""

WELL_KNOWN_USERS = frozenset({*AdminNames().denied, "rdsadmin"})
"""Names an attacker tries first, and AWS's own."""

DEFAULT_ADMIN_USERNAME = "clusterowner"

MAX_USERNAME: Mapping[Engine, int] = {Engine.POSTGRESQL: 63, Engine.MYSQL: 32}

RESERVED_USERNAMES: Mapping[Engine, frozenset[str]] = {
    Engine.POSTGRESQL: frozenset(
        {"all", "analyse", "analyze", "and", "any", "array", "as", "asc", "authorization", "both", "case"}
        | {"cast", "check", "collate", "column", "constraint", "create", "current_user", "default", "desc"}
        | {"distinct", "do", "else", "end", "except", "false", "fetch", "for", "foreign", "from", "grant"}
        | {"group", "having", "in", "into", "leading", "limit", "not", "null", "offset", "on", "only", "or"}
        | {"order", "placing", "primary", "public", "references", "returning", "select", "session_user"}
        | {"some", "table", "then", "to", "trailing", "true", "union", "unique", "user", "using", "when"}
        | {"where", "window", "with"}
    ),
    Engine.MYSQL: frozenset(
        {"add", "all", "alter", "and", "as", "asc", "before", "between", "by", "call", "case", "change"}
        | {"check", "column", "condition", "create", "cross", "current_user", "cursor", "database", "default"}
        | {"delete", "desc", "distinct", "drop", "else", "exists", "explain", "false", "fetch", "for", "from"}
        | {"grant", "group", "having", "if", "in", "index", "insert", "into", "is", "join", "key", "keys"}
        | {"kill", "like", "limit", "load", "lock", "match", "not", "null", "on", "option", "or", "order"}
        | {"primary", "range", "read", "references", "rename", "replace", "revoke", "schema", "select", "set"}
        | {"show", "sql", "table", "then", "to", "trigger", "true", "union", "unique", "update", "usage"}
        | {"use", "user", "using", "values", "when", "where", "while", "with", "write"}
    ),
}
"""Reserved words of each engine, as far as somebody may choose one as a user or database name."""

RESERVED_DATABASES: Mapping[Engine, frozenset[str]] = {
    Engine.POSTGRESQL: frozenset({"postgres", "rdsadmin", "template0", "template1"})
    | RESERVED_USERNAMES[Engine.POSTGRESQL],
    Engine.MYSQL: frozenset({"information_schema", "innodb", "mysql", "performance_schema", "sys", "tmp"})
    | RESERVED_USERNAMES[Engine.MYSQL],
}

MAX_DATABASE_NAME: Mapping[Engine, int] = {Engine.POSTGRESQL: 63, Engine.MYSQL: 64}
