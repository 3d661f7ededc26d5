"""Fixtures shared by the component tests; the machinery is in `recording`."""

from collections.abc import Callable

import pytest

from tests.components import recording


@pytest.fixture
def record() -> Callable[..., recording.Recording]:
    """`record(callable, preview=, region=, partition=, outputs=)`: run it and return its registrations."""
    return recording.record
