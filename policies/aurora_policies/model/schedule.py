"""Schedule expressions of AWS: `rate(10 days)` and `cron(0 4 1 * ? *)`."""

import calendar
import re
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DAYS = ("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")
_HOURS_IN = {"minute": 1 / 60, "hour": 1, "day": 24}

# Nine years hold every kind of leap year there is until 2100.
_FIRST, _LAST = date(2024, 1, 1), date(2032, 12, 31)


@cache
def longest_gap_days(expression: str) -> float | None:
    """Return the longest time, in days, between two runs of the schedule; None where it is not one, or runs out.

    The hour and minute of a cron expression are left aside: what runs on two following days has a gap of a day.
    """
    text = expression.strip()
    if rate := re.fullmatch(r"rate\(\s*(\d{1,9})\s+(minute|hour|day)s?\s*\)", text, re.IGNORECASE):
        return int(rate.group(1)) * _HOURS_IN[rate.group(2).lower()] / 24 or None
    cron = re.fullmatch(r"cron\((.*)\)", text, re.IGNORECASE)
    fields = cron.group(1).upper().split() if cron else []
    if len(fields) == 5:
        fields.append("*")
    if len(fields) != 6 or fields[5] not in ("*", "?"):
        return None
    try:
        days = list(_days(*fields[2:5]))
    except ValueError:
        return None
    gaps = ((later - day).days for day, later in pairwise(days))
    return max(gaps, default=None)


def _days(of_month: str, months: str, of_week: str) -> list[date]:
    in_months = _numbers(months, _MONTHS, 1, 12)
    span = (_LAST - _FIRST).days + 1
    return [
        day
        for day in (_FIRST + timedelta(days=offset) for offset in range(span))
        if day.month in in_months and _is_day_of_month(of_month, day) and _is_day_of_week(of_week, day)
    ]


def _is_day_of_month(field: str, day: date) -> bool:
    last = calendar.monthrange(day.year, day.month)[1]
    if field in ("L", "LW"):
        return day.day == (last if field == "L" else _nearest_weekday(day.replace(day=last)).day)
    if weekday := re.fullmatch(r"(\d+)W", field):
        wanted = int(weekday.group(1))
        return 1 <= wanted <= last and _nearest_weekday(day.replace(day=wanted)) == day
    return day.day in _numbers(field, (), 1, 31)


def _nearest_weekday(day: date) -> date:
    """The weekday nearest to `day` in the same month."""
    steps = {5: (-1, 2), 6: (1, -2)}.get(day.weekday(), (0, 0))
    near, far = (day + timedelta(days=step) for step in steps)
    return near if near.month == day.month else far


def _is_day_of_week(field: str, day: date) -> bool:
    number = (day.weekday() + 1) % 7 + 1  # Sunday is 1
    if field == "L":
        return number == 7
    if last := re.fullmatch(r"(\w+)L", field):
        return number in _numbers(last.group(1), _DAYS, 1, 7) and (day + timedelta(days=7)).month != day.month
    if nth := re.fullmatch(r"(\w+)#([1-5])", field):
        return number in _numbers(nth.group(1), _DAYS, 1, 7) and (day.day - 1) // 7 + 1 == int(nth.group(2))
    return number in _numbers(field, _DAYS, 1, 7)


@cache
def _numbers(field: str, names: tuple[str, ...], first: int, last: int) -> frozenset[int]:
    """The numbers that a list of values, ranges and steps stands for. Raises ValueError on anything else."""
    found: set[int] = set()
    for item in field.split(","):
        span, _, step = item.partition("/")
        start, dash, end = span.partition("-")
        if span in ("*", "?"):
            low, high = first, last
        else:
            low = _number(start, names, first)
            high = _number(end, names, first) if dash else (last if step else low)
        if not (first <= low <= last and first <= high <= last):
            raise ValueError(field)
        by = int(step) if step else 1
        if by < 1:
            raise ValueError(field)
        wrapped = range(low, high + 1) if low <= high else (*range(low, last + 1), *range(first, high + 1))
        found.update(list(wrapped)[::by])
    return frozenset(found)


def _number(text: str, names: tuple[str, ...], first: int) -> int:
    return names.index(text) + first if text in names else int(text)
