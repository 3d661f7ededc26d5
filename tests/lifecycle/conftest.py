"""What the scenarios share."""

import gc
from pathlib import Path

import pytest


def pytest_collection_finish() -> None:
    """The provider's classes are imported and stay: the collector need not walk them again and again."""
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Scenarios that the components do not manage yet are listed in `unfixed.txt`."""
    unfixed = {*(Path(__file__).parent / "unfixed.txt").read_text().splitlines()}
    for item in items:
        if item.nodeid.removeprefix("tests/lifecycle/") in unfixed:
            item.add_marker(pytest.mark.xfail(reason="not fixed yet", run=False))
