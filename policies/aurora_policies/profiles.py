"""Profiles: ready policy-pack configurations for a framework, or for how strict a team wants to be."""

from typing import Any

from .controls import catalogue
from .controls.control import Control, Level, Severity
from .frameworks import Framework, frameworks
from .nearest import nearest

GENERAL = {
    "baseline": "Every control at its own level: critical and high are mandatory, the others advise.",
    "strict": "Every control is on; all but the low and the opt-in ones are mandatory, with stricter settings.",
    "advisory": "The baseline without anything mandatory: for a first look at an existing stack.",
}


class UnknownProfile(ValueError):
    """There is no profile of that name; the message gives the nearest one and all there are."""


def profile_names() -> tuple[str, ...]:
    """Return the name of every profile."""
    return (*GENERAL, *(item.id for item in frameworks()))


def profile(name: str) -> dict[str, Any]:
    """Return the policy-pack configuration called `name`: each control's level, and settings that differ.

    Raises:
        UnknownProfile: there is none of that name.
    """
    framework = next((item for item in frameworks() if item.id == name), None)
    if framework is not None:
        return _for_framework(framework)
    if name not in GENERAL:
        names = list(profile_names())
        raise UnknownProfile(
            f'There is no profile "{name}"{nearest(name, names) or "."} There are {", ".join(names)}.'
        )
    return {control.id: _for_control(name, control) for control in catalogue()}


def _for_control(name: str, control: Control) -> Any:
    if name == "advisory":
        return (Level.DISABLED if control.opt_in else Level.ADVISORY).value
    if name == "baseline":
        return control.level.value
    relaxed = bool(control.opt_in) or control.severity is Severity.LOW
    level = (Level.ADVISORY if relaxed else Level.MANDATORY).value
    stricter = {
        key: item.metadata["strict"]
        for key, item in control.settings_fields.items()
        if item.metadata["strict"] is not None
    }
    return {"enforcementLevel": level, **stricter} if stricter else level


def _for_framework(framework: Framework) -> dict[str, Any]:
    """The framework's controls are mandatory; what it does not ask for is off, so that a report is about it alone."""
    required = {control for requirement in framework.requirements for control in requirement.controls}
    return {
        control.id: (Level.MANDATORY if control.id in required else Level.DISABLED).value
        for control in catalogue()
    }
