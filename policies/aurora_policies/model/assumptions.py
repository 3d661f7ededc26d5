"""References that may mean one of several resources, and what a control is judged on meanwhile.

A property may come from a component that holds several subnets, or be computed from two keys. The stack then
cannot say which one is meant. A control reads such a reference like any other; the evaluation lets it judge
again under each assumption, and where all verdicts agree, the answer does not depend on the choice.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from .resource import View

V = TypeVar("V", bound=View)


@dataclass(frozen=True, slots=True)
class Choice:
    """One property of one resource that may name any of `candidates`, given by URN.

    `single` says that it names one of them; otherwise it may name several.
    """

    owner: str
    path: str
    candidates: tuple[str, ...]
    single: bool


class Assumptions:
    """The choices that were met while a control was judged, and those that are taken as made."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str, tuple[str, ...]], str] = {}
        self._met: dict[Choice, None] = {}

    def settle(self, choice: Choice) -> tuple[str, ...]:
        """Return the URNs that `choice` comes down to under the present assumptions."""
        made = self._made.get(_key(choice))
        if made is not None:
            return (made,)
        self._met[choice] = None
        return choice.candidates

    @contextmanager
    def assuming(self, choice: Choice, urn: str) -> Iterator[None]:
        """Take `choice` to be `urn` within the block."""
        self._made[_key(choice)] = urn
        try:
            yield
        finally:
            del self._made[_key(choice)]

    def take_met(self) -> Sequence[Choice]:
        """Return the open choices that were met since the last call."""
        met, self._met = list(self._met), {}
        return met


def _key(choice: Choice) -> tuple[str, str, tuple[str, ...]]:
    return choice.owner, choice.path, choice.candidates
