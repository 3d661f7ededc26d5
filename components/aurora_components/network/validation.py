"""What can be wrong with the arguments of a Network."""

import ipaddress
import re
from typing import Any

from ..support.arguments import Problems
from ..support.checks import (
    check_choices,
    check_log_retention,
    check_range,
    check_region,
    check_tags,
)
from ..support.enums import NatMode
from ..support.service_role import check_iam_path
from .addressing import DEFAULT_CIDR, subnet_masks, vpc_cidr, vpc_prefix, zone_count
from .args import NetworkArgs
from .layout import TIERS, VPC_PREFIXES, ZONES, lay_out, propose

GATEWAY_SERVICES = ("s3", "dynamodb")


def validate(args: NetworkArgs, problems: Problems) -> None:
    """Report everything wrong with the arguments to `problems`."""
    check_region(problems, "region", args.get("region"))
    check_tags(problems, args.get("tags", {}))
    if "adopt" in args:
        _validate_adoption(args, problems)
        return
    found = len(problems)
    _validate_range(args, problems)
    _validate_zones(args, problems)
    for tier in TIERS:
        mask: Any = args.get("tiers", {}).get(f"{tier}_mask")
        check_range(problems, f"tiers.{tier}_mask", mask, VPC_PREFIXES[0], VPC_PREFIXES[-1])
    if len(problems) == found:
        _validate_layout(args, problems)
    if args.get("nat", NatMode.NONE) is not NatMode.NONE:
        for tier in ("app", "public"):
            if f"{tier}_mask" not in args.get("tiers", {}):
                problems.add("nat", f"needs the {tier} tier; set tiers.{tier}_mask, or leave nat at none")
    _validate_flow_logs(args, problems)
    _validate_endpoints(args, problems)
    check_iam_path(args.get("iam_path"), problems)


def _validate_adoption(args: NetworkArgs, problems: Problems) -> None:
    for field in args:
        if field not in ("adopt", "region", "tags", "protection", "allow_deletion"):
            problems.add(field, "has no effect on an adopted VPC; remove it, or remove adopt")
    subnets = args["adopt"].get("database_subnet_ids")
    if isinstance(subnets, list) and len(subnets) < ZONES[0]:
        problems.add(
            "adopt.database_subnet_ids", "a database needs subnets in two zones; give at least two ids"
        )


def _validate_range(args: NetworkArgs, problems: Problems) -> None:
    if "ipam_pool_id" in args:
        if "cidr_block" in args:
            problems.add("cidr_block", "comes from the pool; remove it, or remove ipam_pool_id")
        length = args.get("ipam_netmask_length")
        check_range(problems, "ipam_netmask_length", length, VPC_PREFIXES[0], VPC_PREFIXES[-1])
        return
    if "ipam_netmask_length" in args:
        problems.add("ipam_netmask_length", "is for a pool; set ipam_pool_id, or size cidr_block itself")
    try:
        network = ipaddress.IPv4Network(vpc_cidr(args))
    except ValueError as error:
        problems.add("cidr_block", f"{error}; write the first address and a prefix length: {DEFAULT_CIDR}")
        return
    if network.prefixlen not in VPC_PREFIXES:
        problems.add(
            "cidr_block",
            f"a VPC is /{VPC_PREFIXES[0]} to /{VPC_PREFIXES[-1]}, not /{network.prefixlen}; "
            f"use {network.network_address}/{min(max(network.prefixlen, 16), 24)}",
        )


def _validate_zones(args: NetworkArgs, problems: Problems) -> None:
    zones = args.get("availability_zones")
    if zones is None:
        count = args.get("availability_zone_count")
        check_range(problems, "availability_zone_count", count, ZONES[0], ZONES[-1])
        return
    if "availability_zone_count" in args:
        problems.add("availability_zone_count", "is the number of availability_zones; give one of the two")
    if len(zones) not in ZONES:
        problems.add(
            "availability_zones", f"{len(zones)} zones given; name {ZONES[0]} to {ZONES[-1]} of the region"
        )
    for index, zone in enumerate(zones):
        if zone in zones[:index]:
            problems.add(f"availability_zones[{index}]", f"'{zone}' is named twice; name each zone once")


def _validate_layout(args: NetworkArgs, problems: Problems) -> None:
    prefix, zones, masks = vpc_prefix(args), zone_count(args), subnet_masks(args)
    if lay_out(prefix, zones, masks) is not None:
        return
    proposal = propose(prefix, zones, masks)
    ways = []
    if proposal.masks:
        sizes = ", ".join(f"{tier}_mask {mask}" for tier, mask in proposal.masks.items())
        ways.append(f"use {sizes}")
    if proposal.vpc_prefix:
        ways.append(f"make the VPC a /{proposal.vpc_prefix}")
    tiers = ", ".join(f"{tier} /{mask}" for tier, mask in masks.items())
    fix = ", or ".join(ways) if ways else "use fewer tiers or zones"
    problems.add("tiers", f"{tiers} in each of {zones} zones do not fit a /{prefix}; {fix}")


def _validate_flow_logs(args: NetworkArgs, problems: Problems) -> None:
    settings = args.get("flow_logs", {})
    check_log_retention(problems, "flow_logs.retention_days", settings.get("retention_days"))
    if "destination_bucket_arn" in settings:
        for field in ("retention_days", "kms_key_arn"):
            if field in settings:
                problems.add(f"flow_logs.{field}", "is for CloudWatch; the bucket decides it, remove it here")


def _validate_endpoints(args: NetworkArgs, problems: Problems) -> None:
    check_choices(problems, "gateway_endpoints", args.get("gateway_endpoints", ()), GATEWAY_SERVICES)
    services = args.get("interface_endpoints", ())
    for index, service in enumerate(services):
        path = f"interface_endpoints[{index}]"
        if service in GATEWAY_SERVICES:
            problems.add(path, f"'{service}' has a gateway endpoint, which is free; use gateway_endpoints")
        elif not re.fullmatch(r"[a-z0-9]+([.-][a-z0-9]+)*", service):
            problems.add(path, f"'{service}' is not a service; write its short name, such as secretsmanager")
        elif service in services[:index]:
            problems.add(path, f"'{service}' is given twice; remove one")
    organization = args.get("organization_id")
    if organization is not None and not re.fullmatch(r"o-[a-z0-9]{10,32}", organization):
        problems.add(
            "organization_id", f"'{organization}' is not an organization; write it like o-a1b2c3d4e5"
        )
