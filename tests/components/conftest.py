"""Fixtures shared by the component tests; the machinery is in `recording`."""

import gc
from collections.abc import Callable

import pytest

from tests.components import recording


def pytest_collection_finish() -> None:
    """The provider's classes are imported and stay: the collector need not walk them again and again."""
    gc.freeze()


@pytest.fixture
def record() -> Callable[..., recording.Recording]:
    """`record(callable, preview=, region=, partition=, outputs=)`: run it and return its registrations."""
    return recording.record
