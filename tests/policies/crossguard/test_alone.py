"""The folder `policies` is complete in itself: a copy of it, elsewhere, is the same pack."""

import shutil
from pathlib import Path

from tests.policies.analyzer import PACK, Analyzer
from tests.policies.cases import cluster

UNSAFE = cluster(masterPassword="postgres", publiclyAccessible=True)


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(PACK, folder / "pack", ignore=shutil.ignore_patterns("__pycache__", "venv")))


def test_a_copy_boots_and_finds_the_same(analyzer: Analyzer, tmp_path: Path) -> None:
    with Analyzer(copied(tmp_path)) as alone:
        alone.configure()
        assert set(alone.policies) == set(analyzer.policies)
        for sample in (cluster(), UNSAFE):
            assert alone.analyze(sample) == analyzer.analyze(sample)
        assert alone.analyze_stack([UNSAFE]) == analyzer.analyze_stack([UNSAFE])


def test_it_is_the_copy_that_runs(analyzer: Analyzer, tmp_path: Path) -> None:
    pack = copied(tmp_path)
    (pack / "aurora_policies" / "controls" / "rds" / "data_api_disabled.py").unlink()
    with Analyzer(pack) as alone:
        assert set(analyzer.policies) - set(alone.policies) == {"rds-data-api-disabled"}


def test_the_pack_needs_the_sdk_alone() -> None:
    needed = {
        line.split("==")[0].replace("-", "_")
        for line in (PACK / "requirements.txt").read_text().splitlines()
        if line and not line.startswith("#")
    }
    assert needed == {"pulumi", "pulumi_policy"}
