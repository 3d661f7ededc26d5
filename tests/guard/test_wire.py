"""Properties between their protobuf and their plain form."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aurora_guard.engine.urn import name_of, package_of, qualified_type, type_of, urn
from aurora_guard.engine.wire import (
    OUTPUT_VALUE,
    RESOURCE,
    SIGNATURE,
    UNKNOWN,
    from_struct,
    has_secret,
    has_unknown,
    resolved,
    reveal,
    secret,
    to_struct,
)

numbers = st.one_of(st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False))
values = st.recursive(
    st.one_of(st.none(), st.booleans(), numbers, st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(), inner, max_size=4)),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), values, max_size=4))
def test_properties_survive_the_wire(properties: dict[str, Any]) -> None:
    assert from_struct(to_struct(properties)) == properties


@given(st.text(), st.text())
def test_text_around_an_unknown_is_unknown(before: str, after: str) -> None:
    properties = {"a": [{"b": before + UNKNOWN + after}], "c": before}
    assert from_struct(to_struct(properties)) == {"a": [{"b": UNKNOWN}], "c": before}


@given(values)
def test_secrets_are_marked_once_and_found_anywhere(value: Any) -> None:
    assert secret(secret(value)) == secret(value)
    assert reveal({"a": [secret(value)]}) == {"a": [value]}
    assert has_secret({"a": [{"b": secret(value)}]})
    assert not has_secret({"a": [value]})
    assert has_unknown([{"a": secret(UNKNOWN)}])
    assert not has_unknown(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({SIGNATURE: RESOURCE, "urn": "urn:1", "id": "i-1"}, "i-1"),
        ({SIGNATURE: RESOURCE, "urn": "urn:1", "id": ""}, UNKNOWN),
        ({SIGNATURE: RESOURCE, "urn": "urn:1"}, "urn:1"),
        ({SIGNATURE: OUTPUT_VALUE, "value": 3, "dependencies": ["urn:1"]}, 3),
        ({SIGNATURE: OUTPUT_VALUE, "secret": True}, secret(UNKNOWN)),
    ],
)
def test_references_and_output_values_become_what_they_stand_for(value: Any, expected: Any) -> None:
    assert resolved({"a": [value]}) == {"a": [expected]}


def test_urns() -> None:
    stack = urn("dev", "shop", "pulumi:pulumi:Stack", "shop-dev")
    outer = urn("dev", "shop", "my:index:Outer", "app", stack)
    inner = urn("dev", "shop", "my:index:Inner", "app-inner", outer)
    topic = urn("dev", "shop", "aws:sns/topic:Topic", "a::b", inner)
    assert outer == "urn:pulumi:dev::shop::my:index:Outer::app"
    assert topic == "urn:pulumi:dev::shop::my:index:Outer$my:index:Inner$aws:sns/topic:Topic::a::b"
    assert qualified_type(topic) == "my:index:Outer$my:index:Inner$aws:sns/topic:Topic"
    assert (type_of(topic), name_of(topic)) == ("aws:sns/topic:Topic", "a::b")
    assert package_of(type_of(topic)) == "aws"
