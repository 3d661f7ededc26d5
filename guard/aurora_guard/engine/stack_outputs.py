"""The outputs of other stacks, for the references of a program: from files, since guard reaches no backend."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import GuardError
from .documents import read_json
from .urn import STACK_TYPE
from .wire import SECRET, SIGNATURE, UNKNOWN, Properties, is_signed, secret

#: The folder beside Pulumi.yaml that may hold them, such as those of `acme/network/dev` in `acme/network/dev.json`.
FOLDER = "stack-outputs"

#: What `pulumi stack output --json` prints in the place of a secret.
_HIDDEN = "[secret]"

#: What a program gets for it: text that the monitor takes for an unknown value. A bare unknown would make all outputs
#: of the stack unknown, because the SDK holds them in one.
HIDDEN = f"{UNKNOWN} of another stack"


def load(folder: Path, given: Mapping[str, Path]) -> dict[str, Properties]:
    """The outputs by the name of their stack: those in `given` files, and those in the folder by convention.

    A file holds what `pulumi stack output --json` or `pulumi stack export` prints. Raises GuardError where it does
    not.
    """
    root = folder / FOLDER
    files = {str(file.relative_to(root).with_suffix("")): file for file in sorted(root.rglob("*.json"))}
    return {name: _read(file) for name, file in {**files, **given}.items()}


def of(name: str, outputs: Mapping[str, Properties], organization: str, project: str) -> Properties | None:
    """The outputs of the stack that a program calls `name`: in full, or without its organization or project."""
    parts = name.split("/")
    full = [organization, project, *parts][-3:] if len(parts) == 1 else [organization, *parts][-3:]
    names = ["/".join(full)]
    if full[0] == organization:
        names += ["/".join(full[1:]), *([full[2]] if full[1] == project else [])]
    return next((outputs[each] for each in names if each in outputs), None)


def _read(file: Path) -> Properties:
    content = read_json(file, "file of stack outputs")
    deployment = content.get("deployment")
    if not isinstance(deployment, dict):
        return {key: _value(value) for key, value in content.items()}
    for resource in deployment.get("resources") or ():
        if isinstance(resource, dict) and resource.get("type") == STACK_TYPE:
            return {key: _value(value) for key, value in (resource.get("outputs") or {}).items()}
    raise GuardError(f"The file of stack outputs {file} is an export without a stack: it has no outputs.")


def _value(value: Any) -> Any:
    """A value as the program gets it. One that is encrypted or hidden is an unknown secret."""
    if value == _HIDDEN or is_signed(value, SECRET):
        return secret(HIDDEN)
    if isinstance(value, dict):
        return {key: _value(item) for key, item in value.items() if key != SIGNATURE}
    return [_value(item) for item in value] if isinstance(value, list) else value
