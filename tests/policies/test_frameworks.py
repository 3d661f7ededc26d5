"""The framework mappings point at controls that exist, and every control is mapped or says that it is not."""

import json
from pathlib import Path

import pytest

from aurora_policies.controls import by_id, catalogue
from aurora_policies.frameworks import frameworks, requirements_of
from aurora_policies.reference import control_page

FOLDER = Path(__file__).parents[2] / "policies" / "aurora_policies" / "frameworks"


def test_the_frameworks_that_people_ask_for_are_there() -> None:
    assert {item.id for item in frameworks()} == {
        "aws-fsbp",
        "cis-aws-3.0",
        "cis-aws-5.0",
        "hipaa",
        "iso-27001-2022",
        "nist-800-53-r5",
        "pci-dss-4.0.1",
        "soc-2",
    }


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_every_id_of_a_framework_resolves(path: Path) -> None:
    raw = json.loads(path.read_text("utf-8"))
    assert raw["id"] == path.stem
    known = set(by_id())
    seen: set[str] = set()
    for requirement in raw["requirements"]:
        assert requirement["id"] not in seen
        seen.add(requirement["id"])
        assert requirement["title"]
        named = [*requirement["controls"], *requirement.get("inferred", [])]
        assert named, requirement["id"]
        assert len(named) == len(set(named)), requirement["id"]
        assert set(named) <= known, sorted(set(named) - known)


def test_every_control_is_mapped_or_its_page_says_that_it_is_not() -> None:
    for control in catalogue():
        if not requirements_of(control.id):
            assert "No framework asks for this by name." in control_page(control)
