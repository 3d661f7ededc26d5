"""What depends on the engine version: Data API, feature roles, activity streams, global databases."""

from ...support.arguments import Problems, nearest
from ...support.enums import Engine, GlobalRole
from .. import engine as facts
from .. import parameters
from ..args import ClusterSettings, GlobalMembership, StreamMode
from ..engine import Feature
from ..plan import Plan


def check_features(plan: Plan, args: ClusterSettings, problems: Problems) -> None:
    if args.get("io_optimized"):
        check_supported(plan, facts.IO_OPTIMIZED, "io_optimized", problems)
    if args.get("data_api"):
        check_supported(plan, facts.DATA_API, "data_api", problems)
        if plan.is_restored and not args.get("restore", {}).get("completed", False):
            problems.add(
                "data_api",
                "a restore leaves it off; restore first, then set restore.completed to true together with it",
            )
    if args.get("local_write_forwarding"):
        check_supported(plan, facts.LOCAL_WRITE_FORWARDING, "local_write_forwarding", problems)
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
        problems.add("feature_roles", f"a cluster has at most {facts.MAX_ROLES} roles")


def check_stream_region(region: str, problems: Problems) -> None:
    """Report a region without activity streams."""
    if region.startswith(("cn-", "us-gov-")):
        problems.add("activity_stream", f"is not offered in {region}; remove it")


def check_activity_stream(plan: Plan, args: ClusterSettings, problems: Problems) -> None:
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


def check_global_membership(plan: Plan, membership: GlobalMembership, problems: Problems) -> None:
    """Report what does not fit the role in the global database."""
    if plan.is_secondary and "primary_region" not in membership:
        problems.add("primary_region", "is required for a secondary; add it")
    check_global_write_forwarding(plan, membership.get("write_forwarding", False), problems)


def check_global_write_forwarding(plan: Plan, forwards: bool, problems: Problems) -> None:
    """Report write forwarding that the role or the version does not allow."""
    if not forwards:
        return
    if plan.global_role is GlobalRole.PRIMARY:
        problems.add("write_forwarding", "the primary writes itself; set it on a secondary in another region")
    check_supported(plan, facts.GLOBAL_WRITE_FORWARDING, "write_forwarding", problems)


def check_supported(plan: Plan, feature: Feature, path: str, problems: Problems) -> None:
    if not plan.version.supports(feature):
        problems.add(
            path,
            f"{plan.version.text} does not have {feature.name}; "
            f"it came with {feature.first_versions(plan.engine)}",
        )
