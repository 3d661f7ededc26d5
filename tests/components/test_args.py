"""One shape for arguments however they were written, and every problem of a call told at once."""

import copy
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NotRequired, Optional, TypedDict

import pulumi
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pulumi import Input, Output

from aurora_components.support.arguments import Problems, normalise


class Colour(StrEnum):
    RED = "red"
    DARK_BLUE = "dark-blue"


class Nested(TypedDict):
    promotion_tier: NotRequired[int]
    zone: NotRequired[Input[str]]


class Shape(TypedDict):
    colour: Colour
    engine_version: str
    max_days: NotRequired[int]
    min_capacity: NotRequired[float]
    fast: NotRequired[bool]
    tags: NotRequired[Mapping[str, Input[str]]]
    subnet_ids: NotRequired[Input[Sequence[Input[str]]]]
    by_key: NotRequired[Mapping[str, Nested]]
    in_order: NotRequired[Sequence[Nested]]
    note: NotRequired[Optional[str]]  # noqa: UP045  # the spelling component authors may use
    anything: NotRequired[Any]


NUMBER = "not a whole number"
NOT_A_COLOUR = "is not one of the values of Colour"
MINIMAL: dict[str, Any] = {"colour": Colour.RED, "engine_version": "17.5"}


def problems_of(**changes: Any) -> dict[str, str]:
    problems = Problems()
    normalise({**MINIMAL, **changes}, Shape, problems)
    return dict(problems)


def camel_case(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)


