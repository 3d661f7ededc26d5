"""Profiles: ready policy-pack configurations for a framework, or for how strict a team wants to be.

A profile adds to the pack's own levels and never lowers one. What the whole account needs once is on only with
`account`, for the one stack that holds it.
"""

from collections.abc import Mapping
from typing import Any

from .controls import by_id, catalogue
from .controls.control import Control, Level, Scope, Severity
from .frameworks import Framework, frameworks
from .nearest import nearest
from .settings import EVERYWHERE, configure

GENERAL = {
    "baseline": "Every control at its own level: critical and high are mandatory, medium and low advise.",
    "strict": "Critical, high and medium controls are mandatory, low ones and those off by default advise; "
    "settings are stricter, and every stack is judged in full.",
    "advisory": "The baseline with nothing mandatory: for a first look at an existing stack.",
}


class UnknownProfile(ValueError):
    """There is no profile of that name; the message gives the nearest one and all there are."""


class WrongConfiguration(ValueError):
    """A configuration can't be merged into a profile; the message names every problem, one a line."""


def profile_names() -> tuple[str, ...]:
    """Return the name of every profile."""
    return (*GENERAL, *(item.id for item in frameworks()))


def profile(name: str, *, account: bool = False, over: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the policy-pack configuration called `name`: each control's level, and settings that differ.

    `account` turns on what the account needs once. `over` is a configuration whose levels, settings and exemptions
    count before the profile's.

    Raises:
        UnknownProfile: there is none of that name.
        WrongConfiguration: `over` names an unknown control, level or setting.
    """
    framework = next((item for item in frameworks() if item.id == name), None)
    if framework is None and name not in GENERAL:
        names = profile_names()
        raise UnknownProfile(
            f"There is no profile '{name}'{nearest(name, names)}. There are {', '.join(names)}."
        )
    entries = {
        control.id: _in_framework(control, framework, account)
        if framework is not None
        else _in_general(control, name, account)
        for control in catalogue()
    }
    return _merged(entries, over or {})


def _in_general(control: Control, name: str, account: bool) -> Any:
    if name == "baseline" or (control.scope is Scope.ACCOUNT and not account):
        return _baseline(control, account).value
    if name == "advisory":
        return (Level.DISABLED if control.level is Level.DISABLED else Level.ADVISORY).value
    relaxed = bool(control.opt_in) or control.severity is Severity.LOW
    level = (Level.ADVISORY if relaxed else Level.MANDATORY).value
    stricter = {
        key: item.metadata["strict"]
        for key, item in control.settings_fields.items()
        if item.metadata["strict"] is not None
    }
    if control.needs_database:
        stricter[EVERYWHERE] = True
    return {"enforcementLevel": level, **stricter} if stricter else level


def _in_framework(control: Control, framework: Framework, account: bool) -> str:
    """The level under a framework: mandatory where the framework asks for the control, else the pack's own.

    A control that is off by default advises: it costs money, or is one of several ways to meet the requirement.
    """
    asked = any(control.id in requirement.controls for requirement in framework.requirements)
    if not asked or (control.scope is Scope.ACCOUNT and not account):
        return _baseline(control, account).value
    if control.opt_in and control.scope is not Scope.ACCOUNT:
        return Level.ADVISORY.value
    return Level.MANDATORY.value


def _baseline(control: Control, account: bool) -> Level:
    return Level.ADVISORY if account and control.scope is Scope.ACCOUNT else control.level


def _merged(entries: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    problems: list[str] = []
    merged = dict(entries)
    for name, given in over.items():
        if (control := by_id().get(name)) is None:
            problems.append(
                "'all' would undo the profile: give levels to controls by their names."
                if name == "all"
                else f"there is no control '{name}'{nearest(name, by_id())}."
            )
            continue
        if not isinstance(given, str | Mapping):
            problems.append(f"{name} must be a level or an object.")
            continue
        entry = _as_object(entries[name]) | _as_object(given)
        if entry["enforcementLevel"] not in tuple(Level):
            level = entry["enforcementLevel"]
            problems.append(
                f"{name} has the level '{level}'{nearest(str(level), Level)}; it is one of {', '.join(Level)}."
            )
        settings = {key: value for key, value in entry.items() if key != "enforcementLevel"}
        problems += configure(control, settings)[1]
        merged[name] = entry if settings else entry["enforcementLevel"]
    if problems:
        raise WrongConfiguration("\n".join(problems))
    return merged


def _as_object(entry: Any) -> dict[str, Any]:
    return {"enforcementLevel": entry} if isinstance(entry, str) else dict(entry)
