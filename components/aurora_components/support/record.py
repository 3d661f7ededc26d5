"""What a component was founded with, kept in the state, so that a later update is held to it."""

from collections.abc import Callable
from typing import Any, TypeVar

import pulumi
from pulumi import Input, Output, ResourceOptions

T = TypeVar("T")


def recorded(parent: pulumi.Resource, name: str, value: Input[T], *, renew: bool = False) -> Output[T]:
    """The value that the first update recorded, or `value` when this is the first.

    A stash lives in the state alone. It keeps its first value until it is replaced: with `renew`, a value that differs
    takes the place of the recorded one.
    """
    options = ResourceOptions(
        parent=parent,
        protect=False,
        replace_on_changes=["input"] if renew else None,
        ignore_changes=None if renew else ["input"],
    )
    stash = pulumi.Stash(name, input=value, opts=options)
    output: Output[T] = stash.output
    return output


def held_to(recorded_value: Output[Any], current: Input[T], check: Callable[[Any, T], None]) -> Output[T]:
    """`current`, once `check(recorded, current)` has not raised. What it raises ends the preview."""

    def compare(values: list[Any]) -> T:
        check(values[0], values[1])
        result: T = values[1]
        return result

    return Output.all(recorded_value, current).apply(compare)
