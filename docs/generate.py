"""Writes the derived pages: `docs/controls`, `docs/components`, and of frameworks, coverage and traps.

`make docs` runs it; a test fails while a page differs from what it would write.
"""

import csv
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from aurora_policies.controls import by_id, catalogue
from aurora_policies.controls.control import TOPICS
from aurora_policies.equivalents import equivalents
from aurora_policies.frameworks import frameworks
from aurora_policies.reference import control_index, control_page

ROOT = Path(__file__).parent
SCHEMA = ROOT.parent / "components" / "schema.json"
GUIDE = ROOT / "guide.csv"
"""What the guide asks for, one requirement a row, and what carries it; the source of `coverage.md`."""

TRAPS = ROOT / "traps.csv"
"""What users of other modules fell into, one trap a row, and what the components do; the source of `traps.md`."""

TESTS = ROOT.parent / "tests"

GENERATED_FOLDERS = ("controls", "components")


def pages() -> dict[str, str]:
    """Return every generated page by its path below `docs`."""
    found = {f"controls/{control.id}.md": control_page(control) for control in catalogue()}
    found["controls/README.md"] = control_index(catalogue())
    found["frameworks.md"] = frameworks_page()
    found["coverage.md"] = coverage_page(requirements())
    found["traps.md"] = traps_page(traps())
    found["equivalents.md"] = equivalents_page()
    found["remediation.md"] = remediation_page()
    found.update(component_pages(json.loads(SCHEMA.read_text("utf-8"))))
    return found


def remediation_page() -> str:
    """Return the page of the controls that can change a resource, and what each changes."""
    fixing = [(control, control.fix) for control in catalogue() if control.fix is not None]
    lines = [
        "# Remediation",
        "",
        f"{len(fixing)} controls can repair a resource before it is created or updated. Nothing is repaired unless you",
        "set a control's level to `remediate`:",
        "",
        "```json",
        json.dumps({fixing[0][0].id: "remediate"}, indent=2),
        "```",
        "",
        "A repair sets one property. Each of them is changed in place, costs nothing and can be taken back. What a",
        "repair does not cure stops the update, as at the level `mandatory`. Put the change into the program as well:",
        "a stack without the pack would take it back.",
        "",
        "| control | sets | to |",
        "|---|---|---|",
    ]
    for control, fix in fixing:
        value = fix.value_for(control.settings())
        lines.append(f"| {_link(control.id, False)} | `{fix.property.aws}` | `{json.dumps(value)}` |")
    return "\n".join(lines) + "\n"


def equivalents_page() -> str:
    """Return the page that leads from other tools' ids to our controls."""
    lines = [
        "# Ids of other tools",
        "",
        f"{len(equivalents())} checks of other tools have a counterpart here. "
        "Some require only a part of what the control requires.",
    ]
    for tool in sorted({row.tool for row in equivalents()}):
        rows = [row for row in equivalents() if row.tool == tool]
        lines += ["", f"## {tool}", "", f"| id ({len(rows)}) | control |", "|---|---|"]
        lines += [f"| `{row.id}` | {_link(row.control, False)} |" for row in rows]
    return "\n".join(lines) + "\n"


def frameworks_page() -> str:
    """Return the page that shows each framework, requirement by requirement."""
    lines = [
        "# Frameworks",
        "",
        "What of each framework the controls carry. `guard profile ID` writes the configuration that enforces one.",
        "A control in italics is mapped by this project's own judgement, the others by published mappings.",
    ]
    for framework in frameworks():
        lines += ["", f"## {framework.name} {framework.version}", ""]
        lines += [f"Profile `{framework.id}`; [reference]({framework.reference}).", ""]
        lines += ["| requirement | | controls |", "|---|---|---|"]
        for requirement in framework.requirements:
            links = (
                _link(control, control in requirement.inferred) for control in sorted(requirement.controls)
            )
            lines.append(f"| {requirement.id} | {requirement.title} | {', '.join(links)} |")
    mapped = {control for item in frameworks() for row in item.requirements for control in row.controls}
    lines += ["", "## In no framework", ""]
    lines += [
        f"- {_link(control, False)}: {by_id()[control].title}."
        for control in by_id()
        if control not in mapped
    ]
    return "\n".join(lines) + "\n"


