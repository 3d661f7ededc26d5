"""Writes an estate to audit: `python bench/estate.py DIR [--stacks 1000] [--resources 300000]`.

DIR becomes a self-managed backend. Its stacks are made of what this repository's own stack registers, as it
would be deployed: each unknown is replaced by an id or an ARN, and what the provider computes is added. Every
third copy loses some properties, so that there is something to report.
"""

import argparse
import hashlib
import inspect
import json
import sys
import typing
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from aurora_guard.engine import project as projects
from aurora_guard.engine.deadline import Deadline
from aurora_guard.engine.hosts import Context, Program, launch
from aurora_guard.engine.monitor import Monitor
from aurora_guard.engine.plugin import Plugins
from aurora_guard.engine.preview import run
from aurora_guard.engine.resources import Resource
from aurora_guard.engine.target import Target
from aurora_guard.engine.wire import SECRET, SIGNATURE, UNKNOWN, is_signed, resolved

ROOT = Path(__file__).parents[1]
ACCOUNT, REGION = "123456789012", "eu-central-1"
CIPHERTEXT = {SIGNATURE: SECRET, "ciphertext": "v1:Zm9vYmFyYmF6cXV4:c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0"}
POLICY = json.dumps(
    {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"},
                "Action": "kms:*",
                "Resource": "*",
            }
        ],
    }
)

#: What every third copy of the stack lacks.
DROPPED = {"storageEncrypted", "deletionProtection", "enableKeyRotation", "copyTagsToSnapshot", "description"}


def registered(stack: str) -> list[Resource]:
    """What the repository's own stack registers, in the order of its registration."""
    project = projects.load(ROOT)
    organization, stack = projects.choose_stack(project, stack)
    configuration = projects.configure(project, stack, {})
    target = Target(project.name, stack, organization, configuration.values, configuration.secret_keys)
    deadline = Deadline(300)
    with (
        closing(Plugins(project, target, deadline)) as plugins,
        closing(Monitor(target, plugins.construct)) as monitor,
        Program(launch(project, Context(target, monitor.address))) as program,
    ):
        return list(run(program, monitor, deadline).resources.values())


class Copy:
    """One copy of the stack's resources, with names, ids and ARNs of its own."""

    def __init__(self, resources: list[Resource], project: str, stack: str, number: int) -> None:
        self._resources = resources
        self._project, self._stack, self._number = project, stack, number
        self._urns = {resource.urn: self._renamed(resource) for resource in resources}

    def _renamed(self, resource: Resource) -> str:
        types, name = resource.urn.split("::", 3)[2:]
        if resource.is_stack:
            return f"urn:pulumi:{self._stack}::{self._project}::{types}::{self._project}-{self._stack}"
        return f"urn:pulumi:{self._stack}::{self._project}::{types}::{name}-{self._number}"

    def entries(self) -> Iterator[dict[str, Any]]:
        """The resources as state has them; the stack's own only in the first copy."""
        for resource in self._resources:
            if not (resource.is_stack and self._number):
                yield self._entry(resource)

    def _entry(self, resource: Resource) -> dict[str, Any]:
        urn = self._urns[resource.urn]
        inputs = {
            key: self._deployed(resolved(value), key, resource) for key, value in resource.inputs.items()
        }
        if self._number % 3 == 2:
            inputs = {key: value for key, value in inputs.items() if key not in DROPPED}
        entry: dict[str, Any] = {
            "urn": urn,
            "custom": resource.custom,
            "type": resource.type,
            "inputs": inputs,
        }
        outputs = {
            key: self._deployed(resolved(value), key, resource)
            for key, value in resource.outputs.items()
            if key not in resource.inputs
        }
        if resource.custom:
            entry["id"] = identity(urn)
            outputs.update(computed(resource.type))
            outputs.update(id=identity(urn), arn=arn(urn))
        entry["outputs"] = {**outputs, **inputs}
        if resource.parent:
            entry["parent"] = self._urns[resource.parent]
        if resource.provider:
            entry["provider"] = f"{self._urns[resource.provider]}::{identity(self._urns[resource.provider])}"
        entry["dependencies"] = [self._urns[item] for item in resource.dependencies if item in self._urns]
        entry["propertyDependencies"] = {
            key: [self._urns[item] for item in urns if item in self._urns]
            for key, urns in resource.property_dependencies.items()
        }
        entry["protect"] = resource.options.protect
        return entry

    def _deployed(self, value: Any, key: str, owner: Resource) -> Any:
        if value == UNKNOWN:
            return self._literal(key, owner)
        if is_signed(value, SECRET):
            return CIPHERTEXT
        if isinstance(value, dict):
            return {name: self._deployed(item, key, owner) for name, item in value.items()}
        if isinstance(value, list):
            return [self._deployed(item, key, owner) for item in value]
        return value

    def _literal(self, key: str, owner: Resource) -> Any:
        """What an unknown input turned out to be: a policy, or what it was computed from."""
        if "olicy" in key and not key.endswith("Arn"):
            return POLICY
        sources = [self._urns[urn] for urn in owner.property_dependencies.get(key, ()) if urn in self._urns]
        if not sources:
            return f"{key}-{self._number}"
        if key.endswith("Ids"):
            return [identity(urn) for urn in sources]
        return arn(sources[0]) if key.endswith(("Arn", "kmsKeyId")) else identity(sources[0])


