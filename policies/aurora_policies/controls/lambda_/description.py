"""Years later somebody must decide whether the function may go; its description is all there is to ask."""

from dataclasses import dataclass
from typing import Any

from ...model import Value
from ...model.lambda_ import Function
from ..control import Severity, Verdict, control, every, is_set, setting


@dataclass(frozen=True)
class Hygiene:
    """What else a function must state."""

    require_limits: bool = setting(False, "Whether memorySize and timeout must be given.")


@control(
    title="Lambda function states what it is and what it may use",
    severity=Severity.LOW,
    topic="best-practices",
    source="https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html",
    remediation="Set description, and memorySize and timeout where the setting asks for them; in place.",
)
def description(function: Function, settings: Hygiene) -> Verdict:
    wanted: list[tuple[Value[Any], str]] = [(function.description, "nobody knows what it is for")]
    if settings.require_limits:
        wanted += [(function.memory, "the default is used"), (function.timeout, "the default is used")]
    return every([is_set(value, why) for value, why in wanted])
