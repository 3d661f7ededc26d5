"""Subnets, port and address ranges."""

from collections.abc import Sequence

from pulumi import Input

from ...support.arguments import Problems
from ...support.checks import check_range
from ...support.cidrs import check_sources
from .. import engine as facts
from ..args import AuroraClusterArgs, ClusterSettings
from ..plan import Plan


def check_subnets(subnets: Sequence[Input[str]], problems: Problems) -> None:
    """Report too few or too many subnets; those of another stack are only known during the update."""
    if len(subnets) < 2:
        problems.add("subnet_ids", "a subnet group spans two zones; give two subnets or more")
    if len(subnets) > facts.MAX_SUBNETS:
        problems.add("subnet_ids", f"a subnet group has at most {facts.MAX_SUBNETS} subnets; leave some out")


def check_placement(spec: AuroraClusterArgs, problems: Problems) -> None:
    """Report problems of what the cluster takes from its surroundings: the subnets and the key."""
    subnets = spec.get("subnet_ids")
    if (subnets is None) == ("subnet_group_name" not in spec):
        problems.add("subnet_ids", "give either subnet_ids or subnet_group_name")
    if isinstance(subnets, Sequence):
        check_subnets(subnets, problems)
    if spec.get("restore", {}).get("copy_on_write") and "kms_key_arn" not in spec:
        problems.add("kms_key_arn", "a clone shares the source's pages; give the key of the source")


def check_network(plan: Plan, args: ClusterSettings, problems: Problems) -> None:
    check_range(problems, "port", plan.port, 1150, 65535)
    check_sources(args.get("allowed_cidrs", {}), problems, "allowed_cidrs")
    for name, cidr in args.get("allowed_cidrs", {}).items():
        if cidr.startswith("169.254."):
            problems.add(f"allowed_cidrs.{name}", "link-local clients cannot connect; remove it")
