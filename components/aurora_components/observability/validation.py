"""What can be wrong with the arguments of an Observability."""

from ..support.arguments import Problems
from ..support.checks import check_keys, check_region, check_tags
from .alarms import check_overrides
from .args import ObservabilityArgs
from .events import check_categories


def validate(spec: ObservabilityArgs, problems: Problems) -> None:
    """Report everything wrong with the arguments to `problems`."""
    given = "topic_arn" in spec
    if given and spec.get("create_topic"):
        problems.add("create_topic", "a topic is given; leave out create_topic or topic_arn")
    if not given and not spec.get("create_topic", True):
        problems.add("create_topic", "alarms would reach nobody; give topic_arn, or leave create_topic out")
    for field in ("email_addresses", "kms_key_arn"):
        if given and field in spec:
            problems.add(field, "has no effect on an existing topic; leave it out, or leave out topic_arn")
    check_overrides(spec, problems)
    check_categories(spec, problems)
    check_region(problems, "region", spec.get("region"))
    check_tags(problems, spec.get("tags", {}))
    check_keys(problems, "email_addresses", spec.get("email_addresses", {}))
