"""Everything that can be wrong with an AuroraCluster, found before anything is registered.

Each check adds what it finds; none stops the others. Sources: the conflict matrix and the numbers of the Aurora
security guide.
"""

import re
from collections.abc import Callable, Sequence

from pulumi import Input

from ..support import cidrs as _cidrs
from ..support.arguments import Problems, nearest
from ..support.checks import (
    check_choices,
    check_keys,
    check_log_retention,
    check_range,
    check_region,
    check_tags,
)
from ..support.enums import CredentialMode, Engine, GlobalRole, InsightsMode, Protection
from ..support.service_role import check_iam_path
from . import engine as facts
from . import parameters, windows
from .args import AuroraClusterArgs, StreamMode
from .engine import Feature
from .plan import FOUND_SETTINGS, Plan

_COMPONENT_NAME = re.compile(r"[A-Za-z](?!.*--)[A-Za-z0-9-]{0,39}(?<!-)")
_IDENTIFIER = re.compile(r"[a-z](?!.*--)[a-z0-9-]{0,62}(?<!-)")
_INSTANCE_KEY = re.compile(r"[a-z][a-z0-9]{0,14}")
_ENDPOINT_NAME = re.compile(r"[a-z](?!.*--)[a-z0-9-]{0,30}(?<!-)")
_INSTANCE_CLASS = re.compile(r"db\.(serverless|[a-z][a-z0-9-]*\.[a-z0-9-]+)")
_CA_CERTIFICATE = re.compile(r"rds-ca-(rsa2048|rsa4096|ecc384)-g\d+")
_DURATION = re.compile(r"(\d+(\.\d+)?(h|m|s))+")
_SCHEDULE = re.compile(r"(cron|rate|at)\(.+\)")
_ROTATION = re.compile(r"(cron|rate)\(.+\)")
_TIMESTAMP = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z")

MONITORING_INTERVALS = (0, 1, 5, 10, 15, 30, 60)
_INSIGHTS_RETENTIONS = (7, *(31 * months for months in range(1, 24)), 731)


def check(plan: Plan, problems: Problems) -> None:
    """Add every problem of the arguments to `problems`."""
    for each in _CHECKS:
        each(plan, plan.args, problems)


def warnings(plan: Plan) -> list[str]:
    """What is allowed and yet worth a second look."""
    return [message for holds, message in _warnings(plan) if holds]


def _warnings(plan: Plan) -> Sequence[tuple[bool, str]]:
    args, members = plan.args, plan.members
    capacity = args.get("serverless")
    first_tiers = {member.instance_class for member in members if member.promotion_tier <= 1}
    pauses = capacity is not None and capacity.get("min_capacity") == 0
    other = Engine.MYSQL if plan.engine is Engine.POSTGRESQL else Engine.POSTGRESQL
    return (
        (
            len(members) == 1 and plan.protection is Protection.STANDARD,
            "one instance has no standby: a failover makes a new one, which takes minutes; add a second",
        ),
        (
            len(members) > 1 and not any(member.promotion_tier <= 1 for member in members[1:]),
            "no reader is in promotion tier 0 or 1, so none keeps up with the writer; set promotion_tier",
        ),
        (
            len(first_tiers) > 1,
            f"the instances of promotion tiers 0 and 1 differ in class ({', '.join(sorted(first_tiers))}): "
            "after a failover the writer has another size",
        ),
        (
            pauses and "global_membership" in args,
            "a minimum of 0 ACU has no effect in a global database: replication keeps the cluster awake",
        ),
        (
            plan.is_restored and not args.get("restore", {}).get("completed", False),
            "a restore ignores some settings (IAM authentication, Database Insights, minor upgrades); update "
            "a second time, then set restore.completed to true",
        ),
        (
            "activity_stream" in args
            and plan.engine is Engine.MYSQL
            and not args.get("egress_security_groups"),
            "an activity stream of Aurora MySQL stops unless the instances reach KMS: name the security group "
            "of its VPC endpoint in egress_security_groups",
        ),
        (plan.port == facts.DEFAULT_PORTS[other], f"port {plan.port} is the usual port of {other.value}"),
        (
            args.get("credentials", {}).get("rotation_enabled") is False,
            "the admin password is never rotated; turn rotation on again as soon as the clients can follow",
        ),
    )


