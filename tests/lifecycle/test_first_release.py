"""Stacks of the first release under the components of today: nothing is replaced, nothing goes, and it settles."""

import pytest

from tests.lifecycle.engine import Stack
from tests.lifecycle.first_release import PROGRAMS, STATES


@pytest.mark.parametrize("name", PROGRAMS)
def test_an_upgrade_of_the_library_replaces_and_deletes_nothing(name: str) -> None:
    stack = Stack.saved(STATES / f"{name}.json")
    result = stack.must(PROGRAMS[name])
    assert result.of("replace", "delete", "retain") == []
    assert stack.must(PROGRAMS[name]).steps == []
