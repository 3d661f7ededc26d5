"""The table of other tools' ids names controls that exist, each row once, in order."""

from aurora_policies.controls import by_id
from aurora_policies.equivalents import equivalents, equivalents_of


def test_every_row_names_a_control() -> None:
    assert {row.control for row in equivalents()} <= set(by_id())


def test_every_row_is_complete_and_stands_once_in_order() -> None:
    rows = equivalents()
    assert list(rows) == sorted(set(rows))
    assert all(row.tool and row.id for row in rows)


def test_a_control_has_its_ids() -> None:
    assert "checkov:CKV_AWS_96" in equivalents_of("rds-cluster-storage-encrypted")
    assert equivalents_of("no-such-control") == ()
