"""What is allowed, but may be a mistake."""

from collections.abc import Sequence

from ..support.enums import Engine, Protection
from . import engine as facts
from .plan import Plan


def warnings(plan: Plan) -> list[str]:
    """What is allowed, but may be a mistake."""
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
            "one instance has no standby: a failover creates a new instance, which takes minutes; add a second",
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
            pauses and plan.membership is not None,
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