def as_the_engine_sends_it(value: Any, keys_are_fields: bool = True) -> Any:
    """camelCase fields, floats for ints, strings for enums: what `Construct` receives."""
    if isinstance(value, Mapping):
        return {
            camel_case(key) if keys_are_fields else key: as_the_engine_sends_it(
                each, keys_are_fields=key not in ("tags", "by_key")
            )
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [as_the_engine_sends_it(each) for each in value]
    if isinstance(value, Colour):
        return value.value
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value


key = st.text("abc_", min_size=1, max_size=4)
nested = st.fixed_dictionaries({}, optional={"promotion_tier": st.integers(0, 15), "zone": st.text()})
shapes = st.fixed_dictionaries(
    {"colour": st.sampled_from(Colour), "engine_version": st.text()},
    optional={
        "max_days": st.integers(-(2**40), 2**40),
        "min_capacity": st.floats(allow_nan=False, allow_infinity=False),
        "fast": st.booleans(),
        "tags": st.dictionaries(key, st.text()),
        "subnet_ids": st.lists(st.text()),
        "by_key": st.dictionaries(key, nested),
        "in_order": st.lists(nested),
        "note": st.text(),
    },
)


@given(shapes)
def test_both_call_modes_give_the_same_arguments_and_change_nothing(shape: dict[str, Any]) -> None:
    for given_ in (shape, as_the_engine_sends_it(shape)):
        before = copy.deepcopy(given_)
        problems = Problems()
        assert normalise(given_, Shape, problems) == shape
        assert not problems
        assert given_ == before


@given(shapes)
def test_numbers_and_enums_arrive_as_themselves(shape: dict[str, Any]) -> None:
    result = normalise(as_the_engine_sends_it(shape), Shape, Problems())
    assert isinstance(result["colour"], Colour)
    assert isinstance(result.get("max_days", 0), int)
    assert isinstance(result.get("min_capacity", 0.0), float)


@given(shapes, st.lists(st.sampled_from(["nonsense", "shade", "Engine_Version"]), unique=True, min_size=1))
def test_every_unknown_key_is_reported(shape: dict[str, Any], unknown: list[str]) -> None:
    problems = Problems()
    assert normalise({**shape, **dict.fromkeys(unknown, 1)}, Shape, problems) == shape
    assert {path for path, _ in problems} == set(unknown)


def test_an_unknown_key_names_its_nearest() -> None:
    assert problems_of(egnine_version="1", by_key={"one": {"promotionTeir": 1}}) == {
        "egnine_version": "unknown argument; did you mean 'engine_version'?",
        "by_key.one.promotionTeir": "unknown argument; did you mean 'promotion_tier'?",
    }


def test_a_key_with_no_neighbour_lists_them_all() -> None:
    found = problems_of(by_key={"one": {"qqqq": 1}})
    assert found == {"by_key.one.qqqq": "unknown argument; use one of: promotion_tier, zone"}


def test_missing_required_keys_are_reported_together() -> None:
    problems = Problems()
    assert not normalise({}, Shape, problems)
    assert dict(problems) == {
        "colour": "is required; add it",
        "engine_version": "is required; add it",
    }


def test_one_field_in_two_spellings_is_refused() -> None:
    assert "keep one" in problems_of(engineVersion="16")["engine_version"]


def test_none_is_absent() -> None:
    assert normalise({**MINIMAL, "note": None, "max_days": None}, Shape, Problems()) == MINIMAL
    assert problems_of(colour=None) == {"colour": "is required; add it"}


@pytest.mark.parametrize(
    ("change", "path", "message"),
    [
        ({"max_days": 7.5}, "max_days", "must be a whole number, not a number"),
        ({"max_days": float("inf")}, "max_days", "must be a whole number, not a number"),
        ({"max_days": True}, "max_days", "must be a whole number, not true or false"),
        ({"max_days": "7"}, "max_days", "must be a whole number, not a string"),
        ({"fast": 1}, "fast", "must be true or false, not a whole number"),
        ({"min_capacity": "x"}, "min_capacity", "must be a number, not a string"),
        ({"tags": {"a": 1}}, "tags.a", "must be a string, not a whole number"),
        ({"tags": []}, "tags", "must be a map of names to values, not a list"),
        ({"subnet_ids": "subnet-1"}, "subnet_ids", "must be a list, not a string"),
        ({"subnet_ids": ["a", 1]}, "subnet_ids[1]", "must be a string, not a whole number"),
        ({"in_order": [{}, 3]}, "in_order[1]", "must be an object with the fields of Nested, " + NUMBER),
        ({"in_order": [{"zone": 3}]}, "in_order[0].zone", "must be a string, not a whole number"),
        ({"colour": "dark_blue"}, "colour", f"'dark_blue' {NOT_A_COLOUR}; did you mean 'dark-blue'?"),
        ({"colour": 3}, "colour", f"3 {NOT_A_COLOUR}; use one of: red, dark-blue"),
    ],
)  # fmt: skip
def test_a_wrong_type_says_where_and_what(change: dict[str, Any], path: str, message: str) -> None:
    assert problems_of(**change) == {path: message}


@pytest.mark.parametrize(
    "field", ["colour", "engine_version", "max_days", "fast", "tags", "by_key", "in_order"]
)
def test_an_output_cannot_stand_for_a_plain_value(field: str) -> None:
    assert problems_of(**{field: Output.from_input("x")})[field].startswith("must be a plain value")


def test_outputs_pass_untouched_where_inputs_are_taken() -> None:
    leaf, whole = Output.from_input("a"), Output.from_input(["b"])
    result = normalise(
        {
            **MINIMAL,
            "tags": {"team": leaf},
            "subnet_ids": whole,
            "by_key": {"one": {"zone": leaf}},
            "anything": leaf,
        },
        Shape,
        Problems(),
    )
    assert result["tags"]["team"] is leaf
    assert result["subnet_ids"] is whole
    assert result["by_key"]["one"]["zone"] is leaf
    assert result["anything"] is leaf


def test_maps_come_sorted_because_other_languages_keep_no_order() -> None:
    given_ = {"two": "b", "one": "a", "three": "c"}
    result = normalise({**MINIMAL, "tags": given_}, Shape, Problems())
    assert list(result["tags"]) == ["one", "three", "two"]


def test_arguments_that_are_no_map_are_one_problem() -> None:
    problems = Problems()
    normalise([], Shape, problems)  # type: ignore[arg-type]  # what a caller without types may do
    assert "must be an object with the fields of Shape, not a list" in dict(problems)[""]


def test_all_problems_are_raised_in_one_error_with_paths_for_machines() -> None:
    problems = Problems()
    problems.raise_for("AuroraCluster", "orders")
    problems.add("engine_version", "'16' is too short; write it in full, such as 16.9")
    problems.add("instances.one.promotion_tier", "must be 0 to 15")
    with pytest.raises(pulumi.InputPropertiesError) as raised:
        problems.raise_for("AuroraCluster", "orders")
    assert raised.value.message == (
        "AuroraCluster 'orders' has 2 problems in its arguments:\n"
        "  engine_version: '16' is too short; write it in full, such as 16.9\n"
        "  instances.one.promotion_tier: must be 0 to 15"
    )
    assert [error["property_path"] for error in raised.value.errors or []] == [
        "engine_version",
        "instances.one.promotion_tier",
    ]


@given(st.text(min_size=1))
def test_a_refused_value_is_never_shown(secret: str) -> None:
    shown = problems_of(max_days=f"<{secret}>", fast=[f"<{secret}>"])
    assert all(f"<{secret}>" not in message for message in shown.values())
