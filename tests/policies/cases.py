"""The vocabulary of control cases.

A control's cases are a module `tests/policies/controls/<folder>/<name>.py` with a list `CASES`. A case holds
the resources of a stack; the first one is the subject. `ref(other)` stands for an output of another resource
of the case: unknown at preview, but with its property dependency. Use `UNKNOWN` for a value that nothing
explains (a config value, an output of another stack) and `secret(...)` for a secret.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from aurora_policies import model
from aurora_policies.controls import by_id

STACK_URN = "urn:pulumi:dev::test::pulumi:pulumi:Stack::test-dev"
_SIGNATURE = "4dabf18193072939515e22adb298388d"
_SECRET = "1b47061264138c4ac30d75fd1eb44270"
_SENTINEL = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"


def declared(control: str, name: str) -> Any:
    """Return `CASES` or `MUTATION` of a control; its test module mirrors the control's own.

    Raises:
        LookupError: they are not written yet; the message says where they belong.
    """
    path = by_id()[control].judge.__module__.split(".controls.", 1)[1]
    module = f"tests.policies.controls.{path}"
    file = f"{module.replace('.', '/')}.py"
    folder = module.rpartition(".")[0]
    if find_spec(folder) is None or find_spec(module) is None:
        raise LookupError(f"{control} has no cases: write {file} (`make control ID={control}` starts it)")
    found = getattr(import_module(module), name, None)
    if found is None:
        raise LookupError(f"{control} has no {name}: add it to {file}, as its neighbours have it")
    return found


class _Marker:
    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = _Marker()


@dataclass(frozen=True)
class Ref:
    """An output of another resource, or what a program makes of outputs of several."""

    targets: tuple["Sample", ...]


@dataclass(frozen=True)
class Hidden:
    """A secret value."""

    content: Any


@dataclass(frozen=True)
class Sample:
    """One resource of a case."""

    type: str
    name: str
    properties: Mapping[str, Any] = field(default_factory=dict)
    protect: bool = False
    ignore_changes: tuple[str, ...] = ()
    provider: Mapping[str, Any] = field(default_factory=dict)
    parent: str = ""

    @property
    def urn(self) -> str:
        return f"urn:pulumi:dev::test::{self.type}::{self.name}"

    @property
    def dependencies(self) -> dict[str, list[str]]:
        """The URNs that each top-level property was computed from."""
        found = {key: sorted({item.urn for item in _targets(raw)}) for key, raw in self.properties.items()}
        return {key: urns for key, urns in found.items() if urns}


def _targets(raw: Any) -> list[Sample]:
    if isinstance(raw, Ref):
        return list(raw.targets)
    if isinstance(raw, Hidden):
        return _targets(raw.content)
    if isinstance(raw, Mapping):
        return [target for item in raw.values() for target in _targets(item)]
    if isinstance(raw, (list, tuple)):
        return [target for item in raw for target in _targets(item)]
    return []


def wire(raw: Any) -> Any:
    """Return `raw` as it goes over gRPC."""
    if isinstance(raw, (Ref, _Marker)):
        return _SENTINEL
    if isinstance(raw, Hidden):
        return {_SIGNATURE: _SECRET, "value": wire(raw.content)}
    if isinstance(raw, Mapping):
        return {key: wire(item) for key, item in raw.items()}
    if isinstance(raw, (list, tuple)):
        return [wire(item) for item in raw]
    return raw


def modelled(sample: Sample, suffix: str = "") -> model.Resource:
    """Return `sample` as controls see it; `suffix` goes after its name and the names it depends on."""
    provider = model.Provider("pulumi:providers:aws", _modelled(sample.provider)) if sample.provider else None
    return model.Resource(
        f"{sample.urn}{suffix}",
        sample.type,
        f"{sample.name}{suffix}",
        _modelled(sample.properties),
        options=model.Options(sample.protect, sample.ignore_changes),
        provider=provider or model.Provider(),
        parent=sample.parent or STACK_URN,
        property_dependencies={
            key: tuple(f"{urn}{suffix}" for urn in urns) for key, urns in sample.dependencies.items()
        },
    )


def _modelled(raw: Any) -> Any:
    if isinstance(raw, (Ref, _Marker)):
        return model.UNKNOWN
    if isinstance(raw, Hidden):
        return model.Secret(_modelled(raw.content))
    if isinstance(raw, Mapping):
        return {key: _modelled(item) for key, item in raw.items()}
    if isinstance(raw, (list, tuple)):
        return [_modelled(item) for item in raw]
    return raw


def res(type: str, name: str = "subject", /, *, protect: bool = False, **properties: Any) -> Sample:
    """A resource of any type."""
    return Sample(type, name, properties, protect)


def ref(*targets: Sample) -> Ref:
    """An output of a resource, or what a program makes of outputs of several, such as a list of their ids."""
    return Ref(targets)


def secret(content: Any) -> Hidden:
    """A secret value."""
    return Hidden(content)


def cluster(name: str = "subject", /, **properties: Any) -> Sample:
    """An Aurora PostgreSQL cluster of the aws provider; properties override the engine."""
    return res("aws:rds/cluster:Cluster", name, **{"engine": "aurora-postgresql", **properties})


def native_cluster(name: str = "subject", /, **properties: Any) -> Sample:
    """An Aurora PostgreSQL cluster of the aws-native provider."""
    return res("aws-native:rds:DbCluster", name, **{"engine": "aurora-postgresql", **properties})


def member(name: str = "subject", /, **properties: Any) -> Sample:
    """A member of an Aurora cluster, aws provider."""
    base = {"engine": "aurora-postgresql", "instanceClass": "db.r7g.large", "clusterIdentifier": "main"}
    return res("aws:rds/clusterInstance:ClusterInstance", name, **{**base, **properties})


def native_member(name: str = "subject", /, **properties: Any) -> Sample:
    """A member of an Aurora cluster, aws-native provider."""
    base = {"engine": "aurora-postgresql", "dbInstanceClass": "db.r7g.large", "dbClusterIdentifier": "main"}
    return res("aws-native:rds:DbInstance", name, **{**base, **properties})


def instance(name: str = "subject", /, **properties: Any) -> Sample:
    """A standalone PostgreSQL instance, aws provider."""
    base = {"engine": "postgres", "instanceClass": "db.m7g.large"}
    return res("aws:rds/instance:Instance", name, **{**base, **properties})


def native_instance(name: str = "subject", /, **properties: Any) -> Sample:
    """A standalone PostgreSQL instance, aws-native provider."""
    base = {"engine": "postgres", "dbInstanceClass": "db.m7g.large"}
    return res("aws-native:rds:DbInstance", name, **{**base, **properties})


@dataclass(frozen=True)
class Case:
    """One case: which kind, what it shows, the verdict expected for the first resource, words it must say."""

    kind: str
    shows: str
    expect: str
    resources: tuple[Sample, ...]
    settings: Mapping[str, Any]
    says: str = ""


def _case(kind: str, expect: str) -> Any:
    def build(
        shows: str, *resources: Sample, says: str = "", settings: Mapping[str, Any] | None = None
    ) -> Case:
        return Case(kind, shows, expect, resources, settings or {}, says)

    return build


compliant = _case("compliant", "pass")
violating = _case("violating", "fail")
absent_fails = _case("absent", "fail")
absent_passes = _case("absent", "pass")
absent_unknown = _case("absent", "unknown")
absent_not_applicable = _case("absent", "not-applicable")
unknown = _case("unknown", "unknown")
unknown_passes = _case("unknown", "pass")
unknown_fails = _case("unknown", "fail")
not_applicable = _case("not-applicable", "not-applicable")
external = _case("external", "unknown")


@dataclass(frozen=True)
class Change:
    """One change to the stack that the components make.

    Resources of `type` whose name holds `named` get `properties` and lose `drop`, or go altogether where `gone`;
    `added` joins the stack.
    """

    type: str = ""
    named: str = ""
    properties: Mapping[str, Any] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    gone: bool = False
    added: tuple[Sample, ...] = ()


@dataclass(frozen=True)
class Mutation:
    """What breaks one control on the components' own output: a control's test module names it `MUTATION`."""

    changes: tuple[Change, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)
    beside: tuple[Sample, ...] = ()


def mutation(
    *changes: Change, settings: Mapping[str, Any] | None = None, beside: tuple[Sample, ...] = ()
) -> Mutation:
    """Changes made together, under `settings` of the control.

    `beside` joins the components' stack first, where a control asks for something that is not the components'
    to make, such as an account's trail.
    """
    return Mutation(changes, settings or {}, beside)


def changed(type: str, /, *, named: str = "", drop: tuple[str, ...] = (), **properties: Any) -> Change:
    """Every resource of `type` (and whose name holds `named`) with other properties."""
    return Change(type, named, properties, drop)


def removed(type: str, /, *, named: str = "") -> Change:
    """No resource of `type` (and whose name holds `named`)."""
    return Change(type, named, gone=True)


def added(*resources: Sample) -> Change:
    """A resource that the components never make, where a control has no subject in what they do make."""
    return Change(added=resources)
