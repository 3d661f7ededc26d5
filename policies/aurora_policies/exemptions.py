"""Exemptions: a violation that somebody has accepted, with a reason, an owner and a date when it ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from typing import Any

from .controls.control import Status, Verdict

FIELDS = ("urn", "reason", "owner", "expires")


@dataclass(frozen=True, slots=True)
class Exemption:
    """One accepted violation. `urn` is a pattern (`*` and `?`); `expires` is the last day it holds."""

    urn: str
    reason: str
    owner: str
    expires: date

    def covers(self, urn: str) -> bool:
        """Whether the resource `urn` is meant."""
        return fnmatchcase(urn, self.urn)

    def apply(self, verdict: Verdict, today: date) -> Verdict:
        """Return what a failing `verdict` becomes: exempt, or a failure that says when the exemption ended."""
        if today <= self.expires:
            accepted = f"{self.reason} (owner {self.owner}, until {self.expires.isoformat()})"
            return Verdict(Status.EXEMPT, f"{accepted}: {verdict.message}", verdict.property)
        ended = f"The exemption of {self.owner} expired on {self.expires.isoformat()}."
        return Verdict(Status.FAIL, f"{verdict.message} {ended}", verdict.property)


def read_exemptions(given: Any, where: str) -> tuple[tuple[Exemption, ...], list[str]]:
    """Read a list of exemptions from configuration; return them and every problem found, each a sentence."""
    if given is None:
        return (), []
    if not isinstance(given, Sequence) or isinstance(given, str):
        return (), [f"{where}: exemptions must be a list of objects with {', '.join(FIELDS)}."]
    found: list[Exemption] = []
    problems: list[str] = []
    for index, entry in enumerate(given):
        at = f"{where}: exemptions[{index}]"
        if not isinstance(entry, Mapping):
            problems.append(f"{at} must be an object with {', '.join(FIELDS)}.")
            continue
        missing = [name for name in FIELDS if not (isinstance(entry.get(name), str) and entry[name].strip())]
        strange = sorted(set(entry) - set(FIELDS))
        if missing:
            problems.append(f"{at} lacks {', '.join(missing)}; an exemption needs {', '.join(FIELDS)}.")
        if strange:
            problems.append(f"{at} has unknown {', '.join(strange)}; it may hold {', '.join(FIELDS)}.")
        if missing or strange:
            continue
        try:
            expires = date.fromisoformat(entry["expires"])
        except ValueError:
            problems.append(f'{at}.expires is "{entry["expires"]}"; write a date as YYYY-MM-DD.')
            continue
        found.append(Exemption(entry["urn"], entry["reason"], entry["owner"], expires))
    return tuple(found), problems


def exempted(verdict: Verdict, urn: str, exemptions: Sequence[Exemption], today: date) -> Verdict:
    """Return `verdict`, or what an exemption for `urn` makes of it if it is a failure."""
    if verdict.status is not Status.FAIL:
        return verdict
    covering = [item for item in exemptions if item.covers(urn)]
    if not covering:
        return verdict
    return max(covering, key=lambda item: item.expires).apply(verdict, today)
