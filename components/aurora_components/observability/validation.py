"""What can be wrong with the arguments of an Observability."""

from collections.abc import Sequence

from ..support.arguments import Problems
from ..support.checks import check_keys, check_region, check_tags
from .alarms import check_overrides
from .args import ObservabilityArgs, ObservabilitySettings
from .events import check_categories
from .watched import Watched, watched


def validate(spec: ObservabilityArgs, problems: Problems) -> None:
    """Report everything wrong with the arguments to `problems`."""
    validate_settings(spec, problems, [watched(spec)])
    check_region(problems, "region", spec.get("region"))
    check_tags(problems, spec.get("tags", {}))


def validate_settings(
    settings: ObservabilitySettings, problems: Problems, clusters: Sequence[Watched]
) -> None:
    """Report everything wrong with the settings to `problems`, for all the clusters they are for."""
    given = "topic_arn" in settings
    if given and settings.get("create_topic"):
        problems.add("create_topic", "a topic is given; leave out create_topic or topic_arn")
    if not given and not settings.get("create_topic", True):
        problems.add("create_topic", "alarms would notify nobody; give topic_arn, or leave create_topic out")
    for field in ("email_addresses", "kms_key_arn"):
        if given and field in settings:
            problems.add(field, "has no effect on an existing topic; leave it out, or leave out topic_arn")
    check_overrides(settings, problems, clusters)
    check_categories(settings, problems, clusters)
    check_keys(problems, "email_addresses", settings.get("email_addresses", {}))
