"""No message shows a secret: every value of every case is made a secret in turn, and every message is searched."""

import inspect
import json
import re
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from aurora_policies.controls import by_id, catalogue
from aurora_policies.controls.control import Control, Verdict
from aurora_policies.evaluate import judge_resource, judge_stack
from aurora_policies.model import UNKNOWN as MODEL_UNKNOWN
from aurora_policies.model import Options, Provider, Resource, Secret, Stack
from tests.policies.cases import UNKNOWN, Case, Hidden, Ref, Sample, declared

# Shorter ones are found in any sentence.
_SHORTEST = 5

Path = tuple[str | int, ...]


def plain(raw: Any) -> Any:
    """A property of a case as the model holds it."""
    if raw is UNKNOWN or isinstance(raw, Ref):
        return MODEL_UNKNOWN
    if isinstance(raw, Hidden):
        return Secret(plain(raw.content))
    if isinstance(raw, Mapping):
        return {key: plain(item) for key, item in raw.items()}
    if isinstance(raw, (list, tuple)):
        return [plain(item) for item in raw]
    return raw


def resource(sample: Sample, secret: Path = ()) -> Resource:
    """The resource of a case, with the value at one path marked as a secret."""
    properties = plain(dict(sample.properties))
    return Resource(
        urn=sample.urn,
        type=sample.type,
        name=sample.name,
        properties=hidden(properties, secret) if secret else properties,
        options=Options(sample.protect, sample.ignore_changes),
        provider=Provider("pulumi:providers:aws", plain(dict(sample.provider))),
        parent=sample.parent,
        property_dependencies={key: tuple(urns) for key, urns in sample.dependencies.items()},
    )


def hidden(raw: Any, path: Path) -> Any:
    if not path:
        return Secret(raw)
    key, *rest = path
    if isinstance(raw, list):
        return [hidden(item, tuple(rest)) if index == key else item for index, item in enumerate(raw)]
    return {name: hidden(item, tuple(rest)) if name == key else item for name, item in raw.items()}


def paths(raw: Any) -> Iterator[Path]:
    """Every place of the properties that can be marked, containers too."""
    items: Any = ()
    if isinstance(raw, Mapping):
        items = raw.items()
    elif isinstance(raw, list):
        items = enumerate(raw)
    for key, item in items:
        if not isinstance(item, Secret):
            yield (key,)
            yield from ((key, *rest) for rest in paths(item))


def words(raw: Any) -> Iterator[str]:
    """Every text and number in a value, also inside of JSON; what a message must not show."""
    if isinstance(raw, Secret):
        yield from words(raw.content)
    elif isinstance(raw, Mapping):
        for item in raw.values():
            yield from words(item)
    elif isinstance(raw, list):
        for item in raw:
            yield from words(item)
    elif isinstance(raw, str):
        try:
            parsed = json.loads(raw)
        except ValueError:
            yield raw
        else:
            yield from words(parsed) if isinstance(parsed, (dict, list)) else [raw]
    elif isinstance(raw, (int, float)) and not isinstance(raw, bool):
        yield f"{raw:g}"


def at(raw: Any, path: Path) -> Any:
    for key in path:
        raw = raw[key]
    return raw


def verdicts(control: Control, resources: list[Resource], case: Case) -> Iterator[Verdict]:
    settings = control.settings(case.settings)
    if control.needs_stack:
        yield from (verdict for _, verdict in judge_stack(control, Stack(resources, "test", "dev"), settings))
    else:
        yield judge_resource(control, resources[0], settings)


def own_words(control: Control) -> str:
    """What the control's own module says: its names of actions, services and engines are no secrets."""
    module = sys.modules[control.judge.__module__]
    return inspect.getsource(module).lower()


def leaks(control: Control, case: Case) -> list[str]:
    own = own_words(control)
    found: list[str] = []
    for index, sample in enumerate(case.resources):
        others = [resource(other) for other in case.resources]
        for path in paths(plain(dict(sample.properties))):
            marked = resource(sample, path)
            content = at(plain(dict(sample.properties)), path)
            shown = {word for word in words(content) if len(word) >= _SHORTEST and word.lower() not in own}
            if not shown:
                continue
            elsewhere = " ".join(text for text in _literals([*others[:index], *others[index + 1 :]]))
            resources = [*others[:index], marked, *others[index + 1 :]]
            for verdict in verdicts(control, resources, case):
                text = f"{verdict.message} {verdict.property}"
                found += [
                    f"{sample.name}.{'.'.join(map(str, path))}: {word!r} in {text!r}"
                    for word in shown
                    if word not in elsewhere and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
                ]
    return found


def _literals(resources: list[Resource]) -> Iterator[str]:
    for one in resources:
        yield one.name
        yield from words(one.properties)


@pytest.mark.parametrize("control", [item.id for item in catalogue()])
def test_no_message_shows_a_secret(control: str) -> None:
    found = [leak for case in declared(control, "CASES") for leak in leaks(by_id()[control], case)]
    assert found == [], "\n".join(dict.fromkeys(found))
