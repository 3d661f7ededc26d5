"""No control walks the stack for each of its subjects: four times the stack is four times the visits."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from aurora_policies.controls import catalogue
from aurora_policies.controls.control import Control
from aurora_policies.evaluate import judge_stack
from aurora_policies.model import Resource, Stack, View
from tests.policies.cases import Case, Sample, declared, modelled

STACK_CONTROLS = [control for control in catalogue() if control.needs_stack]

# A selection of AWS Backup may cover every database by a wildcard or a condition. With several of those there is
# an answer for each pair, so it is not copied.
ONE_OF_EACH = ("aws:backup/selection:Selection", "aws-native:backup:BackupSelection")


class Visits:
    """How many resources were taken from lists of the stack, and how many properties were read."""

    def __init__(self) -> None:
        self.count = 0


class CountedList(tuple[Any, ...]):
    """A list of the stack's that counts what is taken from it."""

    visits: Visits

    def __iter__(self) -> Iterator[Any]:
        for item in super().__iter__():
            self.visits.count += 1
            yield item


class CountedProperties(dict[str, Any]):
    """Properties that count how often they are read."""

    visits: Visits

    def get(self, key: str, default: Any = None) -> Any:
        self.visits.count += 1
        return super().get(key, default)

    def __getitem__(self, key: str) -> Any:
        self.visits.count += 1
        return super().__getitem__(key)

    def values(self) -> Any:
        self.visits.count += 1
        return super().values()

    def items(self) -> Any:
        self.visits.count += 1
        return super().items()


class CountedStack(Stack):
    """A stack that counts the visits of its resources."""

    def __init__(self, resources: list[Resource], visits: Visits) -> None:
        super().__init__(resources)
        self.visits = visits
        self.resources = self._counted(self.resources)

    def all(self, view: type[Any]) -> tuple[Any, ...]:
        return self._counted(super().all(view))

    def referrers(self, *arguments: Any, **options: Any) -> tuple[Any, ...]:
        return self._counted(super().referrers(*arguments, **options))

    def undecided_referrers(self, *arguments: Any) -> tuple[Any, ...]:
        return self._counted(super().undecided_referrers(*arguments))

    def _counted(self, items: tuple[Any, ...]) -> CountedList:
        counted = CountedList(items)
        counted.visits = self.visits
        return counted


def identities(samples: tuple[Sample, ...]) -> set[str]:
    """The literal names that resources of the case are known by, and the ids that they give of others."""
    kinds = list(View.__subclasses__())
    for kind in kinds:
        kinds.extend(kind.__subclasses__())
    plain = [modelled(sample) for sample in samples]
    own = {name for item in plain for kind in kinds if kind.covers(item) for name in kind(item).identities()}
    return own | {
        raw
        for item in plain
        for key, raw in item.properties.items()
        if key.endswith("Id") and isinstance(raw, str)
    }


def renamed(raw: Any, names: set[str], suffix: str) -> Any:
    """`raw` with the suffix after every text that is one of `names`."""
    if isinstance(raw, str):
        return raw + suffix if raw in names else raw
    if isinstance(raw, Mapping):
        return {key: renamed(item, names, suffix) for key, item in raw.items()}
    if isinstance(raw, list):
        return [renamed(item, names, suffix) for item in raw]
    return raw


def copies(cases: list[Case], count: int, visits: Visits) -> list[Resource]:
    """The resources of all cases together, `count` times, each time under other names."""
    made: list[Resource] = []
    for index, case in enumerate(cases):
        names = identities(case.resources)
        for number in range(count):
            suffix = f"-{index}-{number}"
            for sample in case.resources:
                if number and sample.type in ONE_OF_EACH:
                    continue
                plain = modelled(sample, suffix)
                properties = CountedProperties(renamed(dict(plain.properties), names, suffix))
                properties.visits = visits
                made.append(replace(plain, properties=properties))
    return list({item.urn: item for item in made}.values())


def visits_of(control: Control, count: int) -> int:
    visits = Visits()
    stack = CountedStack(copies(declared(control.id, "CASES"), count, visits), visits)
    visits.count = 0
    for _ in judge_stack(control, stack, control.settings()):
        pass
    return visits.count


@pytest.mark.parametrize("control", STACK_CONTROLS, ids=[item.id for item in STACK_CONTROLS])
def test_visits_grow_with_the_stack_and_not_faster(control: Control) -> None:
    few, many = visits_of(control, 3), visits_of(control, 12)
    assert many <= 4.5 * few + 20, f"{few} visits of a stack become {many} of one four times as large"
