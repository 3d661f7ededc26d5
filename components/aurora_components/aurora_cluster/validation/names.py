"""Names of a cluster: its own, of its database, of the map keys and of imported resources."""

import re

from ...support.arguments import Problems, nearest
from ...support.checks import check_keys, check_tags
from ...support.service_role import check_iam_path
from .. import engine as facts
from ..args import ClusterSettings
from ..plan import Plan

_COMPONENT_NAME = re.compile(r"[A-Za-z](?!.*--)[A-Za-z0-9-]{0,39}(?<!-)")


_IDENTIFIER = re.compile(r"[a-z](?!.*--)[a-z0-9-]{0,62}(?<!-)")


def check_component_name(name: str, problems: Problems) -> None:
    """Report a name that cannot start the names of AWS resources."""
    if not _COMPONENT_NAME.fullmatch(name):
        problems.add(
            "name",
            f"'{name}' names AWS resources: use at most 40 letters, digits and single dashes, starting with a letter",
        )


def check_names(plan: Plan, args: ClusterSettings, problems: Problems) -> None:
    check_identifier("cluster_name", args.get("cluster_name"), problems)
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


def check_identifier(path: str, name: str | None, problems: Problems) -> None:
    if name is not None and not _IDENTIFIER.fullmatch(name):
        problems.add(
            path,
            f"'{name}': use at most 63 lower-case letters, digits and single dashes, starting with a letter",
        )


def check_import_ids(plan: Plan, args: ClusterSettings, problems: Problems) -> None:
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