def _names(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
    if not _COMPONENT_NAME.fullmatch(plan.name):
        problems.add(
            "name",
            f"'{plan.name}' names AWS resources: use at most 40 letters, digits and single dashes, starting "
            "with a letter",
        )
    _identifier("cluster_name", args.get("cluster_name"), problems)
    name = args.get("database_name")
    if name is not None:
        most = facts.MAX_DATABASE_NAME[plan.engine]
        if not re.fullmatch(rf"[A-Za-z_][A-Za-z0-9_]{{0,{most - 1}}}", name):
            problems.add(
                "database_name",
                f"'{name}': use at most {most} letters, digits and _, not starting with a digit",
            )
        elif name.lower() in facts.RESERVED_DATABASES[plan.engine]:
            problems.add("database_name", f"'{name}' is reserved by the engine; choose another name")
    check_iam_path(args.get("iam_path"), problems)
    for path, keys in (
        ("allowed_security_groups", args.get("allowed_security_groups", {})),
        ("allowed_cidrs", args.get("allowed_cidrs", {})),
        ("allowed_prefix_lists", args.get("allowed_prefix_lists", {})),
        ("egress_security_groups", args.get("egress_security_groups", {})),
        ("egress_prefix_lists", args.get("egress_prefix_lists", {})),
        ("reader_scaling.schedules", args.get("reader_scaling", {}).get("schedules", {})),
    ):
        check_keys(problems, path, keys)
    check_tags(problems, args.get("tags", {}))


def _identifier(path: str, name: str | None, problems: Problems) -> None:
    if name is not None and not _IDENTIFIER.fullmatch(name):
        problems.add(
            path,
            f"'{name}': use at most 63 lower-case letters, digits and single dashes, starting with a letter",
        )


def _instances(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
    members = plan.members
    if not members and not plan.is_secondary:
        problems.add("instances", "a cluster without instances serves nobody; add one")
    elif plan.protection is Protection.LOCKED and len(members) == 1 and not plan.is_secondary:
        problems.add(
            "instances", "a locked cluster needs two instances or more; add one, or choose another protection"
        )
    if len(members) > facts.MAX_INSTANCES:
        problems.add(
            "instances", f"a cluster has at most {facts.MAX_INSTANCES} instances, not {len(members)}"
        )
    zones = [member.spec.get("availability_zone") for member in members]
    if plan.protection is Protection.LOCKED and len(zones) > 1 and _all_the_same(zones):
        problems.add(
            "instances", f"all are in {zones[0]}; pin them to different zones, or leave the zones to Aurora"
        )
    seen: dict[str, str] = {}
    for member in members:
        path = f"instances.{member.key}"
        if not _INSTANCE_KEY.fullmatch(member.key):
            problems.add(path, "a key is at most 15 lower-case letters and digits, starting with a letter")
        _instance_class(plan, member.instance_class, f"{path}.instance_class", problems)
        check_range(problems, f"{path}.promotion_tier", member.promotion_tier, 0, 15)
        check_tags(problems, member.spec.get("tags", {}), f"{path}.tags")
        _identifier(f"{path}.identifier", member.spec.get("identifier"), problems)
        if member.identifier in seen:
            problems.add(
                f"{path}.identifier", f"'{member.identifier}' is that of {seen[member.identifier]} too"
            )
        seen[member.identifier] = f"instances.{member.key}"


def _all_the_same(zones: Sequence[Input[str] | None]) -> bool:
    """Whether all instances are pinned to one zone that is known now."""
    return isinstance(zones[0], str) and all(isinstance(zone, str) and zone == zones[0] for zone in zones)


def _instance_class(plan: Plan, instance_class: str, path: str, problems: Problems) -> None:
    if not instance_class:
        problems.add(path, "no class: set default_instance_class, or serverless")
    elif not _INSTANCE_CLASS.fullmatch(instance_class):
        problems.add(path, f"'{instance_class}' is no instance class; write it like db.r7g.large")
    elif instance_class.startswith(facts.PREVIOUS_GENERATION):
        problems.add(path, f"{instance_class} is of a previous generation; choose db.r7g or newer")
    elif facts.lacks_insights(plan.engine, instance_class):
        problems.add(
            path,
            f"{instance_class} cannot run Performance Insights with MySQL; choose db.t4g.medium or larger, or "
            "db.serverless",
        )
    elif facts.is_burstable(instance_class) and plan.global_role is not None:
        problems.add(
            path, f"{instance_class}: a global database needs memory-optimised classes such as db.r7g"
        )


def _serverless(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
    capacity = args.get("serverless")
    if capacity is None:
        if plan.has_serverless_members:
            problems.add("serverless", "is required by db.serverless; set min_capacity and max_capacity")
        return
    if plan.members and not plan.has_serverless_members:
        problems.add("serverless", "no instance is db.serverless; remove it, or set an instance_class")
    _supported(plan, facts.SERVERLESS, "serverless", problems)
    least, most = capacity.get("min_capacity", 0.5), capacity.get("max_capacity", 1.0)
    for name, value, floor in (("min_capacity", least, 0), ("max_capacity", most, 1)):
        if value * 2 != int(value * 2) or not floor <= value <= 256:
            problems.add(f"serverless.{name}", f"{value:g}: use {floor} to 256 in steps of 0.5")
    if least > most:
        problems.add("serverless.min_capacity", f"{least:g} is above max_capacity {most:g}; lower it")
    if most > 128:
        _supported(plan, facts.LARGE_CAPACITY, "serverless.max_capacity", problems)
    if least == 0:
        _supported(plan, facts.AUTO_PAUSE, "serverless.min_capacity", problems)
    pause = capacity.get("seconds_until_auto_pause")
    if pause is not None:
        check_range(problems, "serverless.seconds_until_auto_pause", pause, 300, 86400)
        if least != 0:
            problems.add(
                "serverless.seconds_until_auto_pause", "only a minimum of 0 pauses; set min_capacity to 0"
            )


def _reader_scaling(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
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
    _reader_limits(path, least, most, declared, problems)
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
        _reader_limits(where, low, high, declared, problems)


def _reader_limits(path: str, least: int, most: int, declared: int, problems: Problems) -> None:
    if least < 0:
        problems.add(f"{path}.min_readers", "must be 0 or more")
    if least > most:
        problems.add(f"{path}.min_readers", f"{least} is above max_readers {most}; lower it")
    if declared + most > facts.MAX_READERS:
        problems.add(
            f"{path}.max_readers",
            f"{most} with {declared} declared is more than {facts.MAX_READERS} readers; lower it",
        )


def _endpoints(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
    endpoints = args.get("endpoints", {})
    keys = [member.key for member in plan.members]
    if len(endpoints) > facts.MAX_ENDPOINTS:
        problems.add("endpoints", f"a cluster has at most {facts.MAX_ENDPOINTS} custom endpoints")
    for name, endpoint in endpoints.items():
        path = f"endpoints.{name}"
        if not _ENDPOINT_NAME.fullmatch(name):
            problems.add(path, "a name is at most 31 lower-case letters, digits and single dashes")
        if "members" in endpoint and "excluded_members" in endpoint:
            problems.add(path, "has members and excluded_members; keep one of them")
        for field, listed in (
            ("members", endpoint.get("members", ())),
            ("excluded_members", endpoint.get("excluded_members", ())),
        ):
            for key in listed:
                if key not in keys:
                    problems.add(f"{path}.{field}", f"no instance '{key}'; {nearest(key, keys)}")


def check_subnets(subnets: Sequence[Input[str]], problems: Problems) -> None:
    """Report too few or too many subnets; those of another stack are only known during the update."""
    if len(subnets) < 2:
        problems.add("subnet_ids", "a subnet group spans two zones; give two subnets or more")
    if len(subnets) > facts.MAX_SUBNETS:
        problems.add("subnet_ids", f"a subnet group has at most {facts.MAX_SUBNETS} subnets; leave some out")


def _network(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
    subnets = args.get("subnet_ids")
    if (subnets is None) == ("subnet_group_name" not in args):
        problems.add("subnet_ids", "give either subnet_ids or subnet_group_name")
    if isinstance(subnets, Sequence):
        check_subnets(subnets, problems)
    check_range(problems, "port", plan.port, 1150, 65535)
    check_region(problems, "region", plan.region)
    _cidrs.check_sources(args.get("allowed_cidrs", {}), problems, "allowed_cidrs")
    for name, cidr in args.get("allowed_cidrs", {}).items():
        if cidr.startswith("169.254."):
            problems.add(f"allowed_cidrs.{name}", "link-local clients cannot connect; remove it")


def _credentials(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
    credentials = args.get("credentials", {})
    mode = plan.credential_mode
    if plan.global_role is not None and mode is CredentialMode.RDS_MANAGED:
        problems.add(
            "credentials.mode",
            "RDS cannot manage the password in a global database; use generated for the primary, inherited for "
            "a secondary",
        )
    elif plan.is_secondary and mode is not CredentialMode.INHERITED:
        problems.add("credentials.mode", "a secondary has the users of its primary; use inherited")
    elif mode is CredentialMode.GENERATED and plan.is_restored:
        problems.add("credentials.mode", "a restored cluster takes rds-managed or inherited; choose one")
    username = credentials.get("username")
    if username is not None and (plan.is_secondary or plan.is_restored):
        problems.add("credentials.username", "comes with the data here; remove it")
    elif isinstance(username, str) and not plan.is_imported:  # an imported cluster has the user that it has
        _username(plan.engine, username, problems)
    if "secret_kms_key_arn" in credentials and mode is CredentialMode.INHERITED:
        problems.add("credentials.secret_kms_key_arn", "no secret is made in inherited mode; remove it")
    rotation = [
        key for key in ("rotation_days", "rotation_schedule", "rotation_enabled") if key in credentials
    ]
    has_function = "rotation_function_arn" in credentials
    if has_function and mode is not CredentialMode.GENERATED:
        problems.add("credentials.rotation_function_arn", "is for the generated mode; remove it")
    if rotation and not has_function and mode is not CredentialMode.RDS_MANAGED:
        problems.add(
            f"credentials.{rotation[0]}",
            "only an RDS-managed secret rotates by itself; give rotation_function_arn, or remove it",
        )
    if len(rotation) > 1 and credentials.get("rotation_enabled") is False:
        problems.add("credentials.rotation_enabled", "is off, and yet there is a schedule; keep one of them")
    if "rotation_days" in credentials and "rotation_schedule" in credentials:
        problems.add("credentials.rotation_schedule", "excludes rotation_days; keep one of them")
    check_range(problems, "credentials.rotation_days", credentials.get("rotation_days", 7), 1, 1000)
    if not _ROTATION.fullmatch(credentials.get("rotation_schedule", "rate(7 days)")):
        problems.add("credentials.rotation_schedule", "must be rate(...) or cron(...)")
    if "password_version" in credentials and mode is not CredentialMode.GENERATED:
        problems.add("credentials.password_version", "belongs to the generated mode; remove it")
    if credentials.get("password_version", 1) < 1:
        problems.add("credentials.password_version", "must be 1 or more")


def _username(engine: Engine, username: str, problems: Problems) -> None:
    path, most = "credentials.username", facts.MAX_USERNAME[engine]
    if username.lower() in facts.WELL_KNOWN_USERS:
        problems.add(path, f"'{username}' is the first name an attacker tries; choose one of your own")
    elif username.lower() in facts.RESERVED_USERNAMES[engine]:
        problems.add(path, f"'{username}' is reserved by the engine; choose another name")
    elif not re.fullmatch(rf"[A-Za-z][A-Za-z0-9_]{{0,{most - 1}}}", username):
        problems.add(path, f"use at most {most} letters, digits and _, starting with a letter")


def _parameters(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
    given = args.get("cluster_parameters", {})
    instance = {"instance_parameters": args.get("instance_parameters", {})}
    for member in plan.members:
        instance[f"instances.{member.key}.parameters"] = member.spec.get("parameters", {})
    methods = args.get("parameter_apply_methods", {})
    admin = args.get("credentials", {}).get("username", facts.DEFAULT_ADMIN_USERNAME)
    parameters.check(plan.version, given, instance, methods, admin, problems)
    for feature in {**args.get("feature_roles", {}), **args.get("feature_policies", {})}:
        parameter = facts.ROLE_PARAMETERS.get(feature)
        if plan.engine is Engine.MYSQL and parameter in given:
            problems.add(f"cluster_parameters.{parameter}", f"is set by the feature '{feature}'; remove it")


def _logs(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
    types, path = facts.LOG_TYPES[plan.engine], "logs.exports"
    for each in plan.log_types:
        if each not in types:
            problems.add(path, f"{plan.engine.value} has no log '{each}'; {nearest(each, types)}")
    for each in facts.REQUIRED_LOG_TYPES[plan.engine]:
        if each not in plan.log_types:
            problems.add(path, f"lacks '{each}', which holds the audit trail; add it")
    if len(set(plan.log_types)) < len(plan.log_types):
        problems.add(path, "names a log twice; keep one")
    given = args.get("cluster_parameters", {})
    for log, switch in (("slowquery", "slow_query_log"), ("general", "general_log")):
        value = parameters.effective(plan.version, given, switch)
        if log in plan.log_types and parameters.mean_same(value, "0"):
            problems.add(path, f"'{log}' stays empty while {switch} is 0; set the parameter, or drop the log")
        output = parameters.effective(plan.version, given, "log_output")
        if log in plan.log_types and parameters.mean_same(output, "table"):
            problems.add(path, f"'{log}' stays empty while log_output is TABLE; set it to FILE")
    check_log_retention(problems, "logs.retention_days", args.get("logs", {}).get("retention_days"))


def _monitoring(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
    monitoring = args.get("monitoring", {})
    if plan.monitoring_interval not in MONITORING_INTERVALS:
        problems.add(
            "monitoring.enhanced_interval_seconds",
            f"{plan.monitoring_interval}: use 0, 1, 5, 10, 15, 30 or 60",
        )
    if plan.monitoring_interval == 0 and "role_arn" in monitoring:
        problems.add("monitoring.role_arn", "Enhanced Monitoring is off; remove it, or set the interval")
    path, days = "monitoring.insights_retention_days", plan.insights_retention_days
    if days not in _INSIGHTS_RETENTIONS:
        problems.add(path, f"{days}: use 7, a multiple of 31 up to 713, or 731")
    elif plan.insights_mode is InsightsMode.ADVANCED and days < 465:
        problems.add(path, "the advanced mode keeps 465 days or more; remove it")


def _backup(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
    check_range(problems, "backup.retention_days", plan.retention_days, 1, 35)
    hours = args.get("backup", {}).get("backtrack_hours")
    if hours is None:
        return
    path = "backup.backtrack_hours"
    check_range(problems, path, hours, 1, 72)
    if plan.engine is not Engine.MYSQL:
        problems.add(path, "only Aurora MySQL can be wound back; restore to a point in time instead")
    if plan.global_role is not None:
        problems.add(path, "does not work in a global database; remove it")
    binlog = args.get("cluster_parameters", {}).get("binlog_format")
    if binlog is not None and not parameters.mean_same(binlog, "off"):
        problems.add(path, "does not work with binary logging; remove it, or binlog_format")


def _maintenance(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
    backup = windows.daily(plan.backup_window)
    if isinstance(backup, str):
        problems.add("backup.window", backup)
    paths = {"maintenance.window": plan.maintenance_window}
    for member in plan.members:
        if "preferred_maintenance_window" in member.spec:
            paths[f"instances.{member.key}.preferred_maintenance_window"] = member.maintenance_window
    for path, text in paths.items():
        window = windows.weekly(text)
        if isinstance(window, str):
            problems.add(path, window)
        elif not isinstance(backup, str) and backup.overlaps(window):
            problems.add(path, f"{text} overlaps the backup window {plan.backup_window}; move one of them")
    if not _CA_CERTIFICATE.fullmatch(plan.ca_certificate):
        problems.add(
            "maintenance.ca_certificate",
            f"'{plan.ca_certificate}' is expired or unknown; use rds-ca-rsa2048-g1, rds-ca-rsa4096-g1 or "
            "rds-ca-ecc384-g1",
        )
    if plan.upgrades_major_version and not plan.applies_immediately:
        problems.add(
            "maintenance.allow_major_version_upgrade",
            "needs apply_immediately: waiting for the window, the cluster would still use the groups of the old "
            "family when they are deleted; set it for this update, and update inside your window",
        )
    for operation, duration in args.get("timeouts", {}).items():
        if isinstance(duration, str) and not _DURATION.fullmatch(duration):
            problems.add(f"timeouts.{operation}", f"'{duration}' is no duration; write it like 90m or 2h30m")


def _restore(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
    restore = args.get("restore")
    if restore is None:
        return
    sources = ("snapshot_identifier", "source_cluster_identifier", "source_cluster_resource_id")
    named = [source for source in sources if source in restore]
    if len(named) != 1:
        problems.add("restore", f"has {len(named)} sources; name one of {', '.join(sources)}")
    in_time = [
        key for key in ("restore_to_time", "use_latest_restorable_time", "copy_on_write") if restore.get(key)
    ]
    if named == ["snapshot_identifier"] and in_time:
        problems.add(f"restore.{in_time[0]}", "a snapshot is one point in time already; remove it")
    if "restore_to_time" in restore and "use_latest_restorable_time" in restore:
        problems.add("restore.use_latest_restorable_time", "excludes restore_to_time; keep one of them")
    if not _TIMESTAMP.fullmatch(restore.get("restore_to_time", "2026-01-01T00:00:00Z")):
        problems.add("restore.restore_to_time", "must be RFC 3339 in UTC, such as 2026-11-24T10:00:00Z")
    if restore.get("copy_on_write"):
        if "restore_to_time" in restore:
            problems.add("restore.restore_to_time", "a clone starts from now; remove it")
        if "kms_key_arn" not in args:
            problems.add("kms_key_arn", "a clone shares the source's pages; give the key of the source")
    if plan.global_role is not None:
        problems.add(
            "restore",
            "cannot be a member of a global database too; restore first, then build the "
            "global database from the cluster",
        )


def _features(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
    if args.get("io_optimized"):
        _supported(plan, facts.IO_OPTIMIZED, "io_optimized", problems)
    if args.get("data_api"):
        _supported(plan, facts.DATA_API, "data_api", problems)
        if plan.is_restored and not args.get("restore", {}).get("completed", False):
            problems.add(
                "data_api",
                "a restore leaves it off; restore first, then set restore.completed to true together with it",
            )
    if args.get("local_write_forwarding"):
        _supported(plan, facts.LOCAL_WRITE_FORWARDING, "local_write_forwarding", problems)
    roles, policies = args.get("feature_roles", {}), args.get("feature_policies", {})
    known = facts.FEATURES[plan.engine]
    for path, features in (("feature_roles", roles), ("feature_policies", policies)):
        for feature in features:
            if feature not in known:
                problems.add(
                    f"{path}.{feature}", f"no feature of {plan.engine.value}; {nearest(feature, known)}"
                )
    for feature in sorted({*roles} & {*policies}):
        problems.add(f"feature_policies.{feature}", "has a role in feature_roles already; keep one of them")
    if len({*roles, *policies}) > facts.MAX_ROLES:
        problems.add("feature_roles", f"a cluster takes on at most {facts.MAX_ROLES} roles")


def check_stream_region(region: str, problems: Problems) -> None:
    """Report a region without activity streams."""
    if region.startswith(("cn-", "us-gov-")):
        problems.add("activity_stream", f"is not offered in {region}; remove it")


def _activity_stream(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
    stream = args.get("activity_stream")
    if stream is None:
        return
    path = "activity_stream"
    for member in plan.members:
        if facts.is_burstable(member.instance_class) or facts.is_serverless(member.instance_class):
            problems.add(
                path, f"does not run on {member.instance_class} (instance '{member.key}'); use db.r7g"
            )
    if not plan.members:
        problems.add(path, "needs an instance; add one")
    if plan.engine is Engine.MYSQL and stream.get("mode") is StreamMode.SYNC:
        problems.add(f"{path}.mode", "Aurora MySQL streams asynchronously only; use async")
    babelfish = args.get("cluster_parameters", {}).get("rds.babelfish_status")
    if babelfish is not None and not parameters.mean_same(babelfish, "off"):
        problems.add(path, "does not work with Babelfish; remove it, or rds.babelfish_status")
    if plan.region is not None:
        check_stream_region(plan.region, problems)


def _global_membership(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
    membership = args.get("global_membership")
    if membership is None:
        return
    path = "global_membership"
    if plan.is_secondary:
        if "primary_region" not in membership:
            problems.add(f"{path}.primary_region", "is required for a secondary; add it")
        if "database_name" in args:
            problems.add("database_name", "a secondary has the databases of its primary; remove it")
    if membership.get("write_forwarding"):
        if membership.get("role") is GlobalRole.PRIMARY:
            problems.add(f"{path}.write_forwarding", "a primary writes itself; set it on a secondary")
        _supported(plan, facts.GLOBAL_WRITE_FORWARDING, f"{path}.write_forwarding", problems)


def _import_ids(plan: Plan, args: AuroraClusterArgs, problems: Problems) -> None:
    taken = args.get("take_over", ())
    check_choices(problems, "take_over", taken, tuple(FOUND_SETTINGS))
    ways_in = ("allowed_security_groups", "allowed_cidrs", "allowed_prefix_lists", "security_group_ids")
    if "security_groups" in taken and not any(args.get(way) for way in ways_in):
        problems.add(
            "take_over",
            "security_groups: leaves no way in, because the groups of the imported cluster are detached and its own "
            f"group has no rule; name its clients in one of {', '.join(ways_in)} first",
        )
    known = [
        "cluster",
        "subnet-group",
        "security-group",
        "cluster-parameters",
        "instance-parameters",
        "monitoring-role",
        *(f"instance:{member.key}" for member in plan.members),
        *(f"endpoint:{name}" for name in args.get("endpoints", {})),
        *(f"logs:{log}" for log in plan.log_types),
    ]
    for key in args.get("import_ids", {}):
        if key not in known:
            problems.add(f"import_ids.{key}", f"no such resource; {nearest(key, known)}")


def _supported(plan: Plan, feature: Feature, path: str, problems: Problems) -> None:
    if not plan.version.supports(feature):
        problems.add(
            path,
            f"{plan.version.text} does not have {feature.name}; "
            f"it came with {feature.first_versions(plan.engine)}",
        )


_CHECKS: Sequence[Callable[[Plan, AuroraClusterArgs, Problems], None]] = (
    _names,
    _instances,
    _serverless,
    _reader_scaling,
    _endpoints,
    _network,
    _credentials,
    _parameters,
    _logs,
    _monitoring,
    _backup,
    _maintenance,
    _restore,
    _features,
    _activity_stream,
    _global_membership,
    _import_ids,
)