def identity(urn: str) -> str:
    """The id of a resource."""
    return f"{urn.rsplit(':', 1)[-1][:24]}-{hashlib.sha256(urn.encode()).hexdigest()[:8]}"


def arn(urn: str) -> str:
    """The ARN of a resource."""
    service = urn.split("::")[2].rsplit("$", 1)[-1].split(":")[1].split("/")[0]
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{identity(urn)}"


@cache
def computed(token: str) -> Mapping[str, Any]:
    """What the provider adds to the outputs of a resource, from the annotations of its class in `pulumi_aws`."""
    package, module, name = token.split(":")
    if package != "aws":
        return {}
    namespace = __import__(f"pulumi_aws.{module.split('/')[0]}", fromlist=[name])
    kind = getattr(namespace, name, None)
    if kind is None:
        return {}
    found: dict[str, Any] = {}
    for python_name, member in inspect.getmembers(kind, lambda item: isinstance(item, property)):
        head, *rest = python_name.split("_")
        wire_name = head + "".join(word.title() for word in rest)
        annotation = typing.get_type_hints(member.fget).get("return")
        content = typing.get_args(annotation)[0] if typing.get_args(annotation) else None
        if content in (str, bool, int, float):
            found[wire_name] = {str: f"computed-{wire_name}", bool: False, int: 1, float: 1.0}[content]
    return found


def write(folder: Path, stacks: int, resources: int) -> int:
    """Writes the backend, and returns how many resources are in it."""
    parts = registered("prod")
    total = 0
    for number in range(stacks):
        project, stack = f"project-{number // 4:03}", ("dev", "test", "stage", "prod")[number % 4]
        entries: list[dict[str, Any]] = []
        for copy in count():
            if len(entries) >= resources / stacks:
                break
            entries += Copy(parts, project, stack, copy).entries()
        del entries[round(resources / stacks) :]
        path = folder / ".pulumi" / "stacks" / project / f"{stack}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        latest = {"manifest": {"time": "2026-11-24T00:00:00Z", "version": "v3.272.0"}, "resources": entries}
        checkpoint = {"stack": f"organization/{project}/{stack}", "latest": latest}
        path.write_text(json.dumps({"version": 3, "checkpoint": checkpoint}), "utf-8")
        total += len(entries)
    return total


def main() -> None:
    """Writes an estate as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stacks", type=int, default=1000)
    parser.add_argument("--resources", type=int, default=300_000)
    given = parser.parse_args()
    written = write(given.folder, given.stacks, given.resources)
    size = sum(path.stat().st_size for path in given.folder.rglob("*.json"))
    sys.stdout.write(f"{given.stacks} stacks, {written} resources, {size / 1e6:.0f} MB\n")


if __name__ == "__main__":
    main()
