"""What the scenarios share."""

import gc


def pytest_collection_finish() -> None:
    """The provider's classes are imported and stay: the collector need not walk them again and again."""
    gc.freeze()
