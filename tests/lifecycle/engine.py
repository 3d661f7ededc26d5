"""A small deployment engine on guard's monitor: it keeps a state, and carries out what a program's change means.

A `Stack` is brought up by a program as often as a test likes. Each registration becomes a step (create, update,
replace before or after the deletion, import, or nothing), and when the program has ended, what it no longer registers
is deleted in reverse order of dependency. Sources: Pulumi's step_generator.go, step.go and deployment_executor.go.

It differs from Pulumi's engine in this:

- steps run one after the other, so that a failure always leaves the same state behind;
- a preview takes the outputs of a resource that is to be updated as known, except for those that change;
- an import updates in the same step what differs;
- `replace_with`, targets, refreshes, plans and transforms are left out;
- policies do not run: the tests of components and controls do that.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pulumi
from google.protobuf import json_format
from pulumi.runtime.settings import SETTINGS
from pulumi.runtime.stack import run_pulumi_func
from pulumi.runtime.sync_await import _sync_await

from aurora_guard.engine.defaults import NAMED
from aurora_guard.engine.monitor import Monitor
from aurora_guard.engine.resources import Resource
from aurora_guard.engine.target import Target
from aurora_guard.engine.urn import name_of, type_of
from aurora_guard.engine.wire import UNKNOWN, Properties, from_struct, has_unknown, to_struct
from tests.lifecycle.account import Account, Refused, Thing
from tests.lifecycle.provider import Provider

REGION = "eu-central-1"
Program = Callable[[], Any]


@dataclass
class Kept:
    """One resource of the state."""

    urn: str
    custom: bool
    id: str
    inputs: Properties
    outputs: Properties
    parent: str = ""
    dependencies: list[str] = field(default_factory=list)
    property_dependencies: dict[str, list[str]] = field(default_factory=dict)
    provider: str = ""
    protect: bool = False
    retain: bool = False
    delete_before_replace: bool | None = None
    trigger: Any = None
    pending_delete: bool = False
    gave_name: bool = False
    """Whether the program named it: such a name stays, and a replacement cannot stand beside it."""

    @property
    def type(self) -> str:
        return type_of(self.urn)

    @property
    def name(self) -> str:
        return name_of(self.urn)


@dataclass(frozen=True)
class Step:
    """What was done, or would be, to one resource."""

    op: str
    """create, update, replace, delete, retain or import."""
    type: str
    name: str
    keys: frozenset[str] = frozenset()
    """Top-level properties that change; of a replacement, those that cause it."""


@dataclass
class Result:
    """One run: its steps, and what stopped it."""

    steps: list[Step]
    errors: list[str]
    warnings: list[str] = field(default_factory=list)

    @property
    def succeeded(self) -> bool:
        return not self.errors

    def of(self, *ops: str) -> list[tuple[str, str]]:
        """(type, name) of the steps of these kinds, in their order."""
        return [(step.type, step.name) for step in self.steps if step.op in ops]

    @property
    def error(self) -> str:
        return "\n".join(self.errors)


class StepFailed(Exception):
    """The engine stops: a step failed, or is not allowed."""


class Stack:
    """One stack of one project in one account, from its first update to its destruction."""

    def __init__(self, account: Account | None = None, *, project: str = "shop", name: str = "prod") -> None:
        self.account = account or Account()
        self.target = Target(project, name, config={"aws:region": REGION})
        self.provider = Provider(self.account, REGION)
        self.state: list[Kept] = []

    def preview(self, program: Program) -> Result:
        return self._run(program, dry_run=True)

    def up(self, program: Program, *, skip_preview: bool = False) -> Result:
        """An update. Unless it is skipped, the preview comes first, and an error in it ends the update."""
        if not skip_preview:
            preview = self.preview(program)
            if preview.errors:
                return preview
        return self._run(program, dry_run=False)

    def must(self, program: Program) -> Result:
        """An update that has to succeed."""
        result = self.up(program)
        assert result.succeeded, result.error
        return result

    def destroy(self, *, skip_preview: bool = False) -> Result:
        if not skip_preview:
            preview = self._destroy(dry_run=True)
            if preview.errors:
                return preview
        return self._destroy(dry_run=False)

    def unprotect(self, name: str) -> None:
        """`pulumi state unprotect` of the resources with a logical name."""
        for kept in self.state:
            if kept.name == name:
                kept.protect = False

    def one(self, type_: str, name: str = "") -> Kept:
        """The only resource of a type (`rds/cluster:Cluster`), or the one of that name too."""
        found = [
            kept
            for kept in self.state
            if kept.type in (type_, f"aws:{type_}") and name in ("", kept.name) and not kept.pending_delete
        ]
        assert len(found) == 1, f"{len(found)} of {type_} {name}: {[kept.name for kept in found]}"
        return found[0]

    def save(self, file: Path) -> None:
        """Writes state and account, so that a later version of the code can go on from them."""
        content = {"state": [asdict(kept) for kept in self.state], "account": asdict(self.account)}
        content["account"]["snapshots"] = sorted(self.account.snapshots)
        content["account"]["secrets_in_recovery"] = sorted(self.account.secrets_in_recovery)
        file.write_text(json.dumps(content, separators=(",", ":"), sort_keys=True) + "\n")

    @classmethod
    def saved(cls, file: Path) -> Stack:
        content = json.loads(file.read_text())
        account = content["account"]
        stack = cls(
            Account(
                things=[Thing(**thing) for thing in account["things"]],
                snapshots=set(account["snapshots"]),
                secrets_in_recovery=set(account["secrets_in_recovery"]),
                passwords=account["passwords"],
                secret_strings=account["secret_strings"],
            )
        )
        stack.state = [Kept(**kept) for kept in content["state"]]
        return stack

    def export(self) -> dict[str, Any]:
        """The state as `pulumi stack export` writes it."""
        return {
            "version": 3,
            "deployment": {
                "manifest": {"time": "2026-11-24T00:00:00Z", "magic": "", "version": "v3.272.0"},
                "resources": [
                    {
                        "urn": kept.urn,
                        "custom": kept.custom,
                        "id": kept.id,
                        "type": kept.type,
                        "inputs": kept.inputs,
                        "outputs": kept.outputs,
                        "parent": kept.parent,
                        "protect": kept.protect,
                        "retainOnDelete": kept.retain,
                        "dependencies": kept.dependencies,
                        "propertyDependencies": kept.property_dependencies,
                        "provider": f"{kept.provider}::id" if kept.provider else "",
                        "delete": kept.pending_delete,
                    }
                    for kept in self.state
                ],
            },
        }

    def _run(self, program: Program, *, dry_run: bool) -> Result:
        deployment = Deployment(self, dry_run)
        try:
            _execute(program, deployment)
        except Exception as error:
            if not deployment.errors:
                deployment.errors.append(_reason(error))
        finally:
            deployment.close()
        if not deployment.errors:
            deployment.delete([kept for kept in deployment.olds.values() if kept.urn not in deployment.seen])
        if not dry_run:
            self.state = deployment.snapshot()
        return Result(deployment.steps, deployment.errors, deployment.messages)

    def _destroy(self, *, dry_run: bool) -> Result:
        deployment = Deployment(self, dry_run)
        try:
            deployment.delete(list(deployment.olds.values()))
        finally:
            deployment.close()
        if not dry_run:
            self.state = deployment.snapshot()
        return Result(deployment.steps, deployment.errors)


class Deployment(Monitor):
    """One run of a program against the state of a stack."""

    def __init__(self, stack: Stack, dry_run: bool) -> None:
        super().__init__(stack.target, lambda *_: None)
        self.dry_run = dry_run
        self.provider = stack.provider
        self.olds = {kept.urn: kept for kept in stack.state if not kept.pending_delete}
        self.doomed = [kept for kept in stack.state if kept.pending_delete]
        self.news: dict[str, Kept] = {}
        self.seen: set[str] = set()
        """URNs of the old state that a registration took over."""
        self.steps: list[Step] = []
        self.errors: list[str] = []
        self._renamed: dict[str, str] = {}
        self._deleted: set[int] = set()

    def snapshot(self) -> list[Kept]:
        """The state after the run, however far it came: new resources, then what is still there of the old."""
        left = [kept for kept in self.olds.values() if kept.urn not in self.seen]
        every = [*self.news.values(), *left, *self.doomed]
        return [kept for kept in every if id(kept) not in self._deleted]

    # What the monitor asks

    def RegisterResource(self, request: Any, context: Any) -> Any:  # type: ignore[override]  # the parent's is wrapped
        response = super().RegisterResource(request, context)
        kept = self.news.get(response.urn)
        if kept is not None:
            response.id = "" if has_unknown(kept.id) else kept.id
            if kept.custom:
                known = {key: value for key, value in kept.outputs.items() if value is not None}
                response.object.CopyFrom(to_struct(known))
        return response

    def RegisterResourceOutputs(self, request: Any, context: Any) -> Any:  # type: ignore[override]
        response = super().RegisterResourceOutputs(request, context)
        if request.urn in self.news:
            self.news[request.urn].outputs = from_struct(request.outputs)
        return response

    def Invoke(self, request: Any, context: Any) -> Any:  # type: ignore[override]
        response = super().Invoke(request, context)
        if response.unknown and request.tok == "aws:ssm/getParameter:getParameter":
            response.unknown = False
            getattr(response, "return").CopyFrom(to_struct({"value": "ami-0123456789abcdef0"}))
        return response

    def _resource(self, request: Any) -> Resource:
        resource = super()._resource(request)
        with self._lock:
            if self.errors:
                raise StepFailed(self.errors[0])
            if resource.is_provider:
                return resource
            old = self._old(resource)
            if old is not None:
                self.seen.add(old.urn)
                if old.urn != resource.urn:
                    self._renamed[resource.urn] = old.urn
            given = {key for key, value in from_struct(request.object).items() if value is not None}
            try:
                self._step(resource, old, given, request)
            except (StepFailed, Refused) as error:
                self.errors.append(f"{resource.type} ({resource.name}): {error}")
                if old is not None and resource.urn not in self.news:
                    self.seen.discard(old.urn)
                raise StepFailed(self.errors[0]) from None
        return resource

    # Steps

    def _old(self, resource: Resource) -> Kept | None:
        names = [resource.urn, *resource.options.aliases, *self._inherited(resource)]
        return next((self.olds[urn] for urn in names if urn in self.olds), None)

    def _inherited(self, resource: Resource) -> Iterable[str]:
        """The URN a child had when its parent had another: a name that starts with the parent's follows it."""
        old_parent = self._renamed.get(resource.parent)
        if old_parent is None:
            return
        parent, former = name_of(resource.parent), name_of(old_parent)
        names = {resource.name}
        if resource.name.startswith(parent):
            names.add(former + resource.name.removeprefix(parent))
        for name in sorted(names):
            yield self.target.urn(resource.type, name, old_parent)

    def _step(self, resource: Resource, old: Kept | None, given: set[str], request: Any) -> None:
        new = Kept(
            urn=resource.urn,
            custom=resource.custom,
            id="",
            inputs=resource.inputs,
            outputs=resource.outputs,
            parent=resource.parent,
            dependencies=resource.dependencies,
            property_dependencies=resource.property_dependencies,
            provider=resource.provider,
            protect=resource.options.protect,
            retain=resource.options.retain_on_delete,
            delete_before_replace=resource.options.delete_before_replace,
            trigger=_trigger(request),
        )
        if not resource.custom:
            self._keep(new)
            return
        self._make_up_name(new, old, given)
        if old is not None:
            self._ignore(new, old, resource.options.ignore_changes)
        if resource.options.import_id and (old is None or old.id != resource.options.import_id):
            old = self._import(new, resource)
        if old is None:
            self._create(new)
        else:
            self._change(new, old, resource)
        resource.outputs = new.outputs

    def _make_up_name(self, new: Kept, old: Kept | None, given: set[str]) -> None:
        """Gives the name that Check makes up, in the place of guard's."""
        key = NAMED.get(new.type)
        new.gave_name = key in given
        if key and key not in given and f"{key}Prefix" not in given:
            inputs = {name: value for name, value in new.inputs.items() if name != key}
            kept = old.inputs if old is not None and not old.gave_name else None
            new.inputs = self.provider.named(new.type, new.name, inputs, kept)

    def _ignore(self, new: Kept, old: Kept, ignored: Iterable[str]) -> None:
        for key in ignored:
            key = key.split(".")[0].split("[")[0]
            new.inputs = {name: value for name, value in new.inputs.items() if name != key}
            if key in old.inputs:
                new.inputs[key] = old.inputs[key]

    def _import(self, new: Kept, resource: Resource) -> Kept:
        state = self.provider.read(new.type, resource.options.import_id)
        self._log("import", new)
        old = Kept(**{**vars(new), "id": resource.options.import_id, "inputs": state, "outputs": state})
        self._ignore(new, old, resource.options.ignore_changes)
        return old

    def _create(self, new: Kept, op: str = "create", keys: frozenset[str] = frozenset()) -> None:
        self._log(op, new, keys)
        if self.dry_run:
            new.id = UNKNOWN
            new.outputs = _planned(new.type, new.inputs)
        else:
            new.id, new.outputs = self.provider.create(new.type, new.name, new.inputs)
        self._keep(new)

    def _change(self, new: Kept, old: Kept, resource: Resource) -> None:
        if not self.dry_run and has_unknown(new.inputs):
            raise StepFailed(f"an input is unknown during the update: {new.inputs}")
        diff = self.provider.diff(new.type, old.outputs | _only_inputs(old), new.inputs)
        asked = diff.changed & {path.split(".")[0] for path in resource.options.replace_on_changes}
        if "*" in resource.options.replace_on_changes:
            asked = diff.changed
        replacing = diff.replacing | asked
        if old.trigger is not None and old.trigger != new.trigger:
            replacing |= {"replacementTrigger"}
        if replacing:
            self._replace(new, old, frozenset(replacing))
            return
        new.id = old.id
        if not diff.changed:
            new.outputs = old.outputs
        elif self.dry_run:
            self._log("update", new, diff.changed)
            gone = diff.changed - {*new.inputs}
            outputs = {key: value for key, value in {**old.outputs, **new.inputs}.items() if key not in gone}
            new.outputs = (
                {**outputs, "output": old.outputs.get("output")} if "output" in old.outputs else outputs
            )
        else:
            self._log("update", new, diff.changed)
            new.outputs = self.provider.update(new.type, old.id, old.outputs, new.inputs, diff.changed)
        self._keep(new)

    def _replace(self, new: Kept, old: Kept, keys: frozenset[str]) -> None:
        if new.protect:
            raise StepFailed(
                f'unable to replace resource "{new.urn}" as it is currently marked for protection ({sorted(keys)})'
            )
        before = new.delete_before_replace
        if before is None:
            before = new.gave_name and old.gave_name and NAMED[new.type] not in keys
        if not before:
            self._renew_name(new, old)
            self.doomed.append(old)
            old.pending_delete = True
            self._create(new, "replace", keys)
            return
        for dependent in self._dependents(old):
            if dependent.protect:
                raise StepFailed(
                    f'unable to replace resource "{dependent.urn}" as part of replacing "{new.urn}" as it is '
                    "currently marked for protection."
                )
            self._delete(dependent)
        self._delete(old)
        self._create(new, "replace", keys)

    def _renew_name(self, new: Kept, old: Kept) -> None:
        """A replacement beside the old resource gets a made-up name of its own."""
        key = NAMED.get(new.type)
        if key and not new.gave_name and new.inputs.get(key) == old.inputs.get(key):
            inputs = {name: value for name, value in new.inputs.items() if name != key}
            new.inputs = self.provider.named(new.type, new.name, inputs, None)

    def _dependents(self, root: Kept) -> list[Kept]:
        """What has to go before `root` goes, because it would be replaced itself: the last one first."""
        replaced, order = {root.urn}, []
        for kept in self.olds.values():
            if kept.urn in self.seen or not kept.custom:
                continue
            touched = {key for key, urns in kept.property_dependencies.items() if replaced & {*urns}}
            unknown = {**kept.inputs, **dict.fromkeys(touched, UNKNOWN)}
            if touched and self.provider.diff(kept.type, kept.outputs, unknown).replacing:
                replaced.add(kept.urn)
                order.append(kept)
        return order[::-1]

    def _keep(self, new: Kept) -> None:
        self.news[new.urn] = new

    def _log(self, op: str, kept: Kept, keys: frozenset[str] = frozenset()) -> None:
        self.steps.append(Step(op, kept.type, kept.name, keys))

    # Deletions

    def delete(self, condemned: list[Kept]) -> None:
        """Deletes in reverse order of dependency, and stops after the first level with an error."""
        every = [*condemned, *self.doomed]
        for level in _levels(every, [*self.olds.values(), *self.news.values()]):
            for kept in level:
                try:
                    if kept.protect and not kept.pending_delete:
                        raise StepFailed(f'resource "{kept.urn}" cannot be deleted because it is protected')
                    self._delete(kept)
                except (StepFailed, Refused) as error:
                    self.errors.append(f"{kept.type} ({kept.name}): {error}")
            if self.errors and not self.dry_run:
                return

    def _delete(self, kept: Kept) -> None:
        if kept.custom:
            self._log("retain" if kept.retain else "delete", kept)
        if not self.dry_run:
            if kept.custom and not kept.retain:
                self.provider.delete(kept.type, kept.id)
            self._deleted.add(id(kept))


