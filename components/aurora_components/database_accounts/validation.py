"""What can be wrong with the arguments of a DatabaseAccounts."""

import re

import pulumi

from aurora_accounts import connecting
from aurora_accounts.validation import problems as account_problems

from ..support.arguments import Problems
from ..support.checks import check_log_retention, check_range, check_region, check_tags
from ..support.enums import Engine, EngineName
from ..support.names import aws_name
from ..support.service_role import check_iam_path
from .args import AccountsSettings, DatabaseAccountsArgs
from .desired import desired

NAME_LIMIT = 50
"""Longest name of the function, which leaves room for the names of what belongs to it."""

UNNAMED = "default"
"""Stands for the cluster's database while its name is not known."""


def function_name(name: str) -> str:
    """The function's name in AWS. It is fixed, so that its log group can exist before it, and it marks the accounts."""
    return aws_name(f"{name}-{pulumi.get_stack()}", NAME_LIMIT)


def validate(spec: DatabaseAccountsArgs, problems: Problems) -> None:
    """Report everything wrong with the arguments to `problems`."""
    validate_settings(spec, problems, spec.get("engine"), spec.get("region"), has_endpoint=False)
    subnets = spec.get("subnet_ids")
    if isinstance(subnets, list) and len(subnets) < 2:
        problems.add("subnet_ids", "the function needs subnets in two availability zones; give two or more")
    check_iam_path(spec.get("iam_path"), problems)
    check_region(problems, "region", spec.get("region"))
    check_tags(problems, spec.get("tags", {}))


def validate_settings(
    settings: AccountsSettings,
    problems: Problems,
    engine: EngineName | None,
    region: str | None,
    *,
    has_endpoint: bool,
) -> None:
    """Report everything wrong with the settings to `problems`, for a cluster of `engine`.

    `has_endpoint` says whether the network brings the endpoint of Secrets Manager.
    """
    if engine is not None:
        for path, message in account_problems(
            desired(settings, Engine(engine), settings.get("database", UNNAMED), UNNAMED)
        ):
            problems.add(path, message)
    if not settings.get("accounts"):
        problems.add("accounts", "there is none; declare an account")
    for account, given in settings.get("accounts", {}).items():
        if "access" in given and "grants" in given:
            problems.add(
                f"accounts.{account}.access", "is for the component's database; give it or grants, not both"
            )
    if "endpoint_security_group_id" not in settings and not has_endpoint:
        problems.add(
            "endpoint_security_group_id",
            "the function has no internet and reads the administrator's secret; add the interface endpoint "
            "secretsmanager to the VPC, and give its security group",
        )
    certificates = settings.get("ca_certificates")
    if certificates is not None and not re.search("-----BEGIN CERTIFICATE-----", certificates):
        problems.add(
            "ca_certificates", "holds no certificate; give the PEM text of Amazon's bundle for the region"
        )
    if region and not certificates and not connecting.covers(region):
        problems.add("ca_certificates", connecting.missing_region(region))
    check_range(problems, "rotation_days", settings.get("rotation_days"), 1, 1000)
    check_range(problems, "reserved_concurrency", settings.get("reserved_concurrency"), -1, 100)
    if settings.get("reserved_concurrency") == 0:
        problems.add("reserved_concurrency", "with 0 the function could not run; leave it out, or give -1")
    check_log_retention(problems, "log_retention_days", settings.get("log_retention_days"))
