"""The Network component: isolated database subnets, only the routes that are asked for, and flow logs."""

from collections.abc import Sequence
from typing import Any

import pulumi
import pulumi_aws as aws
from pulumi import Input, InvokeOptions, Output, ResourceOptions

from ..support.arguments import check
from ..support.aws import child_options, locate
from .addressing import vpc_cidr
from .args import AdoptedNetwork, NetworkArgs
from .database_acl import make_database_acl
from .endpoints import make_endpoints
from .flow_logs import make_flow_log
from .routes import make_route_tables, make_routes_out
from .site import Site
from .subnets import make_subnets, make_vpc
from .validation import validate


class Network(pulumi.ComponentResource):
    """A new or existing VPC whose database subnets have no route to the internet."""

    vpc_id: Output[str]
    """Id of the VPC."""
    vpc_cidr_block: Output[str]
    """IPv4 range of the VPC."""
    database_subnet_ids: Output[Sequence[str]]
    """Subnets of the database tier, one in each zone."""
    app_subnet_ids: Output[Sequence[str]]
    """Subnets of the app tier; empty without one."""
    public_subnet_ids: Output[Sequence[str]]
    """Subnets of the public tier; empty without one."""
    route_table_ids: Output[Sequence[str]]
    """Route tables of the VPC, for peering and transit gateways; empty for an adopted VPC."""
    endpoint_security_group_id: Output[str | None]
    """Security group of the interface endpoints; absent without any."""
    flow_log_group_name: Output[str | None]
    """CloudWatch log group of the flow logs; absent when they go elsewhere."""

    def __init__(self, name: str, args: NetworkArgs, opts: ResourceOptions | None = None) -> None:
        args = check("Network", name, args, NetworkArgs, validate)
        super().__init__("aurora:index:Network", name, {}, opts)

        self.endpoint_security_group_id = Output.from_input(None)
        self.flow_log_group_name = Output.from_input(None)
        if "adopt" in args:
            self._adopt(args["adopt"], args.get("region"))
        else:
            self._create(Site(self, name, args))
        self.register_outputs(
            {
                "vpc_id": self.vpc_id,
                "vpc_cidr_block": self.vpc_cidr_block,
                "database_subnet_ids": self.database_subnet_ids,
                "app_subnet_ids": self.app_subnet_ids,
                "public_subnet_ids": self.public_subnet_ids,
                "route_table_ids": self.route_table_ids,
                "endpoint_security_group_id": self.endpoint_security_group_id,
                "flow_log_group_name": self.flow_log_group_name,
            }
        )

    def _adopt(self, adopted: AdoptedNetwork, region: str | None) -> None:
        self.vpc_id = Output.from_input(adopted["vpc_id"])
        self.vpc_cidr_block = aws.ec2.get_vpc_output(
            id=self.vpc_id, region=region, opts=InvokeOptions(parent=self)
        ).cidr_block
        self.database_subnet_ids = _ids(adopted["database_subnet_ids"])
        self.app_subnet_ids = _ids(adopted.get("app_subnet_ids", []))
        self.public_subnet_ids = _ids(adopted.get("public_subnet_ids", []))
        self.route_table_ids = _ids([])

    def _create(self, site: Site) -> None:
        args = site.args
        location = locate(self, site.region)
        vpc = make_vpc(site)
        self.vpc_id = vpc.id
        # The literal keeps the subnets' ranges readable at preview; only a pool decides later.
        self.vpc_cidr_block = vpc.cidr_block if "ipam_pool_id" in args else Output.from_input(vpc_cidr(args))
        subnets = make_subnets(site, vpc, self.vpc_cidr_block)
        self.database_subnet_ids = _ids([subnet.id for subnet in subnets["database"]])
        self.app_subnet_ids = _ids([subnet.id for subnet in subnets.get("app", [])])
        self.public_subnet_ids = _ids([subnet.id for subnet in subnets.get("public", [])])

        tables = make_route_tables(site, vpc, subnets)
        self.route_table_ids = _ids([table.id for each in tables.values() for table in each])
        make_routes_out(site, vpc, subnets, tables)
        if args.get("lock_default_security_group", True):
            aws.ec2.DefaultSecurityGroup(
                site.child("default-sg"),
                vpc_id=self.vpc_id,
                region=site.region,
                tags=site.tags("default-sg-closed"),
                opts=child_options(self),
            )
        if args.get("database_nacl", False):
            make_database_acl(site, vpc, self.vpc_cidr_block, self.database_subnet_ids)
        in_app_tier = "app" in subnets
        group = make_endpoints(
            site,
            location,
            vpc,
            self.vpc_cidr_block,
            self.route_table_ids,
            self.app_subnet_ids if in_app_tier else self.database_subnet_ids,
        )
        if group is not None:
            self.endpoint_security_group_id = group.id.apply(_optional)
        flow_logs = args.get("flow_logs", {})
        if flow_logs.get("enabled", True):
            log_group_name = make_flow_log(site, location, vpc, flow_logs)
            if log_group_name is not None:
                self.flow_log_group_name = log_group_name.apply(_optional)


def _ids(ids: Input[Any]) -> Output[Sequence[str]]:
    return Output.from_input(ids)


def _optional(value: str) -> str | None:
    return value
