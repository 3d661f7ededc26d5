"""Every control catches what breaks it on the stack that the components make, and leaves that stack alone."""

from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from aurora_guard.engine.deadline import Deadline
from aurora_guard.engine.pack import Pack
from aurora_guard.engine.pack_config import PolicyConfig
from aurora_guard.engine.resources import Options, Resource
from aurora_guard.engine.target import Target
from aurora_policies.controls import by_id, catalogue
from aurora_policies.controls.control import Level
from tests.harness.programs import deploy
from tests.policies.analyzer import PACK
from tests.policies.cases import Change, Mutation, Sample, declared, wire

ROOT = Path(__file__).parents[2]
CONTROLS = [control.id for control in catalogue()]

Stack = Mapping[str, Resource]


@pytest.fixture(scope="module")
def stack() -> Stack:
    """What the platform team's production stack registers: every component, everything on."""
    return deploy(ROOT, "prod").resources


@pytest.fixture(scope="module")
def pack() -> Iterator[Pack]:
    with Pack(PACK, Target("aurora-guardrails", "prod")) as running:
        running.connect(Deadline(60))
        yield running


def mutated(stack: Stack, mutation: Mutation) -> dict[str, Resource]:
    """The stack with every change made. A change that meets no resource is a mistake in the mutation."""
    result = dict(stack)
    for change in mutation.changes:
        if change.added:
            result |= {sample.urn: as_resource(sample) for sample in change.added}
            continue
        met = [urn for urn, each in result.items() if each.type == change.type and change.named in each.name]
        assert met, f"the components make no {change.type} named like {change.named!r}"
        for urn in met:
            if change.gone:
                del result[urn]
            else:
                result[urn] = rewritten(result[urn], change)
    gone = set(stack) - set(result)
    return {urn: without_dependencies(each, gone) for urn, each in result.items()} if gone else result


def rewritten(resource: Resource, change: Change) -> Resource:
    given = {key: wire(value) for key, value in change.properties.items()}
    touched = {*given, *change.drop}

    def rewrite(properties: Mapping[str, Any]) -> dict[str, Any]:
        kept = {key: value for key, value in properties.items() if key not in change.drop}
        return deepcopy({**kept, **given})

    return replace(
        resource,
        inputs=rewrite(resource.inputs),
        outputs=rewrite(resource.outputs),
        property_dependencies={
            key: urns for key, urns in resource.property_dependencies.items() if key not in touched
        },
    )


def without_dependencies(resource: Resource, gone: set[str]) -> Resource:
    return replace(
        resource,
        dependencies=[urn for urn in resource.dependencies if urn not in gone],
        property_dependencies={
            key: [urn for urn in urns if urn not in gone]
            for key, urns in resource.property_dependencies.items()
        },
    )


def as_resource(sample: Sample) -> Resource:
    properties = wire(sample.properties)
    return Resource(
        urn=sample.urn,
        type=sample.type,
        name=sample.name,
        custom=True,
        parent=sample.parent,
        inputs=properties,
        outputs=properties,
        property_dependencies=sample.dependencies,
        options=Options(protect=sample.protect, ignore_changes=list(sample.ignore_changes)),
    )


def failing(pack: Pack, control: str, stack: Stack, settings: Mapping[str, Any]) -> list[str]:
    """The messages of `control` on `stack` where it fails, with nothing else on."""
    defaults = {
        name: schema["default"]
        for name, schema in pack.policies[control].settings.items()
        if "default" in schema
    }
    if "everywhere" in defaults:
        defaults["everywhere"] = True
    off = {name: PolicyConfig(level=Level.DISABLED) for name in pack.policies}
    pack.configure(
        {**off, control: PolicyConfig(level=Level.ADVISORY, properties={**defaults, **settings})},
        Deadline(60),
    )
    declared = by_id()[control]
    judged = [each for each in stack.values() if declared.needs_stack or each.type in declared.types]
    of_each, of_all = pack.analyze(judged, dict(stack), Deadline(30))
    diagnostics = [each for analysis in (*of_each, of_all) for each in analysis.diagnostics]
    return [each.message for each in diagnostics if not each.message.startswith("can't run policy")]


@pytest.mark.parametrize("control", CONTROLS)
def test_what_breaks_the_components_own_stack_is_caught(control: str, stack: Stack, pack: Pack) -> None:
    mutation: Mutation = declared(control, "MUTATION")
    complete = {**stack, **{sample.urn: as_resource(sample) for sample in mutation.beside}}
    before = failing(pack, control, complete, mutation.settings)
    after = failing(pack, control, mutated(complete, mutation), mutation.settings)
    assert Counter(after) - Counter(before), "the mutant was not caught"


def test_the_components_own_stack_is_clean(stack: Stack, pack: Pack) -> None:
    """Under every control that is not a matter of choice, at its default settings."""
    on = [control.id for control in catalogue() if not control.opt_in]
    found = {control: messages for control in on if (messages := failing(pack, control, stack, {}))}
    assert found == {}
