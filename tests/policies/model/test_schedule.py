"""The longest gap of a schedule is what its most patient reader has to wait."""

import pytest

from aurora_policies.model.schedule import longest_gap_days


@pytest.mark.parametrize(
    ("expression", "days"),
    [
        ("rate(30 days)", 30),
        ("rate(1 day)", 1),
        ("rate(12 hours)", 0.5),
        ("cron(0 4 * * ? *)", 1),
        ("cron(0 4 ? * MON-FRI *)", 3),
        ("cron(0 16 ? * SUN *)", 7),
        ("cron(0 16 ? * 1 *)", 7),
        ("cron(0 8 1 * ? *)", 31),
        ("cron(0 8 1,15 * ? *)", 17),
        ("cron(0 8 L * ? *)", 31),
        ("cron(0 8 LW * ? *)", 33),
        ("cron(0 8 15W * ? *)", 32),
        ("cron(0 8 1 1/3 ? *)", 92),
        ("cron(0 8 1 */3 ? *)", 92),
        ("cron(0 8 1 JAN,JUL ? *)", 184),
        ("cron(0 8 ? * SUN#1 *)", 35),
        ("cron(0 8 ? * 6L *)", 35),
        ("cron(0 8 1 1 ? *)", 366),
        ("cron(0 8 29 2 ? *)", 1461),
        ("cron(0 8 1 NOV-FEB ? *)", 274),
        ("CRON(0 8 1 * ? *)", 31),
        ("cron(0 8 1 * ?)", 31),
    ],
)
def test_longest_gap(expression: str, days: float) -> None:
    assert longest_gap_days(expression) == days


@pytest.mark.parametrize(
    "expression",
    ["", "daily", "rate(0 days)", "rate(two days)", "cron(0 8 32 * ? *)", "cron(0 8 * *)", "cron(0 8 1 * ? 2027)",
     "cron(0 8 30 2 ? *)", "cron(0 8 1/0 * ? *)", "cron(x y z * ? *)", "cron()"],
)  # fmt: skip
def test_nonsense_and_what_runs_out_have_no_gap(expression: str) -> None:
    assert longest_gap_days(expression) is None
