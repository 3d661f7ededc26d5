"""Backup and maintenance windows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aurora_components.aurora_cluster import windows
from aurora_policies.model.windows import DAY, DAYS, WEEK, Window

minutes = st.integers(0, DAY - 1)
lengths = st.integers(30, 600)


def clock(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def daily_text(start: int, length: int) -> str:
    return f"{clock(start)}-{clock((start + length) % DAY)}"


def weekly_text(start: int, length: int) -> str:
    end = (start + length) % WEEK
    return f"{DAYS[start // DAY]}:{clock(start % DAY)}-{DAYS[end // DAY]}:{clock(end % DAY)}"


def covered(window: Window) -> set[int]:
    """Every minute of the week the window covers, the slow and sure way."""
    starts = range(window.start, WEEK, window.period)
    return {(start + offset) % WEEK for start in starts for offset in range(window.length)}


def parsed(window: Window | str) -> Window:
    assert isinstance(window, Window), window
    return window


@given(minutes, lengths)
def test_what_is_written_is_what_is_read(start: int, length: int) -> None:
    assert windows.daily(daily_text(start, length)) == Window(start, length, DAY)
    weekly = start + 3 * DAY
    assert windows.weekly(weekly_text(weekly, length)) == Window(weekly, length, WEEK)
    assert windows.weekly(weekly_text(weekly, length).upper()) == Window(weekly, length, WEEK)


@given(minutes, lengths, st.integers(0, WEEK - 1), lengths)
def test_two_windows_overlap_when_they_share_a_minute(
    backup: int, backup_length: int, maintenance: int, maintenance_length: int
) -> None:
    one = parsed(windows.daily(daily_text(backup, backup_length)))
    other = parsed(windows.weekly(weekly_text(maintenance, maintenance_length)))
    expected = bool(covered(one) & covered(other))
    assert one.overlaps(other) == other.overlaps(one) == expected


@pytest.mark.parametrize(
    ("backup", "maintenance"),
    [
        ("23:30-00:30", "mon:00:00-mon:01:00"),
        ("00:00-01:00", "sun:23:30-mon:00:30"),
        ("02:00-03:00", "mon:00:00-mon:23:00"),
    ],
)
def test_windows_also_overlap_across_midnight_and_the_end_of_the_week(backup: str, maintenance: str) -> None:
    assert parsed(windows.daily(backup)).overlaps(parsed(windows.weekly(maintenance)))


@pytest.mark.parametrize(
    "text", ["", "2:00-3:00", "24:00-01:00", "02:00", "sun:02:00-sun:03:00", "02:00-02:29"]
)
def test_a_bad_daily_window_is_told_why(text: str) -> None:
    assert isinstance(windows.daily(text), str)


@pytest.mark.parametrize(
    "text", ["02:00-03:00", "sunday:02:00-sunday:03:00", "sun:02:00-sun:02:10", "mon:02:00-wed:02:00"]
)
def test_a_bad_weekly_window_is_told_why(text: str) -> None:
    assert isinstance(windows.weekly(text), str)


@given(st.text(min_size=1))
def test_derived_windows_are_stable_and_an_hour_apart(identifier: str) -> None:
    pair = windows.derive(identifier)
    assert pair == windows.derive(identifier)
    backup, maintenance = parsed(windows.daily(pair[0])), parsed(windows.weekly(pair[1]))
    assert not backup.overlaps(Window((maintenance.start - 60) % WEEK, maintenance.length + 120, WEEK))


def test_derived_windows_spread_over_the_night() -> None:
    assert len({windows.derive(f"cluster-{number}")[0] for number in range(200)}) > 10


@given(minutes, st.integers(30, 300))
def test_the_window_that_is_not_given_keeps_away_from_the_one_that_is(start: int, length: int) -> None:
    backup = Window(start, length, DAY)
    assert not backup.overlaps(parsed(windows.weekly(windows.shift_after(backup))))
    maintenance = Window(start + 2 * DAY, length, WEEK)
    assert not maintenance.overlaps(parsed(windows.daily(windows.shift_before(maintenance))))
