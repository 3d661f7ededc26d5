"""Versions and features of the engines."""

import pytest

from aurora_components.aurora_cluster import engine as facts
from aurora_components.aurora_cluster.engine import EngineVersion, Feature, Release, parse_version
from aurora_components.support.enums import Engine


def version(engine: Engine, text: str) -> EngineVersion:
    parsed = parse_version(engine, text)
    assert isinstance(parsed, EngineVersion), parsed
    return parsed


@pytest.mark.parametrize(
    ("engine", "text", "family", "release"),
    [
        (Engine.POSTGRESQL, "14.6", "aurora-postgresql14", Release(14, 6)),
        (Engine.POSTGRESQL, "16.8", "aurora-postgresql16", Release(16, 8)),
        (Engine.POSTGRESQL, "17.4.2", "aurora-postgresql17", Release(17, 4, 2)),
        (Engine.MYSQL, "8.0.mysql_aurora.3.04.1", "aurora-mysql8.0", Release(3, 4, 1)),
        (Engine.MYSQL, "8.4.mysql_aurora.8.4.7", "aurora-mysql8.4", Release(8, 4, 7)),
    ],
)
def test_a_full_version_tells_its_family(engine: Engine, text: str, family: str, release: Release) -> None:
    parsed = version(engine, text)
    assert (parsed.family, parsed.release) == (family, release)


@pytest.mark.parametrize(
    ("engine", "text", "reason"),
    [
        (Engine.POSTGRESQL, "16", "not a full version"),
        (Engine.POSTGRESQL, "8.0.mysql_aurora.3.08.0", "not a full version"),
        (Engine.POSTGRESQL, "13.20", "past standard support"),
        (Engine.POSTGRESQL, "16.8-limitless", "Limitless"),
        (Engine.MYSQL, "8.0", "not a full version"),
        (Engine.MYSQL, "3.08.0", "not a full version"),
        (Engine.MYSQL, "5.7.mysql_aurora.2.11.4", "past standard support"),
    ],
)
def test_other_versions_are_refused_with_the_reason(engine: Engine, text: str, reason: str) -> None:
    refusal = parse_version(engine, text)
    assert isinstance(refusal, str)
    assert reason in refusal


@pytest.mark.parametrize(
    ("feature", "engine", "has", "lacks"),
    [
        (facts.SERVERLESS, Engine.POSTGRESQL, "14.3", "14.2"),
        (facts.SERVERLESS, Engine.MYSQL, "8.0.mysql_aurora.3.02.0", "8.0.mysql_aurora.3.01.1"),
        (facts.AUTO_PAUSE, Engine.POSTGRESQL, "16.3", "16.2"),
        (facts.AUTO_PAUSE, Engine.MYSQL, "8.0.mysql_aurora.3.08.0", "8.0.mysql_aurora.3.07.1"),
        (facts.IO_OPTIMIZED, Engine.MYSQL, "8.0.mysql_aurora.3.03.1", "8.0.mysql_aurora.3.03.0"),
        (facts.DATA_API, Engine.POSTGRESQL, "15.3", "15.2"),
        (facts.LOCAL_WRITE_FORWARDING, Engine.POSTGRESQL, "14.13", "14.12"),
        (facts.GLOBAL_WRITE_FORWARDING, Engine.POSTGRESQL, "15.4", "15.3"),
    ],
)
def test_a_feature_starts_with_a_release_of_each_line(
    feature: Feature, engine: Engine, has: str, lacks: str
) -> None:
    assert version(engine, has).supports(feature)
    assert not version(engine, lacks).supports(feature)


def test_a_line_newer_than_every_known_one_has_all_features() -> None:
    features = [each for each in vars(facts).values() if isinstance(each, Feature)]
    assert len(features) >= 8
    for feature in features:
        assert version(Engine.POSTGRESQL, "19.0").supports(feature)
        assert version(Engine.MYSQL, "8.4.mysql_aurora.8.4.7").supports(feature)


def test_every_default_log_is_one_the_engine_has_and_holds_the_audit() -> None:
    for engine in Engine:
        assert set(facts.DEFAULT_LOG_TYPES[engine]) <= set(facts.LOG_TYPES[engine])
        assert set(facts.REQUIRED_LOG_TYPES[engine]) <= set(facts.DEFAULT_LOG_TYPES[engine])


def test_the_default_admin_name_is_neither_well_known_nor_reserved() -> None:
    name = facts.DEFAULT_ADMIN_USERNAME
    assert name not in facts.WELL_KNOWN_USERS
    assert all(name not in facts.RESERVED_USERNAMES[engine] for engine in Engine)
    assert len(name) <= min(facts.MAX_USERNAME.values())
