"""State files as Pulumi writes them, from the samples of control cases."""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.policies.cases import UNKNOWN, Hidden, Ref, Sample

SIGNATURE = "4dabf18193072939515e22adb298388d"
SECRET = "1b47061264138c4ac30d75fd1eb44270"
CIPHERTEXT = {SIGNATURE: SECRET, "ciphertext": "v1:c2VjcmV0"}


def value(raw: Any) -> Any:
    """`raw` as state has it after an update: a reference is the id, and what is not known is an encrypted secret."""
    if isinstance(raw, Ref):
        return f"id-of-{raw.targets[0].name}"
    if raw is UNKNOWN:
        return CIPHERTEXT
    if isinstance(raw, Hidden):
        return {SIGNATURE: SECRET, "plaintext": json.dumps(value(raw.content))}
    if isinstance(raw, Mapping):
        return {key: value(item) for key, item in raw.items()}
    if isinstance(raw, (list, tuple)):
        return [value(item) for item in raw]
    return raw


def urn(type_: str, name: str, project: str = "test", stack: str = "dev") -> str:
    return f"urn:pulumi:{stack}::{project}::{type_}::{name}"


def resources(*samples: Sample, project: str = "test", stack: str = "dev") -> list[dict[str, Any]]:
    """The resources of a state: the stack, the provider, and the samples with their outputs."""
    root = urn("pulumi:pulumi:Stack", f"{project}-{stack}", project, stack)
    provider = urn("pulumi:providers:aws", "default", project, stack)
    entries: list[dict[str, Any]] = [
        {"urn": root, "custom": False, "type": "pulumi:pulumi:Stack"},
        {
            "urn": provider,
            "custom": True,
            "id": "d0",
            "type": "pulumi:providers:aws",
            "inputs": {"region": "eu-central-1"},
            "outputs": {"region": "eu-central-1"},
        },
    ]
    for sample in samples:
        inputs = {key: value(item) for key, item in sample.properties.items()}
        entries.append(
            {
                "urn": urn(sample.type, sample.name, project, stack),
                "custom": True,
                "id": f"id-of-{sample.name}",
                "type": sample.type,
                "inputs": {"__defaults": ["name"], **inputs},
                "outputs": {"id": f"id-of-{sample.name}", **inputs},
                "parent": root,
                "provider": f"{provider}::d0",
                "protect": sample.protect,
                "ignoreChanges": list(sample.ignore_changes),
                "dependencies": sorted({urn for urns in sample.dependencies.values() for urn in urns}),
                "propertyDependencies": sample.dependencies,
            }
        )
    return entries


def export(entries: list[dict[str, Any]], version: int = 3, **deployment: Any) -> dict[str, Any]:
    """What `pulumi stack export` writes."""
    return {"version": version, "deployment": {"manifest": {}, "resources": entries, **deployment}}


def checkpoint(entries: list[dict[str, Any]], version: int = 3, **deployment: Any) -> dict[str, Any]:
    """What a self-managed backend keeps."""
    latest = {"manifest": {}, "resources": entries, **deployment}
    return {"version": version, "checkpoint": {"stack": "organization/test/dev", "latest": latest}}


def write(path: Path, document: Any) -> Path:
    """The document as a file, compressed as the name says."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = json.dumps(document).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path
