"""One running pack for each test process."""

from collections.abc import Iterator

import pytest

from tests.policies.analyzer import Analyzer


@pytest.fixture(scope="session")
def analyzer() -> Iterator[Analyzer]:
    with Analyzer() as running:
        running.configure()
        yield running
