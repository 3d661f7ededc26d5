"""Serverless capacity and reader scaling."""

import re

from ...support.arguments import Problems
from ...support.checks import check_range
from .. import engine as facts
from ..args import ClusterSettings
from ..plan import Plan
from .features import check_supported

_SCHEDULE = re.compile(r"(cron|rate|at)\(.+\)")


def check_serverless(plan: Plan, args: ClusterSettings, problems: Problems) -> None:
    capacity = args.get("serverless")
    if capacity is None:
        if plan.has_serverless_members:
            problems.add("serverless", "is required by db.serverless; set min_capacity and max_capacity")
        return
    if plan.members and not plan.has_serverless_members:
        problems.add("serverless", "no instance is db.serverless; remove it, or set an instance_class")
    check_supported(plan, facts.SERVERLESS, "serverless", problems)
    least, most = capacity.get("min_capacity", 0.5), capacity.get("max_capacity", 1.0)
    for name, value, floor in (("min_capacity", least, 0), ("max_capacity", most, 1)):
        if value * 2 != int(value * 2) or not floor <= value <= 256:
            problems.add(f"serverless.{name}", f"{value:g}: use {floor} to 256 in steps of 0.5")
    if least > most:
        problems.add("serverless.min_capacity", f"{least:g} is above max_capacity {most:g}; lower it")
    if most > 128:
        check_supported(plan, facts.LARGE_CAPACITY, "serverless.max_capacity", problems)
    if least == 0:
        check_supported(plan, facts.AUTO_PAUSE, "serverless.min_capacity", problems)
    pause = capacity.get("seconds_until_auto_pause")
    if pause is not None:
        check_range(problems, "serverless.seconds_until_auto_pause", pause, 300, 86400)
        if least != 0:
            problems.add(
                "serverless.seconds_until_auto_pause", "only a minimum of 0 pauses; set min_capacity to 0"
            )


def check_reader_scaling(plan: Plan, args: ClusterSettings, problems: Problems) -> None:
    scaling = args.get("reader_scaling")
    if scaling is None:
        return
    path = "reader_scaling"
    declared = len(plan.members) - 1
    if declared < 1:
        problems.add(path, "needs one declared reader; add a second instance")
    if plan.is_secondary:
        problems.add(path, "does not work in a secondary of a global database; remove it")
    least, most = scaling.get("min_readers", 0), scaling.get("max_readers", 0)
    _check_reader_limits(path, least, most, declared, problems)
    if "target_cpu_percent" in scaling and "target_connections" in scaling:
        problems.add(path, "has two targets; keep target_cpu_percent or target_connections")
    check_range(problems, f"{path}.target_cpu_percent", scaling.get("target_cpu_percent", 60), 1, 100)
    if scaling.get("target_connections", 1) <= 0:
        problems.add(f"{path}.target_connections", "must be above 0")
    for cooldown, seconds in (
        ("scale_in_cooldown_seconds", scaling.get("scale_in_cooldown_seconds", 0)),
        ("scale_out_cooldown_seconds", scaling.get("scale_out_cooldown_seconds", 0)),
    ):
        if seconds < 0:
            problems.add(f"{path}.{cooldown}", "must be 0 or more")
    for name, schedule in scaling.get("schedules", {}).items():
        where = f"{path}.schedules.{name}"
        if not _SCHEDULE.fullmatch(schedule.get("schedule", "rate(1 day)")):
            problems.add(f"{where}.schedule", "must be cron(...), rate(...) or at(...)")
        if "min_readers" not in schedule and "max_readers" not in schedule:
            problems.add(where, "changes nothing; set min_readers or max_readers")
        low = schedule.get("min_readers", min(least, schedule.get("max_readers", least)))
        high = schedule.get("max_readers", max(most, low))
        _check_reader_limits(where, low, high, declared, problems)


def _check_reader_limits(path: str, least: int, most: int, declared: int, problems: Problems) -> None:
    if least < 0:
        problems.add(f"{path}.min_readers", "must be 0 or more")
    if least > most:
        problems.add(f"{path}.min_readers", f"{least} is above max_readers {most}; lower it")
    if declared + most > facts.MAX_READERS:
        problems.add(
            f"{path}.max_readers",
            f"{most} with {declared} declared is more than {facts.MAX_READERS} readers; lower it",
        )