def _link(control: str, inferred: bool) -> str:
    link = f"[{control}](controls/{control}.md)"
    return f"*{link}*" if inferred else link


def requirements() -> list[dict[str, str]]:
    """Return the rows of `guide.csv`: topic, id, requirement, page, component, controls (spaced) and reason."""
    with GUIDE.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def coverage_page(rows: Iterable[Mapping[str, str]]) -> str:
    """Return the page that follows the guide topic by topic, with what carries each requirement."""
    by_topic: dict[str, list[Mapping[str, str]]] = {topic: [] for topic in TOPICS}
    for row in rows:
        by_topic[row["topic"]].append(row)
    lines = [
        "# Coverage of the guide",
        "",
        "Amazon's security guide for Aurora, topic by topic: what it asks for that a stack can show, the component",
        "setting that does it, and the controls that check it. Where neither can, the reason is given.",
        "",
        "| topic | requirements | under a control | in a component | neither, with a reason |",
        "|---|--:|--:|--:|--:|",
    ]
    for topic, asked in by_topic.items():
        checked = sum(bool(row["controls"]) for row in asked)
        built = sum(bool(row["component"]) for row in asked)
        neither = sum(not row["controls"] and not row["component"] for row in asked)
        lines.append(
            f"| [{_topic_title(topic)}](#{topic}) | {len(asked)} | {checked} | {built} | {neither} |"
        )
    for topic, asked in by_topic.items():
        lines += ["", f"## {_topic_title(topic)}", ""]
        lines += ["| requirement | guide page | component | controls |", "|---|---|---|---|"]
        for row in asked:
            links = ", ".join(_link(control, False) for control in row["controls"].split())
            checked_by = links or (f"*none: {_cell(row['reason'])}*" if row["reason"] else "")
            lines.append(
                f"| {_cell(row['requirement'])} | {_cell(row['page'])} | {_cell(row['component'])} | {checked_by} |"
            )
    return "\n".join(lines) + "\n"


