"""The programs in YAML and TypeScript give the package's resources what its schema takes."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "components" / "schema.json").read_text("utf-8"))
YAML_PROGRAM = ROOT / "examples" / "yaml-consumer" / "Pulumi.yaml"
TYPESCRIPT_PROGRAM = ROOT / "examples" / "typescript-consumer" / "index.ts"

Resources = dict[str, tuple[str, dict[str, Any]]]
"""Name in the program -> (token, properties); a reference to another resource's output is `Output`."""


class Output(str):
    """A reference such as `network.vpcId`."""


def in_yaml() -> Resources:
    program = yaml.safe_load(YAML_PROGRAM.read_text("utf-8"))
    return {
        name: (each["type"], _referenced(each["properties"], re.compile(r"^\$\{(\w+\.\w+)\}$")))
        for name, each in program["resources"].items()
    }


def in_typescript() -> Resources:
    """An object literal of TypeScript is a flow mapping of YAML, as far as these programs go."""
    found: Resources = {}
    source = TYPESCRIPT_PROGRAM.read_text("utf-8")
    pattern = r"const (\w+) = new aurora\.(\w+)\(\"[\w-]+\", (\{.*?\n\})\);"
    for name, kind, literal in re.findall(pattern, source, re.DOTALL):
        properties = _referenced(yaml.safe_load(literal), re.compile(r"^([a-z]\w*\.\w+)$"))
        found[name] = (f"aurora:index:{kind}", properties)
    assert len(found) == source.count("new aurora.")
    return found


def _referenced(value: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(value, dict):
        return {key: _referenced(each, pattern) for key, each in value.items()}
    if isinstance(value, list):
        return [_referenced(each, pattern) for each in value]
    found = pattern.match(value) if isinstance(value, str) else None
    return Output(found[1]) if found else value


def problems(path: str, value: Any, spec: dict[str, Any], resources: Resources) -> Iterator[str]:
    """What the schema would refuse about one input."""
    if isinstance(value, Output):
        name, output = value.split(".")
        if output not in SCHEMA["resources"][resources[name][0]]["properties"]:
            yield f"{path}: {name} has no output {output}"
        elif spec.get("plain"):
            yield f"{path} must be known when the program runs"
        return
    if "$ref" in spec:
        type_ = SCHEMA["types"][spec["$ref"].removeprefix("#/types/")]
        if "enum" in type_:
            if value not in [member["value"] for member in type_["enum"]]:
                yield f"{path}: {value!r} is none of the enum"
        else:
            yield from object_problems(path, value, type_, "properties", "required", resources)
        return
    kinds = {
        "string": str,
        "integer": int,
        "number": (int, float),
        "boolean": bool,
        "array": list,
        "object": dict,
    }
    if not isinstance(value, kinds[spec["type"]]) or (spec["type"] != "boolean" and isinstance(value, bool)):
        yield f"{path}: {value!r} is no {spec['type']}"
        return
    if spec["type"] == "array":
        for index, each in enumerate(value):
            yield from problems(f"{path}[{index}]", each, spec["items"], resources)
    if spec["type"] == "object":
        for key, each in value.items():
            yield from problems(f"{path}.{key}", each, spec["additionalProperties"], resources)


def object_problems(
    path: str, value: dict[str, Any], type_: dict[str, Any], fields: str, required: str, resources: Resources
) -> Iterator[str]:
    for key in type_.get(required, ()):
        if key not in value:
            yield f"{path}.{key} is missing"
    for key, each in value.items():
        if key not in type_[fields]:
            yield f"{path}.{key} is not in the schema"
        else:
            yield from problems(f"{path}.{key}", each, type_[fields][key], resources)


@pytest.mark.parametrize("read", [in_yaml, in_typescript])
def test_every_input_is_in_the_schema(read: Any) -> None:
    resources: Resources = read()
    assert resources
    for name, (token, properties) in resources.items():
        resource = SCHEMA["resources"][token]
        found = object_problems(name, properties, resource, "inputProperties", "requiredInputs", resources)
        assert list(found) == []


def test_the_check_would_see_a_mistake() -> None:
    resource = SCHEMA["resources"]["aurora:index:AuroraCluster"]
    wrong = {"engine": "postgres", "vpcID": "vpc-1", "instances": {"one": {"promotionTier": "0"}}}
    found = object_problems("c", wrong, resource, "inputProperties", "requiredInputs", {})
    assert {problem.split(":")[0].split(" ")[0] for problem in found} >= {
        "c.engine",
        "c.vpcID",
        "c.vpcId",
        "c.instances.one.promotionTier",
    }
