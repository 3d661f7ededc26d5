"""Starts a control: `make control ID=rds-something [VIEW=DbCluster] [PROPERTY=copyTagsToSnapshot]`.

Writes the control, its cases and its mutation from a template that is green at once, and renews the docs. The
template asks that one flag of the view is true; edit it into what the control is about. It is opt-in until you
take that out.
"""

import argparse
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from aurora_policies.controls import by_id
from aurora_policies.model import Flag, View

ROOT = Path(__file__).parents[1]
CONTROLS = ROOT / "policies" / "aurora_policies" / "controls"
CASES = ROOT / "tests" / "policies" / "controls"

CONTROL = '''"""Say in a sentence or two why it matters: what goes wrong where the control fails."""

from ...model.{module} import {view}
from ..control import Severity, Verdict, control, is_true


@control(
    title="{noun} sets {property}",
    severity=Severity.LOW,
    topic="best-practices",
    source="CHAP_BestPractices",
    remediation="Set {property} to true; in place.",
    opt_in="it is new: remove this line when the components meet it",
)
def {name}({subject}: {view}) -> Verdict:
    return is_true({subject}.{attribute})
'''

CASE = '''"""Cases of {id}."""

from tests.policies.cases import UNKNOWN, absent_fails, added, compliant, mutation, res, unknown, violating

TOKEN = "{token}"

CASES = [
    compliant("set", res(TOKEN, {property}=True)),
    violating("not set", res(TOKEN, {property}=False), says="is false"),
    absent_fails("left out", res(TOKEN)),
    unknown("from configuration", res(TOKEN, {property}=UNKNOWN)),
]

MUTATION = mutation(added(res(TOKEN, {property}=False)))
'''


def fail(message: str) -> None:
    sys.stderr.write(f"Error: {message}\n")
    sys.exit(2)


def views(module: str) -> dict[str, type[View]]:
    """The views of a model module with a flag that the template can ask for."""
    try:
        found = vars(import_module(f"aurora_policies.model.{module}"))
    except ModuleNotFoundError:
        return {}
    return {
        name: view
        for name, view in found.items()
        if isinstance(view, type) and issubclass(view, View) and view.TYPES and flags(view)
    }


def flags(view: type[View]) -> dict[str, str]:
    """The flags of a view, by their name in Pulumi."""
    declared = {name: item for kind in reversed(view.__mro__) for name, item in vars(kind).items()}
    return {
        item.aws: name for name, item in declared.items() if isinstance(item, Flag) and "." not in item.aws
    }


def main() -> None:
    """Write the files, or say what is wrong and write nothing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("id", help="such as rds-something: the folder of the service, then the name")
    parser.add_argument("--view", default="", help="the view that it judges, such as DbCluster")
    parser.add_argument("--property", default="", help="a flag of the view, as Pulumi spells it")
    parser.add_argument(
        "--root", type=Path, default=ROOT, help="where to write; the tests use a folder of theirs"
    )
    given = parser.parse_args()
    folders = sorted(
        path.name for path in CONTROLS.iterdir() if path.is_dir() and not path.name.startswith("_")
    )
    words = [folder.rstrip("_").replace("_", "-") for folder in folders]
    service = max((word for word in words if given.id.startswith(f"{word}-")), key=len, default="")
    if not service or not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", given.id):
        fail(f"ID={given.id!r} must be one of {', '.join(words)}, then '-' and a name in lower case.")
    if given.id in by_id():
        fail(f"there is a control {given.id} already.")
    folder = folders[words.index(service)]
    known = views(folder)
    view = known.get(given.view) if given.view else next(iter(known.values()), None)
    if view is None:
        fail(
            f"VIEW={given.view!r} must be one of model/{folder}.py with a flag: {', '.join(known) or 'there is none'}."
        )
    assert view is not None
    choices = flags(view)
    property_ = given.property or next(iter(choices))
    if property_ not in choices:
        fail(f"PROPERTY={property_!r} must be one of {', '.join(choices)}.")
    name = given.id.removeprefix(f"{service}-").replace("-", "_")
    texts = {
        "id": given.id,
        "name": name,
        "module": view.__module__.rpartition(".")[2],
        "view": view.__name__,
        "noun": view.NOUN[:1].upper() + view.NOUN[1:],
        "subject": re.sub(r"(?<!^)(?=[A-Z])", "_", view.__name__).lower().rpartition("_")[2],
        "property": property_,
        "attribute": choices[property_],
        "token": view.TYPES[0],
    }
    written = {
        CONTROLS.relative_to(ROOT) / folder / f"{name}.py": CONTROL.format(**texts),
        CASES.relative_to(ROOT) / folder / f"{name}.py": CASE.format(**texts),
    }
    for path, text in written.items():
        (given.root / path).parent.mkdir(parents=True, exist_ok=True)
        (given.root / path).write_text(text, "utf-8")
        print(f"wrote {path}")
    if given.root == ROOT:
        subprocess.run([sys.executable, ROOT / "docs" / "generate.py"], check=True)
        print(f"wrote docs/controls/{given.id}.md")
    print(
        f"Edit the control and its cases, then run: venv/bin/pytest -n 0 tests/policies -k {given.id} && make docs"
    )


if __name__ == "__main__":
    main()
