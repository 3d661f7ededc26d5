"""`guard accounts`: what a stack's accounts would change, without a change."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from aurora_guard.cli import guard
from aurora_guard.errors import GuardError
from tests.harness.programs import write_program

PROGRAM = """
    from aurora_components import DatabaseAccounts, Network

    network = Network("orders", {"interface_endpoints": ["secretsmanager"]})
    handle = {handle!r}
    DatabaseAccounts("orders", {"connection": handle, "engine": "aurora-postgresql", "vpc_id": network.vpc_id,
        "subnet_ids": network.database_subnet_ids, "endpoint_security_group_id": network.endpoint_security_group_id,
        "accounts": {"orders_rw": {"access": "writer"}, "batch": {"access": "reader", "authentication": "password"}}})
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.components.handles import text

    program = PROGRAM.replace("{handle!r}", repr(text()))
    return write_program(tmp_path_factory.mktemp("accounts"), program, config={"aws:region": "eu-central-1"})


def test_the_statements_are_for_an_administrator_to_run(project: Path) -> None:
    result = CliRunner().invoke(guard, ["accounts", "sql", "--project", str(project)], catch_exceptions=False)
    lines = result.output.splitlines()
    assert lines[:3] == ["-- orders, database orders", '\\connect "orders"', "BEGIN;"]
    assert 'GRANT "rds_iam" TO "orders_rw";' in lines
    assert "COMMIT;" in lines
    assert any("set the one of its secret orders-dev/batch" in line for line in lines)


def test_a_plan_needs_the_password_and_names_what_it_cannot_reach(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["accounts", "plan", "--project", str(project), "--host", "127.0.0.1", "--port", "1"]
    monkeypatch.delenv("DB_PASSWORD", raising=False)
    with pytest.raises(GuardError, match="DB_PASSWORD is not set"):
        CliRunner().invoke(guard, arguments, catch_exceptions=False)
    monkeypatch.setenv("DB_PASSWORD", "do not tell")
    with pytest.raises(GuardError, match=r"cannot reach postgresql at 127\.0\.0\.1:1") as caught:
        CliRunner().invoke(guard, arguments, catch_exceptions=False)
    assert "do not tell" not in str(caught.value)
    with pytest.raises(GuardError, match="no DatabaseAccounts named other"):
        CliRunner().invoke(guard, [*arguments, "--component", "other"], catch_exceptions=False)
