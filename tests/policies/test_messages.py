"""What a message may hold, whatever a program gives its resources."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aurora_policies.controls.control import fail
from aurora_policies.messages import LONGEST, presentable, printable, redacted
from aurora_policies.model.policy_document import matches
from tests.policies.analyzer import Analyzer
from tests.policies.cases import UNKNOWN, cluster, res, secret


@given(st.text())
def test_nothing_that_a_terminal_obeys(text: str) -> None:
    shown = presentable(fail(text, text), ())
    for part in (shown.message, shown.property):
        assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in part)
        part.encode()


def test_escapes_are_spelled_out() -> None:
    assert printable("a\x1b[31mb\nc\u202ed") == "a\\x1b[31mb\\nc\\u202ed"


def test_a_long_message_says_what_is_left_out() -> None:
    message = presentable(fail("x" * 200_000), ()).message
    assert len(message) < LONGEST + 40
    assert message.endswith("(198000 more characters)")


@pytest.mark.parametrize(
    ("text", "secrets", "expected"),
    [
        ("`a` is hunter2.", {"hunter2"}, "`a` is [secret]."),
        ("hunter2, hunter22", {"hunter2", "hunter22"}, "[secret], [secret]"),
        ("2010 is no 10.", {"10"}, "2010 is no [secret]."),
        ("`*` and x", {"*", "x", ""}, "`*` and x"),
        ("a.b*c", {"a.b*c"}, "[secret]"),
    ],
)
def test_secrets_are_cut_out(text: str, secrets: set[str], expected: str) -> None:
    assert redacted(text, secrets) == expected


def test_no_pattern_is_slow() -> None:
    assert matches("?*" * 5_000, "a" * 10_000)
    assert not matches("?*" * 5_000 + "b", "a" * 10_000)
    assert not matches("*a" * 100 + "b", "a" * 300)


def test_the_pack_shows_nothing_of_a_secret_list(analyzer: Analyzer) -> None:
    shared = res(
        "aws:rds/clusterSnapshot:ClusterSnapshot",
        sharedAccounts=[secret("210987654321"), UNKNOWN, "123456789012"],
    )
    for finding in analyzer.analyze(shared).values():
        assert "210987654321" not in finding.message


def test_the_pack_escapes_what_a_program_gives(analyzer: Analyzer) -> None:
    found = analyzer.analyze(cluster(masterUsername="post\x1b[31mgres", port="\x1b]0;x\x07"))
    assert not any("\x1b" in finding.message for finding in found.values())
