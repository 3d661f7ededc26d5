"""Where the cluster lives and who reaches it: subnet group, security group and its rules."""

from collections.abc import Mapping, Sequence
from typing import Any

import pulumi_aws as aws
from pulumi import Input, Output, Resource

from ..support.arguments import Problems
from ..support.aws import child_options
from .plan import Plan
from .validation import check_subnets

_HTTPS = 443


def subnet_group(parent: Resource, plan: Plan) -> Input[str]:
    """Name of the subnet group: the one given, or a new one. A cluster can never leave its group."""
    given = plan.args.get("subnet_group_name")
    if given is not None:
        return given
    group = aws.rds.SubnetGroup(
        f"{plan.name}-subnets",
        description=f"Subnets of Aurora cluster {plan.identifier}",
        subnet_ids=_subnets(plan),
        region=plan.region,
        tags=plan.tags(plan.identifier),
        opts=child_options(
            parent,
            protect=plan.deletion.protects or None,
            ignore_changes=plan.ignored("subnet-group", ("name", "description")),
            import_=plan.import_id("subnet-group"),
        ),
    )
    return group.name


def _subnets(plan: Plan) -> Input[Sequence[Input[str]]]:
    """The subnets; where they are an Output, their number is only known now."""
    given: Any = plan.args["subnet_ids"]
    if isinstance(given, Sequence):
        return given

    def check(known: Sequence[str]) -> Sequence[str]:
        problems = Problems()
        check_subnets(known, problems)
        problems.raise_for("AuroraCluster", plan.name)
        return known

    subnets: Output[Sequence[str]] = Output.from_input(given).apply(check)
    return subnets


def security_group(parent: Resource, plan: Plan) -> Output[str]:
    """Id of the cluster's own security group, closed but for the rules that the arguments name."""
    group = aws.ec2.SecurityGroup(
        f"{plan.name}-access",
        description=f"Aurora cluster {plan.identifier}",
        vpc_id=plan.args["vpc_id"],
        revoke_rules_on_delete=True,
        region=plan.region,
        tags=plan.tags(plan.identifier),
        opts=child_options(
            parent,
            ignore_changes=plan.ignored(
                "security-group", ("description", "name"), importing=("revokeRulesOnDelete",)
            ),
            import_=plan.import_id("security-group"),
        ),
    )
    _ingress(parent, plan, group.id)
    _egress(parent, plan, group.id)
    return group.id


def _ingress(parent: Resource, plan: Plan, group: Input[str]) -> None:
    sources: list[tuple[str, Mapping[str, Input[str]], str]] = [
        ("group", plan.args.get("allowed_security_groups", {}), "referenced_security_group_id"),
        ("list", plan.args.get("allowed_prefix_lists", {}), "prefix_list_id"),
    ]
    for kind, given, field in sources:
        for key, value in given.items():
            _ingress_rule(parent, plan, group, f"{kind}-{key}", {field: value}, key)
    for key, cidr in plan.args.get("allowed_cidrs", {}).items():
        field = "cidr_ipv6" if ":" in cidr else "cidr_ipv4"
        _ingress_rule(parent, plan, group, f"range-{key}", {field: cidr}, key)


def _ingress_rule(
    parent: Resource, plan: Plan, group: Input[str], suffix: str, source: Mapping[str, Any], key: str
) -> None:
    aws.vpc.SecurityGroupIngressRule(
        f"{plan.name}-from-{suffix}",
        security_group_id=group,
        ip_protocol="tcp",
        from_port=plan.port,
        to_port=plan.port,
        description=f"Database clients: {key}",
        region=plan.region,
        tags=plan.tags(f"{plan.identifier}-from-{suffix}"),
        opts=child_options(parent),
        **source,
    )


def _egress(parent: Resource, plan: Plan, group: Input[str]) -> None:
    targets: list[tuple[str, Mapping[str, Input[str]], str]] = [
        ("group", plan.args.get("egress_security_groups", {}), "referenced_security_group_id"),
        ("list", plan.args.get("egress_prefix_lists", {}), "prefix_list_id"),
    ]
    for kind, given, field in targets:
        for key, value in given.items():
            target: dict[str, Any] = {field: value}
            aws.vpc.SecurityGroupEgressRule(
                f"{plan.name}-to-{kind}-{key}",
                security_group_id=group,
                ip_protocol="tcp",
                from_port=_HTTPS,
                to_port=_HTTPS,
                description=f"AWS services of the database: {key}",
                region=plan.region,
                tags=plan.tags(f"{plan.identifier}-to-{kind}-{key}"),
                opts=child_options(parent),
                **target,
            )
