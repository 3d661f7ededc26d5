"""What can be wrong with the arguments of an AccessHost."""

import re

from ..support.arguments import Problems
from ..support.checks import check_range, check_region, check_tags
from ..support.service_role import check_iam_path
from .args import AccessHostArgs, AccessHostSettings

_GRAVITON = re.compile(r"[a-z]+\d+g[a-z]*\.[a-z0-9-]+")


def validate(spec: AccessHostArgs, problems: Problems) -> None:
    """Report everything wrong with the arguments to `problems`."""
    validate_settings(spec, problems)
    check_iam_path(spec.get("iam_path"), problems)
    check_region(problems, "region", spec.get("region"))
    check_tags(problems, spec.get("tags", {}))


def validate_settings(settings: AccessHostSettings, problems: Problems) -> None:
    """Report everything wrong with the settings to `problems`."""
    instance_type = settings.get("instance_type")
    if instance_type is not None and not _GRAVITON.fullmatch(instance_type):
        problems.add("instance_type", f"'{instance_type}' is not a Graviton type; use one such as t4g.nano")
    check_range(problems, "local_port", settings.get("local_port"), 1024, 65535)
