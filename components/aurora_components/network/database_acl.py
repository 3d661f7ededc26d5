"""The network ACL of the database tier."""

from collections.abc import Sequence

import pulumi_aws as aws
from pulumi import Input, Output

from ..support.aws import child_options
from .site import Site

_HTTPS = 443


_UNPRIVILEGED = (1024, 65535)
"""Ports of databases (1150 and up) and of the answers to them."""


def make_database_acl(
    site: Site, vpc: aws.ec2.Vpc, cidr_block: Output[str], subnet_ids: Output[Sequence[str]]
) -> None:
    acl = aws.ec2.NetworkAcl(
        site.child("database-acl"),
        vpc_id=vpc.id,
        subnet_ids=subnet_ids,
        region=site.region,
        tags=site.tags("database-acl", tier="database"),
        opts=child_options(site.parent),
    )
    ranges: dict[str, dict[str, Input[str]]] = {"": {"cidr_block": cidr_block}}
    if site.args.get("ipv6"):
        ranges["-v6"] = {"ipv6_cidr_block": vpc.ipv6_cidr_block}
    number = 100
    for family, source in ranges.items():
        for egress in (False, True):
            for kind, (first, last) in {"https": (_HTTPS, _HTTPS), "ports": _UNPRIVILEGED}.items():
                aws.ec2.NetworkAclRule(
                    site.child(f"database-acl-{'out' if egress else 'in'}-{kind}{family}"),
                    network_acl_id=acl.id,
                    rule_number=number,
                    rule_action="allow",
                    egress=egress,
                    protocol="6",  # TCP, as AWS stores it
                    from_port=first,
                    to_port=last,
                    region=site.region,
                    opts=child_options(site.parent),
                    **source,  # type: ignore[arg-type]  # mypy matches it against every argument
                )
                number += 10
