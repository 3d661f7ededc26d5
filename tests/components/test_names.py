"""T32: names are short enough, in lower case, and as different as what they were made from."""

import re

from hypothesis import given
from hypothesis import strategies as st

from aurora_components.support.names import CLUSTER_NAME_LIMIT, aws_name, child

VALID = re.compile(r"[a-z](?:-?[a-z0-9])*")


@given(st.text())
def test_t32_any_text_becomes_a_valid_identifier(text: str) -> None:
    name = aws_name(text)
    assert VALID.fullmatch(name)
    assert len(name) <= CLUSTER_NAME_LIMIT
    assert aws_name(name) == name


@given(st.from_regex(VALID, fullmatch=True).filter(lambda name: len(name) <= CLUSTER_NAME_LIMIT))
def test_t32_a_valid_identifier_stays_as_it_is(name: str) -> None:
    assert aws_name(name) == name


def test_t32_examples() -> None:
    assert aws_name("Orders_DB") == "orders-db"
    assert aws_name("2024--orders") == "db-2024-orders"
    assert aws_name("!") == "db"


def test_t32_long_names_stay_apart() -> None:
    one, two = aws_name("a" * 80 + "1"), aws_name("a" * 80 + "2")
    assert one != two
    assert one.startswith("a" * 30)


@given(
    st.from_regex(VALID, fullmatch=True), st.from_regex(VALID, fullmatch=True).filter(lambda s: len(s) < 20)
)
def test_t32_a_child_keeps_its_suffix_whole(name: str, suffix: str) -> None:
    result = child(name, suffix)
    assert result.endswith(f"-{suffix}")
    assert len(result) <= 63
