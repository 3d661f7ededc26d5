"""Parameters of the cluster and the instances."""

from ...support.arguments import Problems
from ...support.enums import Engine
from .. import engine as facts
from .. import parameters
from ..args import ClusterSettings
from ..plan import Plan


def check_parameters(plan: Plan, args: ClusterSettings, problems: Problems) -> None:
    given = args.get("cluster_parameters", {})
    instance = {"instance_parameters": args.get("instance_parameters", {})}
    for member in plan.members:
        instance[f"instances.{member.key}.parameters"] = member.spec.get("parameters", {})
    methods = args.get("parameter_apply_methods", {})
    admin = args.get("credentials", {}).get("username", facts.DEFAULT_ADMIN_USERNAME)
    parameters.check(plan.version, given, instance, methods, problems)
    parameters.check_audits_admin(given, admin, problems)
    for feature in {**args.get("feature_roles", {}), **args.get("feature_policies", {})}:
        parameter = facts.ROLE_PARAMETERS.get(feature)
        if plan.engine is Engine.MYSQL and parameter in given:
            problems.add(f"cluster_parameters.{parameter}", f"is set by the feature '{feature}'; remove it")
