"""The Pulumi package `aurora`: which components it offers to other languages, and its schema.

`python -m aurora_components.package > components/schema.json` renews the golden schema. A difference there is a
decision: whoever uses the package sees it.
"""

import inspect
import json
import re
import sys
from importlib.metadata import version
from typing import Any

import pulumi
from pulumi.provider.experimental.component import ComponentProvider

import aurora_components

NAME = "aurora"
"""Name of the package and first part of every type token."""

NAMESPACE = "aurora-guardrails"
"""Publisher, which scopes the names of the generated SDKs."""

COMPONENTS: tuple[type[pulumi.ComponentResource], ...] = tuple(
    exported
    for exported in vars(aurora_components).values()
    if inspect.isclass(exported) and issubclass(exported, pulumi.ComponentResource)
)


class Package(ComponentProvider):
    """Serves the components to the engine."""

    def __init__(self) -> None:
        super().__init__(list(COMPONENTS), NAME, NAMESPACE, version("aurora-guardrails"))
        self.schema = json.dumps(_tidied(json.loads(self.schema or "{}")))


def schema() -> dict[str, Any]:
    """The package's schema, as SDK generators read it."""
    result: dict[str, Any] = json.loads(Package().schema or "{}")
    return result


def _tidied(node: Any) -> Any:
    """Undo the indentation and line breaks that docstrings have in the source, in every description."""
    if isinstance(node, list):
        return [_tidied(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _paragraphs(value) if key == "description" and isinstance(value, str) else _tidied(value)
        for key, value in node.items()
    }


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", inspect.cleandoc(text)))


if __name__ == "__main__":
    json.dump(schema(), sys.stdout, indent=2)
    sys.stdout.write("\n")
