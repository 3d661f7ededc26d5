"""Exemptions: a violation that somebody has accepted, with a reason, an owner and the last day it is accepted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fnmatch import fnmatchcase
from typing import Any

from .controls.control import Status, Verdict

FIELDS = ("urn", "reason", "owner", "expires")

# An exemption is reviewed again after two years at most.
LONGEST_YEARS = 2


@dataclass(frozen=True, slots=True)
class Exemption:
    """One accepted violation. `urn` is a pattern (`*` and `?`); `expires` is the last day it holds."""

    urn: str
    reason: str
    owner: str
    expires: date

    def covers(self, urn: str) -> bool:
        """Whether the pattern matches the resource `urn`."""
        return fnmatchcase(urn, self.urn)

    def concerns(self, project: str, stack: str) -> bool:
        """Whether the pattern may match a resource of this stack: one file often serves several stacks."""
        parts = self.urn.split("::")
        if not self.urn.startswith("urn:pulumi:") or len(parts) < 3:
            return True
        return fnmatchcase(f"urn:pulumi:{stack}", parts[0]) and fnmatchcase(project, parts[1])

    def holds(self, today: date) -> bool:
        """Whether it is in force. Its last day counts."""
        return today <= self.expires

    def apply(self, verdict: Verdict, today: date) -> Verdict:
        """Return what a failing `verdict` becomes: exempt, or a failure that says when the exemption ended."""
        if self.holds(today):
            return Verdict(Status.EXEMPT, f"{self}: {verdict.message}", verdict.property)
        ended = f"The exemption of {self.owner} expired on {self.expires.isoformat()}."
        return Verdict(Status.FAIL, f"{verdict.message} {ended}", verdict.property)

    def __str__(self) -> str:
        return f"{self.reason} (owner {self.owner}, until {self.expires.isoformat()})"


def read_exemptions(
    given: Any, where: str, today: date | None = None
) -> tuple[tuple[Exemption, ...], list[str]]:
    """Read a list of exemptions from configuration; return them and every problem found, each a sentence."""
    if given is None:
        return (), []
    if not isinstance(given, Sequence) or isinstance(given, str):
        return (), [f"{where}: exemptions must be a list of objects with {', '.join(FIELDS)}."]
    latest = _years_after(today or today_utc(), LONGEST_YEARS)
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
        if expires > latest:
            problems.append(
                f"{at}.expires is {expires.isoformat()}; an exemption ends within {LONGEST_YEARS} years, "
                f"by {latest.isoformat()}."
            )
            continue
        found.append(Exemption(entry["urn"], entry["reason"], entry["owner"], expires))
    return tuple(found), problems


def covering(urn: str, exemptions: Iterable[Exemption]) -> Exemption | None:
    """Return the exemption for `urn` that lasts longest, or None."""
    return max((item for item in exemptions if item.covers(urn)), key=lambda item: item.expires, default=None)


def exempted(verdict: Verdict, urn: str, exemptions: Sequence[Exemption], today: date) -> Verdict:
    """Return `verdict`, or what an exemption for `urn` makes of it if it is a failure."""
    if verdict.status is not Status.FAIL or (exemption := covering(urn, exemptions)) is None:
        return verdict
    return exemption.apply(verdict, today)


def today_utc() -> date:
    """Return the current day, the same in every time zone."""
    return datetime.now(UTC).date()


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year + years, day=28)
