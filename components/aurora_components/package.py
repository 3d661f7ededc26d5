"""The Pulumi package `aurora`: which components it offers to other languages, and its schema.

`python -m aurora_components.package > components/schema.json` renews the golden schema. A difference there is a
decision, because users of the package see it.
"""

import ast
import inspect
import json
import re
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import Any, is_typeddict

import pulumi
from pulumi.errors import InputPropertiesError, InputPropertyErrorDetails
from pulumi.provider import ConstructResult
from pulumi.provider.experimental.component import ComponentProvider

import aurora_components

from .support.arguments import nearest

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
        schema = json.loads(self.schema or "{}")
        for component in COMPONENTS:
            name, args = component.__name__, inspect.get_annotations(component.__init__)["args"]
            inputs = schema["resources"][f"{NAME}:index:{name}"]["inputProperties"]
            self._describe(inputs, args, self._component_defs[name].inputs_mapping)
        for name, definition in self._type_defs.items():
            if is_typeddict(definition.python_type):
                fields = schema["types"][f"{NAME}:index:{name}"]["properties"]
                self._describe(fields, definition.python_type, definition.properties_mapping)
        self.schema = json.dumps(_tidied(schema))

    def construct(
        self,
        name: str,
        resource_type: str,
        inputs: pulumi.Inputs,
        options: pulumi.ResourceOptions | None = None,
    ) -> ConstructResult:
        """Make a component. The SDK passes over arguments that do not exist; a misspelt one is an error here."""
        schema = json.loads(self.schema or "{}")
        fields = schema["resources"].get(resource_type, {}).get("inputProperties", {})
        unknown = list(_unknown_arguments(inputs, fields, schema["types"], ""))
        if unknown:
            raise InputPropertiesError(f"{name} has arguments that {resource_type} does not take:", unknown)
        return super().construct(name, resource_type, inputs, options)

    def _describe(self, fields: dict[str, Any], owner: type, names: Mapping[str, str]) -> None:
        """Describe inherited fields: the SDK reads the docstrings of a class without those of its bases."""
        for field, description in fields.items():
            for base in _bases(owner):
                if not description.get("description"):
                    description["description"] = self.analyzer.get_docstring(base, names[field])


def schema() -> dict[str, Any]:
    """The package's schema, as SDK generators read it."""
    result: dict[str, Any] = json.loads(Package().schema or "{}")
    return result


def _unknown_arguments(
    given: Mapping[str, Any], fields: Mapping[str, Any], types: Mapping[str, Any], path: str
) -> Iterator[InputPropertyErrorDetails]:
    """The arguments, nested ones too, that the schema does not have. What is not known yet is not looked into."""
    for key, value in given.items():
        if key in fields:
            yield from _unknown_within(value, fields[key], types, f"{path}{key}")
        else:
            yield {
                "property_path": f"{path}{key}",
                "reason": f"unknown argument; {nearest(key, list(fields))}",
            }


def _unknown_within(
    value: Any, spec: Mapping[str, Any], types: Mapping[str, Any], path: str
) -> Iterator[InputPropertyErrorDetails]:
    type_ = types.get(spec.get("$ref", "").removeprefix("#/types/"), {})
    if isinstance(value, Mapping) and "properties" in type_:
        yield from _unknown_arguments(value, type_["properties"], types, f"{path}.")
    elif isinstance(value, Mapping) and "additionalProperties" in spec:
        for key, each in value.items():
            yield from _unknown_within(each, spec["additionalProperties"], types, f"{path}.{key}")
    elif isinstance(value, list) and "items" in spec:
        for place, each in enumerate(value):
            yield from _unknown_within(each, spec["items"], types, f"{path}[{place}]")


def _bases(owner: type) -> Iterator[type]:
    """The classes a TypedDict extends, read from its source: at runtime it does not know them."""
    definition = ast.parse(inspect.getsource(owner)).body[0]
    for base in definition.bases if isinstance(definition, ast.ClassDef) else ():
        found = getattr(sys.modules[owner.__module__], ast.unparse(base))
        if is_typeddict(found):
            yield found
            yield from _bases(found)


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