def _levels(condemned: list[Kept], every: list[Kept]) -> list[list[Kept]]:
    """`condemned` by depth, the deepest first: nothing goes before what depends on it."""
    by_urn = {kept.urn: kept for kept in every}
    depths: dict[str, int] = {}

    def depth(urn: str) -> int:
        if urn not in depths:
            kept = by_urn.get(urn)
            depths[urn] = 0
            if kept is not None:
                below = {kept.parent, *kept.dependencies}.union(*kept.property_dependencies.values()) - {""}
                depths[urn] = 1 + max((depth(each) for each in below), default=0)
        return depths[urn]

    levels: dict[int, list[Kept]] = {}
    for kept in condemned:
        levels.setdefault(depth(kept.urn), []).append(kept)
    return [levels[number] for number in sorted(levels, reverse=True)]


def _planned(type_: str, inputs: Properties) -> Properties:
    """Outputs of a resource that is to be created: what only AWS knows is unknown."""
    if type_ == "pulumi:index:Stash":
        return {"input": inputs.get("input"), "output": inputs.get("input")}
    return dict(inputs)


def _only_inputs(old: Kept) -> Properties:
    """Inputs that have no output, as those the provider does not return."""
    return {key: value for key, value in old.inputs.items() if key not in old.outputs}


def _trigger(request: Any) -> Any:
    if not request.HasField("replacement_trigger"):
        return None
    return json_format.MessageToDict(request.replacement_trigger)


class _Context:
    """What a servicer gets from gRPC; here a refusal is an exception of the program."""

    def abort(self, code: Any, message: str) -> None:
        raise StepFailed(message)


class _Direct:
    """The monitor without gRPC between it and the program, which runs in this process."""

    def __init__(self, monitor: Deployment) -> None:
        self._monitor = monitor
        self.mocks = None

    def __getattr__(self, method: str) -> Callable[[Any], Any]:
        return lambda request: getattr(self._monitor, method)(request, _Context())


def _execute(program: Program, deployment: Deployment) -> None:
    direct: Any = _Direct(deployment)
    SETTINGS.rpc_manager.clear()
    SETTINGS.outputs.clear()
    pulumi.runtime.set_mocks(
        direct.mocks,
        project=deployment.target.project,
        stack=deployment.target.stack,
        preview=deployment.dry_run,
        monitor=direct,
    )
    SETTINGS.rpc_manager.clear()
    SETTINGS.outputs.clear()

    def run() -> None:
        program()

    _sync_await(run_pulumi_func(run))


def _reason(error: BaseException) -> str:
    """What a person reads of a program that failed."""
    return str(error) or repr(error)


__all__ = ["Account", "Deployment", "Kept", "Program", "Result", "Stack", "Step"]
