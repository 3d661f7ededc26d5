"""Backup and maintenance windows: read, compared and derived. All times are UTC."""

import hashlib
import re
from dataclasses import dataclass

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_DAY = 24 * 60
_WEEK = 7 * _DAY
_SHORTEST = 30

_CLOCK = r"([01]\d|2[0-3]):([0-5]\d)"
_DAILY = re.compile(rf"{_CLOCK}-{_CLOCK}")
_WEEKLY = re.compile(rf"({'|'.join(DAYS)}):{_CLOCK}-({'|'.join(DAYS)}):{_CLOCK}")

_FIRST_START = 0
_LAST_START = 4 * 60
_STEP = 15
_LENGTH = 60
_GAP = 60


@dataclass(frozen=True)
class Window:
    """Minutes from `start` for `length`, on a circle of `period` minutes: a day or a week."""

    start: int
    length: int
    period: int

    def overlaps(self, other: "Window") -> bool:
        """Whether both cover a minute, also across midnight and across the end of the week."""
        mine, theirs = self._minutes_of_week(), other._minutes_of_week()
        return any(
            (a - b) % _WEEK < other.length or (b - a) % _WEEK < self.length for a in mine for b in theirs
        )

    def _minutes_of_week(self) -> range:
        return range(self.start, _WEEK, self.period)


def daily(text: str) -> Window | str:
    """Read a backup window, `hh:mm-hh:mm`, or say what is wrong with it."""
    match = _DAILY.fullmatch(text)
    if match is None:
        return f"'{text}' is not a daily window; write hh:mm-hh:mm in UTC, such as '02:00-03:00'"
    hours = [int(part) for part in match.groups()]
    return _window(text, hours[0] * 60 + hours[1], hours[2] * 60 + hours[3], _DAY)


def weekly(text: str) -> Window | str:
    """Read a maintenance window, `ddd:hh:mm-ddd:hh:mm`, or say what is wrong with it."""
    match = _WEEKLY.fullmatch(text.lower())
    if match is None:
        return f"'{text}' is not a weekly window; write ddd:hh:mm-ddd:hh:mm in UTC, such as 'sun:04:00-sun:05:00'"
    from_day, from_hour, from_minute, to_day, to_hour, to_minute = match.groups()
    return _window(
        text,
        DAYS.index(from_day) * _DAY + int(from_hour) * 60 + int(from_minute),
        DAYS.index(to_day) * _DAY + int(to_hour) * 60 + int(to_minute),
        _WEEK,
    )


def _window(text: str, start: int, end: int, period: int) -> Window | str:
    length = (end - start) % period
    if length < _SHORTEST:
        return f"'{text}' lasts {length} minutes; make it at least {_SHORTEST}"
    if period == _WEEK and length > _DAY:
        return f"'{text}' lasts more than a day; make it at most 24 hours"
    return Window(start, length, period)


def derive(cluster_identifier: str) -> tuple[str, str]:
    """Return a (backup, maintenance) pair for a cluster, always the same and spread over the fleet.

    Both lie in the night from Saturday to Sunday UTC, an hour long and an hour apart.
    """
    digest = int.from_bytes(hashlib.sha256(cluster_identifier.encode()).digest()[:4], "big")
    slots = (_LAST_START - _FIRST_START) // _STEP
    start = _FIRST_START + (digest % slots) * _STEP
    maintenance = start + _LENGTH + _GAP
    return (
        f"{_clock(start)}-{_clock(start + _LENGTH)}",
        f"sun:{_clock(maintenance)}-sun:{_clock(maintenance + _LENGTH)}",
    )


def shift_after(backup: Window) -> str:
    """Return a Sunday maintenance window an hour after a backup window that the user chose."""
    start = (backup.start + backup.length + _GAP) % _DAY
    end = start + _LENGTH
    last_day = "sun" if end < _DAY else "mon"
    return f"sun:{_clock(start)}-{last_day}:{_clock(end % _DAY)}"


def shift_before(maintenance: Window) -> str:
    """Return a backup window that ends an hour before a maintenance window that the user chose."""
    start = (maintenance.start - _GAP - _LENGTH) % _DAY
    return f"{_clock(start)}-{_clock((start + _LENGTH) % _DAY)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
