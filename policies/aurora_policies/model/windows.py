"""Backup and maintenance windows as RDS writes them. All times are UTC."""

import re
from dataclasses import dataclass

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = 24 * 60
WEEK = 7 * DAY

# AWS takes no shorter one.
SHORTEST_MINUTES = 30

_TIME = r"([01]?\d|2[0-3]):([0-5]\d)"
_DAY_NAME = f"({'|'.join(DAYS)})"


@dataclass(frozen=True, slots=True)
class Window:
    """Minutes from `start` for `length`, on a circle of `period` minutes: a day, or a week from Monday 00:00 on."""

    start: int
    length: int
    period: int

    def overlaps(self, other: "Window") -> bool:
        """Whether both cover a minute, also across midnight and across the end of the week."""
        return any(
            (mine - theirs) % WEEK < other.length or (theirs - mine) % WEEK < self.length
            for mine in self._starts_in_week()
            for theirs in other._starts_in_week()
        )

    def _starts_in_week(self) -> range:
        return range(self.start, WEEK, self.period)


def daily(text: str) -> Window | None:
    """Read a backup window, `hh24:mi-hh24:mi`; None where it is not one."""
    found = re.fullmatch(f"{_TIME}-{_TIME}", text.strip())
    if not found:
        return None
    start, end = _minute(found[1], found[2]), _minute(found[3], found[4])
    return Window(start, (end - start) % DAY, DAY)


def weekly(text: str) -> Window | None:
    """Read a maintenance window, `ddd:hh24:mi-ddd:hh24:mi`; None where it is not one."""
    found = re.fullmatch(f"{_DAY_NAME}:{_TIME}-{_DAY_NAME}:{_TIME}", text.strip().lower())
    if not found:
        return None
    start = DAYS.index(found[1]) * DAY + _minute(found[2], found[3])
    end = DAYS.index(found[4]) * DAY + _minute(found[5], found[6])
    return Window(start, (end - start) % WEEK, WEEK)


def _minute(hours: str, minutes: str) -> int:
    return int(hours) * 60 + int(minutes)
