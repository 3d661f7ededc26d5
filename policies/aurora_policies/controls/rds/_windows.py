"""Backup and maintenance windows as RDS writes them, in minutes of the week."""

import re
from dataclasses import dataclass

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = 24 * 60
_WEEK = 7 * _DAY
_TIME = r"([01]?\d|2[0-3]):([0-5]\d)"

SHORTEST_MINUTES = 30


@dataclass(frozen=True, slots=True)
class Window:
    """A window of `length` minutes that starts `start` minutes after Monday, 00:00 UTC."""

    start: int
    length: int

    def overlaps(self, other: "Window") -> bool:
        """Whether both are open at some minute of the week, over its end too."""
        return (other.start - self.start) % _WEEK < self.length or (
            self.start - other.start
        ) % _WEEK < other.length


def daily(text: str) -> tuple[Window, ...]:
    """Read `hh24:mi-hh24:mi` as one window for each day; empty where it is not one."""
    found = re.fullmatch(f"{_TIME}-{_TIME}", text.strip())
    if not found:
        return ()
    start, end = _minute(found[1], found[2]), _minute(found[3], found[4])
    return tuple(Window(day * _DAY + start, (end - start) % _DAY) for day in range(7))


def weekly(text: str) -> Window | None:
    """Read `ddd:hh24:mi-ddd:hh24:mi`; None where it is not one."""
    day = f"({'|'.join(_DAYS)})"
    found = re.fullmatch(f"{day}:{_TIME}-{day}:{_TIME}", text.strip().lower())
    if not found:
        return None
    start = _DAYS.index(found[1]) * _DAY + _minute(found[2], found[3])
    end = _DAYS.index(found[4]) * _DAY + _minute(found[5], found[6])
    return Window(start, (end - start) % _WEEK)


def _minute(hours: str, minutes: str) -> int:
    return int(hours) * 60 + int(minutes)