def traps() -> list[dict[str, str]]:
    """Return the rows of `traps.csv`: trap, threads, problem, answer and, without a test, why untested."""
    with TRAPS.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def trap_tests() -> dict[str, list[str]]:
    """Return the tests that are named after a trap, `test_t<number>_...`, by the number."""
    found: dict[str, set[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for number, name in re.findall(r"def test_t(\d+)_(\w+)", path.read_text("utf-8")):
            found.setdefault(number, set()).add(name.replace("_", " "))
    return {number: sorted(names) for number, names in found.items()}


def traps_page(rows: Iterable[Mapping[str, str]]) -> str:
    """Return the page of traps, each with the tests that show it is one no more."""
    lines = [
        "# Traps",
        "",
        "What users of other Aurora modules fell into, where it was reported, and what these components do about it.",
        "",
        "TF is hashicorp/terraform-provider-aws, TFA, TFR, TFP and TFS are terraform-aws-modules' rds-aurora, rds,",
        "rds-proxy and security-group, CPO is cloudposse/terraform-aws-rds-cluster, PAWS pulumi/pulumi-aws,",
        "CDK aws/aws-cdk, AWX and awsx pulumi/pulumi-awsx, CFN CloudFormation's coverage roadmap, ACK the AWS",
        "controllers for Kubernetes, AIA aws-ia/terraform-aws-rds-aurora.",
    ]
    tests = trap_tests()
    for row in rows:
        lines += ["", f"## T{row['trap']}", "", f"**{row['problem']}** {row['answer']}", ""]
        lines += [f"- test: {name}" for name in tests.get(row["trap"], ())]
        lines += [f"- no test: {row['untested']}"] if row["untested"] else []
        lines += [f"- reported in: {row['threads']}"] if row["threads"] else []
    return "\n".join(lines) + "\n"


def _topic_title(topic: str) -> str:
    return topic.replace("-", " ").capitalize().replace("Iam", "IAM").replace("Vpc", "VPC")


def component_pages(schema: Mapping[str, Any]) -> dict[str, str]:
    """Return a page for each component of the package schema, and their index."""
    names = {
        token.rsplit(":", 1)[-1]: body
        for token, body in schema["resources"].items()
        if body.get("isComponent")
    }
    found = {
        f"components/{name}.md": _component_page(name, body, schema["types"]) for name, body in names.items()
    }
    rows = (
        f"| [{name}]({name}.md) | {_first(body.get('description', ''))} |"
        for name, body in sorted(names.items())
    )
    head = [
        "# Components",
        "",
        "Generated by `make docs` from the package's schema.",
        "",
        "| component | |",
        "|---|---|",
    ]
    found["components/README.md"] = "\n".join([*head, *rows]) + "\n"
    return found


def _component_page(name: str, body: Mapping[str, Any], types: Mapping[str, Any]) -> str:
    lines = [
        f"# {name}",
        "",
        body.get("description", ""),
        "",
        f"Token `aurora:index:{name}`.",
        "",
        "## Arguments",
        "",
    ]
    lines += _table(body.get("inputProperties", {}), body.get("requiredInputs", ()))
    lines += ["", "## Outputs", "", *_table(body.get("properties", {}), body.get("required", ()))]
    for token in _reachable(body.get("inputProperties", {}), types):
        kind = types[token]
        lines += ["", f"## {token.rsplit(':', 1)[-1]}", "", kind.get("description", ""), ""]
        if "enum" in kind:
            lines += ["| value | |", "|---|---|"]
            lines += [
                f"| `{item['value']}` | {_cell(item.get('description', ''))} |" for item in kind["enum"]
            ]
        else:
            lines += _table(kind.get("properties", {}), kind.get("required", ()))
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"


def _table(properties: Mapping[str, Any], required: Iterable[str]) -> list[str]:
    needed = set(required)
    lines = ["| name | type | |", "|---|---|---|"]
    for name, spec in sorted(properties.items(), key=lambda item: (item[0] not in needed, item[0])):
        mark = " (required)" if name in needed else ""
        lines.append(f"| `{name}`{mark} | {_type(spec)} | {_cell(spec.get('description', ''))} |")
    return lines


def _type(spec: Mapping[str, Any]) -> str:
    if "$ref" in spec:
        return str(spec["$ref"]).rsplit("/", 1)[-1].rsplit(":", 1)[-1]
    if spec.get("type") == "array":
        return f"list of {_type(spec['items'])}"
    if spec.get("type") == "object":
        return f"map of {_type(spec['additionalProperties'])}" if "additionalProperties" in spec else "object"
    return str(spec.get("type", "any"))


def _reachable(properties: Mapping[str, Any], types: Mapping[str, Any]) -> list[str]:
    """The nested types that `properties` lead to, each once, in the order met."""
    found: list[str] = []
    waiting = list(properties.values())
    while waiting:
        spec = waiting.pop(0)
        waiting += [
            spec[key] for key in ("items", "additionalProperties") if isinstance(spec.get(key), Mapping)
        ]
        token = str(spec.get("$ref", "")).removeprefix("#/types/")
        if token in types and token not in found:
            found.append(token)
            waiting += list(types[token].get("properties", {}).values())
    return found


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _first(text: str) -> str:
    return _cell(text.split("\n\n")[0])


def stale() -> list[str]:
    """Return the generated files that no longer belong to anything."""
    present = {
        str(path.relative_to(ROOT)) for folder in GENERATED_FOLDERS for path in (ROOT / folder).glob("*.md")
    }
    return sorted(present - set(pages()))


def main() -> None:
    """Write every page and remove the stale ones."""
    for name in stale():
        (ROOT / name).unlink()
    for name, text in pages().items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
