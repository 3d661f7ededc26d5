"""The windows of a cluster: checked as they are given, and derived where they are not. All times are UTC."""

import hashlib
import re

from aurora_policies.model import windows
from aurora_policies.model.windows import DAY, SHORTEST_MINUTES, Window

_LONGEST = DAY  # of a maintenance window

_FIRST_START = 0
_LAST_START = 4 * 60
_STEP = 15
_LENGTH = 60
_GAP = 60


def daily(text: str) -> Window | str:
    """Read a backup window, `hh:mm-hh:mm`, or say what is wrong with it."""
    window = windows.daily(text)
    if window is None or not _is_as_aws_writes(text):
        return f"'{text}' is not a daily window; write hh:mm-hh:mm in UTC, such as '02:00-03:00'"
    return _long_enough(window, text)


def weekly(text: str) -> Window | str:
    """Read a maintenance window, `ddd:hh:mm-ddd:hh:mm`, or say what is wrong with it."""
    window = windows.weekly(text)
    if window is None or not _is_as_aws_writes(text):
        return f"'{text}' is not a weekly window; write ddd:hh:mm-ddd:hh:mm in UTC, such as 'sun:04:00-sun:05:00'"
    if window.length > _LONGEST:
        return f"'{text}' lasts more than a day; make it at most 24 hours"
    return _long_enough(window, text)


def _is_as_aws_writes(text: str) -> bool:
    """Whether it comes back as it was given: another spelling is a change at every update."""
    return text == text.strip() and not re.search(r"\b\d:", text)


def _long_enough(window: Window, text: str) -> Window | str:
    if window.length < SHORTEST_MINUTES:
        return f"'{text}' lasts {window.length} minutes; make it at least {SHORTEST_MINUTES}"
    return window


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
    start = (backup.start + backup.length + _GAP) % DAY
    end = start + _LENGTH
    last_day = "sun" if end < DAY else "mon"
    return f"sun:{_clock(start)}-{last_day}:{_clock(end % DAY)}"


def shift_before(maintenance: Window) -> str:
    """Return a backup window that ends an hour before a maintenance window that the user chose."""
    start = (maintenance.start - _GAP - _LENGTH) % DAY
    return f"{_clock(start)}-{_clock((start + _LENGTH) % DAY)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
