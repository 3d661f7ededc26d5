"""What can be wrong with the arguments of a DatabasePersonas."""

from ..support.arguments import Problems
from ..support.checks import check_keys, check_region, check_tags
from ..support.service_role import check_iam_path
from .args import DatabasePersonasArgs, PersonaSettings

CLUSTERS_LIMIT = 5
"""Most clusters whose ARNs fit into the 6144 characters of an IAM policy."""


def validate(spec: DatabasePersonasArgs, problems: Problems) -> None:
    """Report everything wrong with the arguments to `problems`."""
    if not spec.get("connections", True):
        problems.add("connections", "there is no database; give the connection of a cluster")
    if len(spec.get("connections", {})) > CLUSTERS_LIMIT:
        problems.add(
            "connections",
            f"an IAM policy has room for {CLUSTERS_LIMIT} clusters; make several DatabasePersonas",
        )
    validate_settings(spec, problems)
    check_iam_path(spec.get("iam_path"), problems)
    check_region(problems, "region", spec.get("region"))
    check_tags(problems, spec.get("tags", {}))


def validate_settings(settings: PersonaSettings, problems: Problems) -> None:
    """Report everything wrong with the settings to `problems`."""
    for key in settings.get("admin_resource_tags", {}):
        if key.lower().startswith("aws:"):
            problems.add(
                f"admin_resource_tags.{key}", "the prefix aws: belongs to AWS; name a tag of your own"
            )
    for path, keys in (
        ("viewer_role_names", settings.get("viewer_role_names", {})),
        ("operator_role_names", settings.get("operator_role_names", {})),
        ("auditor_role_names", settings.get("auditor_role_names", {})),
        ("admin_role_names", settings.get("admin_role_names", {})),
    ):
        check_keys(problems, path, keys)
