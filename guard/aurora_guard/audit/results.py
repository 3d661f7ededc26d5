"""The results of an audit on disk: one JSON file a stack, written as it comes.

`DIR/PROJECT-STACK-HASH.json` holds what was found in one stack, or why it could not be judged, and a
fingerprint of what that depends on. A run that was killed continues with what is missing or has changed.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .. import files
from ..errors import GuardError
from ..report.audit import StackResult, Unreadable
from ..report.json import finding_to_dict
from ..report.model import Control, Exemption, Finding, Status, Unjudged
from ..state.locations import StateFile

VERSION = 1


def encode(result: StackResult | Unreadable) -> dict[str, Any]:
    """The JSON form of a result."""
    if isinstance(result, Unreadable):
        return {"version": VERSION, "source": result.source, "error": result.reason}
    return {
        "version": VERSION,
        "source": result.source,
        "project": result.project,
        "stack": result.stack,
        "resources": result.resources,
        "not_applicable": result.not_applicable,
        "controls": {
            name: {status.value: number for status, number in counts.items()}
            for name, counts in sorted(result.counts.items())
        },
        "left_out": result.left_out,
        "unjudged": [asdict(entry) for entry in result.unjudged],
        "unused_exemptions": [asdict(entry) for entry in result.unused_exemptions],
        "findings": [finding_to_dict(finding) for finding in result.findings],
    }


def decode(entry: Mapping[str, Any], controls: Mapping[str, Control]) -> StackResult | Unreadable:
    """The result with this JSON form, whose controls are `controls` by name."""
    if "error" in entry:
        return Unreadable(entry["source"], entry["error"])
    return StackResult(
        source=entry["source"],
        project=entry["project"],
        stack=entry["stack"],
        resources=entry["resources"],
        not_applicable=entry["not_applicable"],
        counts={
            name: {Status(status): number for status, number in counts.items()}
            for name, counts in entry["controls"].items()
        },
        left_out=entry["left_out"],
        unjudged=[Unjudged(**item) for item in entry["unjudged"]],
        unused_exemptions=[Exemption(**item) for item in entry["unused_exemptions"]],
        findings=[_finding(item, controls) for item in entry["findings"]],
    )


def _finding(item: Mapping[str, Any], controls: Mapping[str, Control]) -> Finding:
    name = item["control"]
    accepted = Exemption(control=name, **item["exemption"]) if "exemption" in item else None
    status = Status(item["status"])
    return Finding(controls[name], item["urn"], status, item["message"], item["property"], accepted)


class Results:
    """The results in `folder`. `basis` is what all of them depend on besides the state itself."""

    def __init__(self, folder: Path, basis: str) -> None:
        self._folder = folder
        self._basis = basis
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise GuardError(f"The results can't be written to {folder}: {error.strerror}.") from None

    def has(self, file: StateFile) -> bool:
        """Whether `file` was judged before, under the same conditions. What could not be read is tried again."""
        try:
            entry = json.loads(self._path(file).read_bytes())
        except (OSError, ValueError):
            return False
        return isinstance(entry, dict) and entry.get("fingerprint") == self._fingerprint(file)

    def write(self, file: StateFile, result: Mapping[str, Any]) -> None:
        """Keeps the JSON form of a result. A reader sees all of it or nothing."""
        path = self._path(file)
        entry = dict(result) if "error" in result else {**result, "fingerprint": self._fingerprint(file)}
        try:
            files.write(path, [json.dumps(entry, indent=1), "\n"])
        except OSError as error:
            raise GuardError(f"The result can't be written to {path}: {error.strerror}.") from None

    def read(
        self, wanted: Sequence[StateFile], controls: Mapping[str, Control]
    ) -> Iterator[StackResult | Unreadable]:
        """The results of `wanted`, in their order, one at a time."""
        for file in wanted:
            yield decode(json.loads(self._path(file).read_bytes()), controls)

    def _path(self, file: StateFile) -> Path:
        stem = re.sub(r"\.json(\.gz|\.zst)?$", "", file.source)
        words = re.findall(r"[A-Za-z0-9._-]+", "/".join(stem.split("/")[-2:]))
        digest = hashlib.sha256(file.source.encode()).hexdigest()[:12]
        return self._folder / f"{'-'.join([*words, digest])}.json"

    def _fingerprint(self, file: StateFile) -> str:
        return hashlib.sha256("\0".join((self._basis, file.source, file.stamp)).encode()).hexdigest()
