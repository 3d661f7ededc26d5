"""VPC endpoints and their security group."""

from collections.abc import Sequence
from typing import Any

import pulumi_aws as aws
from pulumi import Input, Output

from ..support.aws import Location, child_options, policy_document
from .site import Site

_HTTPS = 443


def make_endpoints(
    site: Site,
    location: Location,
    vpc: aws.ec2.Vpc,
    cidr_block: Output[str],
    route_table_ids: Output[Sequence[str]],
    subnet_ids: Output[Sequence[str]],
) -> aws.ec2.SecurityGroup | None:
    """Make the gateway and interface endpoints, and return the security group of the interface endpoints."""
    args = site.args
    policy = policy_document(_endpoint_statement(location, args.get("organization_id")))
    for service in args.get("gateway_endpoints", ("s3",)):
        aws.ec2.VpcEndpoint(
            site.child(f"{service}-endpoint"),
            vpc_id=vpc.id,
            vpc_endpoint_type="Gateway",
            # Gateways carry the plain name in every partition.
            service_name=Output.concat("com.amazonaws.", location.region, ".", service),
            route_table_ids=route_table_ids,
            policy=policy,
            region=site.region,
            tags=site.tags(f"{service}-endpoint"),
            opts=child_options(site.parent),
        )
    services = args.get("interface_endpoints", ())
    if not services:
        return None
    group = _security_group(site, vpc, cidr_block)
    for service in services:
        suffix = f"{service.replace('.', '-')}-endpoint"
        aws.ec2.VpcEndpoint(
            site.child(suffix),
            vpc_id=vpc.id,
            vpc_endpoint_type="Interface",
            service_name=location.endpoint_service(service),
            subnet_ids=subnet_ids,
            security_group_ids=[group.id],
            private_dns_enabled=True,
            policy=policy,
            region=site.region,
            tags=site.tags(suffix),
            opts=child_options(site.parent),
        )
    return group


def _security_group(site: Site, vpc: aws.ec2.Vpc, cidr_block: Output[str]) -> aws.ec2.SecurityGroup:
    group = aws.ec2.SecurityGroup(
        site.child("endpoints-sg"),
        vpc_id=vpc.id,
        description=f"Interface endpoints of {site.name}: HTTPS from the VPC",
        region=site.region,
        tags=site.tags("endpoints-sg"),
        opts=child_options(site.parent, ignore_changes=["name", "description"]),
    )
    sources: dict[str, dict[str, Input[str]]] = {"": {"cidr_ipv4": cidr_block}}
    if site.args.get("ipv6"):
        sources["-v6"] = {"cidr_ipv6": vpc.ipv6_cidr_block}
    for family, source in sources.items():
        aws.vpc.SecurityGroupIngressRule(
            site.child(f"endpoints-https{family}"),
            security_group_id=group.id,
            description="HTTPS from inside the VPC",
            ip_protocol="tcp",
            from_port=_HTTPS,
            to_port=_HTTPS,
            region=site.region,
            tags=site.tags(f"endpoints-https{family}"),
            opts=child_options(site.parent),
            **source,
        )
    return group


def _endpoint_statement(location: Location, organization_id: str | None) -> dict[str, Any]:
    condition: dict[str, Any] = (
        {"aws:PrincipalOrgID": organization_id}
        if organization_id
        else {"aws:PrincipalAccount": location.account_id}
    )
    return {
        "Sid": "OwnPrincipalsOnly",
        "Effect": "Allow",
        "Principal": {"AWS": "*"},
        "Action": "*",
        "Resource": "*",
        "Condition": {"StringEquals": condition},
    }
