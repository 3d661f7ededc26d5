"""Arguments are checked once, by the component the user made. Its parts take them as they are."""

from typing import Any

import pytest

from aurora_components import AuroraDatabase, GlobalDatabase
from aurora_components.support import arguments
from tests.components.configurations import POSTGRESQL, everything
from tests.components.recording import record

MEMBER = {"vpc_id": "vpc-1", "subnet_ids": ["subnet-1", "subnet-2"], "default_instance_class": "db.r7g.large"}


def _everything() -> None:
    AuroraDatabase("orders", {**POSTGRESQL, **everything("eu-west-1")})


def _global() -> None:
    GlobalDatabase(
        "orders",
        {
            **POSTGRESQL,
            "primary_region": "eu-central-1",
            "members": {"eu-central-1": MEMBER, "eu-west-1": MEMBER},
            "backup_plan": {},
        },
    )


@pytest.mark.parametrize("program", [_everything, _global])
def test_a_component_of_many_parts_normalises_its_arguments_once(
    program: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[type] = []
    original = arguments.normalise

    def counted(args: Any, schema: type, *rest: Any) -> Any:
        calls.append(schema)
        return original(args, schema, *rest)

    monkeypatch.setattr(arguments, "normalise", counted)
    record(program)
    assert len(calls) == 1
