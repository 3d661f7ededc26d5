"""A network for databases: isolated subnets, no way in or out that nobody asked for, and flow logs."""

import ipaddress
import re
from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict

import pulumi
import pulumi_aws as aws
from pulumi import Input, InvokeOptions, Output, ResourceOptions

from ._args import Problems, normalise
from ._aws import Location, assume_role_policy, child_options, locate, policy_document
from ._checks import (
    LOG_RETENTION_DAYS,
    check_choices,
    check_log_retention,
    check_range,
    check_region,
    check_tags,
)
from ._enums import NatMode, Protection, StrList, StrMap
from ._layout import TIERS, VPC_PREFIXES, ZONES, default_database_mask, ipv6_subnet, lay_out, propose
from ._service_role import check_iam_path, service_role
from .database_key import DatabaseKey

FLOW_LOG_PREFIX = "/aws/vpc/flow-logs/"
"""Start of the name of the flow logs' group; the keys of DatabaseKey may encrypt it."""

_DEFAULT_CIDR = "10.0.0.0/16"
_DEFAULT_ZONES = 3
_GATEWAY_SERVICES = ("s3", "dynamodb")
_HTTPS = 443
_UNPRIVILEGED = (1024, 65535)
"""Ports of databases (1150 and up) and of the answers to them."""


class SubnetTiers(TypedDict):
    """Sizes of the subnets, one of each tier in every zone. A tier exists when it has a size."""

    database_mask: NotRequired[int]
    """Prefix length of the database subnets, 16 to 28. They have no route out. Default: 24 where it fits."""
    app_mask: NotRequired[int]
    """Prefix length of the app subnets, which reach out through NAT if there is any. Default: no app tier."""
    public_mask: NotRequired[int]
    """Prefix length of the public subnets, which hold NAT gateways. Default: no public tier, no gateway."""


class AdoptedNetwork(TypedDict):
    """An existing VPC to use as it is."""

    vpc_id: Input[str]
    """Id of the VPC."""
    database_subnet_ids: StrList
    """Private subnets for the database, in at least two zones."""
    app_subnet_ids: NotRequired[StrList]
    """Private subnets for applications."""
    public_subnet_ids: NotRequired[StrList]
    """Public subnets."""


class FlowLogSettings(TypedDict):
    """Record of the traffic in the VPC, accepted and rejected."""

    enabled: NotRequired[bool]
    """Whether traffic is recorded. Default: true."""
    retention_days: NotRequired[int]
    """Days CloudWatch keeps the record, one of its own values. Default: 365."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of the log group. It must let CloudWatch Logs use it. Default: a key of its own."""
    destination_bucket_arn: NotRequired[Input[str]]
    """Bucket to deliver to instead of CloudWatch. Its own policy must admit the delivery service."""


class NetworkSettings(TypedDict):
    """What a network is like, new or existing."""

    cidr_block: NotRequired[str]
    """IPv4 range of the VPC, /16 to /26. Default: 10.0.0.0/16. It cannot be changed later."""
    ipam_pool_id: NotRequired[Input[str]]
    """IPAM pool to take the range from, instead of `cidr_block`."""
    ipam_netmask_length: NotRequired[int]
    """Prefix length of the range from the pool. Default: 16."""
    availability_zone_count: NotRequired[int]
    """Number of zones, 2 to 6, the first the region lists. Default: 3."""
    availability_zones: NotRequired[Sequence[str]]
    """Names of the zones instead of their number. Append to it: a zone's place decides its addresses."""
    tiers: NotRequired[SubnetTiers]
    """Sizes of the subnets. Default: a database tier alone."""
    nat: NotRequired[NatMode]
    """Way out of the app tier. It needs an app and a public tier. Default: none."""
    ipv6: NotRequired[bool]
    """Whether the VPC and its subnets also get IPv6 ranges, which a dual-stack cluster needs. Default: false."""
    flow_logs: NotRequired[FlowLogSettings]
    """Record of the traffic. Default: all of it, to an encrypted CloudWatch log group."""
    interface_endpoints: NotRequired[Sequence[str]]
    """Services reached without leaving the VPC, such as secretsmanager, kms, logs, sts, rds-data. They stand in
    the app tier, else in the database tier. Default: none."""
    gateway_endpoints: NotRequired[Sequence[str]]
    """Services reached through the route tables, s3 or dynamodb. Default: s3."""
    organization_id: NotRequired[str]
    """Organization whose principals may use the endpoints. Default: only this account's may."""
    lock_default_security_group: NotRequired[bool]
    """Whether the VPC's default security group loses its rules. Default: true."""
    database_nacl: NotRequired[bool]
    """Whether a network ACL limits the database tier to the VPC. It also stops the database from calling out,
    as imports from S3 do. Default: false."""
    adopt: NotRequired[AdoptedNetwork]
    """An existing VPC: nothing is created, and the outputs are the same."""


class NetworkArgs(NetworkSettings):
    """Arguments of a Network."""

    protection: NotRequired[Protection]
    """How hard it is to lose the flow logs and their key. Default: locked."""
    permissions_boundary_arn: NotRequired[Input[str]]
    """Permissions boundary of the role that delivers flow logs."""
    iam_path: NotRequired[str]
    """Path of the role that delivers flow logs."""
    region: NotRequired[str]
    """Region of the network. Default: the provider's."""
    tags: NotRequired[StrMap]
    """Tags of everything that takes them."""


class Network(pulumi.ComponentResource):
    """A VPC, new or existing, whose database subnets have no route to the internet."""

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
        problems = Problems()
        args = normalise(args, NetworkArgs, problems)
        validate(args, problems)
        problems.raise_for("Network", name)
        super().__init__("aurora:index:Network", name, {}, opts)

        self._prefix = name
        self._args = args
        self._region = args.get("region")
        self.endpoint_security_group_id = Output.from_input(None)
        self.flow_log_group_name = Output.from_input(None)
        if "adopt" in args:
            self._adopt(args["adopt"])
        else:
            self._create()
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

    def _adopt(self, adopted: AdoptedNetwork) -> None:
        self.vpc_id = Output.from_input(adopted["vpc_id"])
        self.vpc_cidr_block = aws.ec2.get_vpc_output(
            id=self.vpc_id, region=self._region, opts=InvokeOptions(parent=self)
        ).cidr_block
        self.database_subnet_ids = _ids(adopted["database_subnet_ids"])
        self.app_subnet_ids = _ids(adopted.get("app_subnet_ids", []))
        self.public_subnet_ids = _ids(adopted.get("public_subnet_ids", []))
        self.route_table_ids = _ids([])

    def _create(self) -> None:
        args = self._args
        location = locate(self, self._region)
        vpc = self._vpc()
        self.vpc_id = vpc.id
        # The literal keeps the subnets' ranges readable at preview; only a pool decides later.
        self.vpc_cidr_block = vpc.cidr_block if "ipam_pool_id" in args else Output.from_input(_cidr(args))
        subnets = self._subnets(vpc)
        self.database_subnet_ids = _ids([subnet.id for subnet in subnets["database"]])
        self.app_subnet_ids = _ids([subnet.id for subnet in subnets.get("app", [])])
        self.public_subnet_ids = _ids([subnet.id for subnet in subnets.get("public", [])])

        tables = self._route_tables(subnets)
        self.route_table_ids = _ids([table.id for each in tables.values() for table in each])
        self._routes_out(subnets, tables)
        if args.get("lock_default_security_group", True):
            aws.ec2.DefaultSecurityGroup(
                self._child("default-sg"),
                vpc_id=self.vpc_id,
                region=self._region,
                tags=self._tags("default-sg-closed"),
                opts=child_options(self),
            )
        if args.get("database_nacl", False):
            self._database_nacl(vpc)
        self._endpoints(location, vpc)
        flow_logs = args.get("flow_logs", {})
        if flow_logs.get("enabled", True):
            self._flow_log(location, flow_logs)

    def _vpc(self) -> aws.ec2.Vpc:
        args = self._args
        from_pool = "ipam_pool_id" in args
        return aws.ec2.Vpc(
            self._child("vpc"),
            cidr_block=None if from_pool else _cidr(args),
            ipv4_ipam_pool_id=args.get("ipam_pool_id"),
            ipv4_netmask_length=_vpc_prefix(args) if from_pool else None,
            assign_generated_ipv6_cidr_block=args.get("ipv6"),
            enable_dns_support=True,
            enable_dns_hostnames=True,
            region=self._region,
            tags=self._tags("vpc"),
            opts=child_options(self),
        )

    def _subnets(self, vpc: aws.ec2.Vpc) -> dict[str, list[aws.ec2.Subnet]]:
        args = self._args
        zones = self._zones()
        layout = lay_out(_vpc_prefix(args), len(zones), _masks(args)) or {}
        return {
            tier: [
                aws.ec2.Subnet(
                    self._child(f"{tier}-{number + 1}"),
                    vpc_id=vpc.id,
                    availability_zone=zone,
                    cidr_block=self.vpc_cidr_block.apply(slot.cidr),
                    ipv6_cidr_block=_ipv6(vpc, tier, number) if args.get("ipv6") else None,
                    map_public_ip_on_launch=False,
                    region=self._region,
                    tags=self._tags(f"{tier}-{number + 1}", tier=tier),
                    opts=child_options(self),
                )
                for number, (zone, slot) in enumerate(zip(zones, slots, strict=True))
            ]
            for tier, slots in layout.items()
        }

    def _zones(self) -> list[Input[str]]:
        names = self._args.get("availability_zones")
        if names is not None:
            return list(names)
        count = _zone_count(self._args)
        offered = aws.get_availability_zones_output(
            state="available",
            filters=[{"name": "opt-in-status", "values": ["opt-in-not-required"]}],
            region=self._region,
            opts=InvokeOptions(parent=self),
        ).names
        return [offered.apply(_Nth(number, count)) for number in range(count)]

    def _route_tables(self, subnets: Mapping[str, Sequence[aws.ec2.Subnet]]) -> dict[str, list[Any]]:
        """One table for each tier, and for the app tier one in each zone, so that each can have its own NAT."""
        tables: dict[str, list[aws.ec2.RouteTable]] = {}
        for tier, members in subnets.items():
            suffixes = [f"app-{number + 1}" for number in range(len(members))] if tier == "app" else [tier]
            tables[tier] = [
                aws.ec2.RouteTable(
                    self._child(f"{suffix}-routes"),
                    vpc_id=self.vpc_id,
                    region=self._region,
                    tags=self._tags(f"{suffix}-routes", tier=tier),
                    opts=child_options(self),
                )
                for suffix in suffixes
            ]
            for number, subnet in enumerate(members):
                aws.ec2.RouteTableAssociation(
                    self._child(f"{tier}-{number + 1}-routes"),
                    subnet_id=subnet.id,
                    route_table_id=tables[tier][number if tier == "app" else 0].id,
                    region=self._region,
                    opts=child_options(self),
                )
        return tables

    def _routes_out(
        self,
        subnets: Mapping[str, Sequence[aws.ec2.Subnet]],
        tables: Mapping[str, Sequence[aws.ec2.RouteTable]],
    ) -> None:
        """Give the public tier an internet gateway and the app tier its NAT; the database tier gets nothing."""
        if "public" not in subnets:
            return
        ipv6 = self._args.get("ipv6", False)
        gateway = aws.ec2.InternetGateway(
            self._child("internet-gateway"),
            vpc_id=self.vpc_id,
            region=self._region,
            tags=self._tags("internet-gateway"),
            opts=child_options(self),
        )
        public = tables["public"][0]
        self._route("public-internet", public, destination_cidr_block="0.0.0.0/0", gateway_id=gateway.id)
        if ipv6:
            self._route(
                "public-internet-v6", public, destination_ipv6_cidr_block="::/0", gateway_id=gateway.id
            )
        nat = self._args.get("nat", NatMode.NONE)
        if nat is NatMode.NONE:
            return
        sites = subnets["public"] if nat is NatMode.PER_AZ else subnets["public"][:1]
        gateways = [self._nat_gateway(number, site, gateway) for number, site in enumerate(sites)]
        for number, table in enumerate(tables["app"]):
            nat_gateway = gateways[number if nat is NatMode.PER_AZ else 0]
            self._route(
                f"app-{number + 1}-nat",
                table,
                destination_cidr_block="0.0.0.0/0",
                nat_gateway_id=nat_gateway.id,
            )
        if ipv6:
            egress_only = aws.ec2.EgressOnlyInternetGateway(
                self._child("egress-only-gateway"),
                vpc_id=self.vpc_id,
                region=self._region,
                tags=self._tags("egress-only-gateway"),
                opts=child_options(self),
            )
            for number, table in enumerate(tables["app"]):
                self._route(
                    f"app-{number + 1}-egress-v6",
                    table,
                    destination_ipv6_cidr_block="::/0",
                    egress_only_gateway_id=egress_only.id,
                )

    def _nat_gateway(
        self, number: int, site: aws.ec2.Subnet, gateway: aws.ec2.InternetGateway
    ) -> aws.ec2.NatGateway:
        suffix = f"nat-{number + 1}"
        address = aws.ec2.Eip(
            self._child(f"{suffix}-address"),
            domain="vpc",
            region=self._region,
            tags=self._tags(f"{suffix}-address"),
            opts=child_options(self),
        )
        return aws.ec2.NatGateway(
            self._child(suffix),
            allocation_id=address.id,
            subnet_id=site.id,
            region=self._region,
            tags=self._tags(suffix),
            opts=child_options(self, depends_on=[gateway]),
        )

    def _route(self, suffix: str, table: aws.ec2.RouteTable, **target: Input[str]) -> None:
        aws.ec2.Route(
            self._child(suffix),
            route_table_id=table.id,
            region=self._region,
            opts=child_options(self),
            **target,
        )

    def _database_nacl(self, vpc: aws.ec2.Vpc) -> None:
        acl = aws.ec2.NetworkAcl(
            self._child("database-acl"),
            vpc_id=self.vpc_id,
            subnet_ids=self.database_subnet_ids,
            region=self._region,
            tags=self._tags("database-acl", tier="database"),
            opts=child_options(self),
        )
        ranges: dict[str, dict[str, Input[str]]] = {"": {"cidr_block": self.vpc_cidr_block}}
        if self._args.get("ipv6"):
            ranges["-v6"] = {"ipv6_cidr_block": vpc.ipv6_cidr_block}
        number = 100
        for family, source in ranges.items():
            for egress in (False, True):
                for kind, (first, last) in {"https": (_HTTPS, _HTTPS), "ports": _UNPRIVILEGED}.items():
                    aws.ec2.NetworkAclRule(
                        self._child(f"database-acl-{'out' if egress else 'in'}-{kind}{family}"),
                        network_acl_id=acl.id,
                        rule_number=number,
                        rule_action="allow",
                        egress=egress,
                        protocol="6",  # TCP, as AWS stores it
                        from_port=first,
                        to_port=last,
                        region=self._region,
                        opts=child_options(self),
                        **source,  # type: ignore[arg-type]  # mypy matches it against every argument
                    )
                    number += 10

    def _endpoints(self, location: Location, vpc: aws.ec2.Vpc) -> None:
        args = self._args
        policy = policy_document(_endpoint_statement(location, args.get("organization_id")))
        for service in args.get("gateway_endpoints", ("s3",)):
            aws.ec2.VpcEndpoint(
                self._child(f"{service}-endpoint"),
                vpc_id=self.vpc_id,
                vpc_endpoint_type="Gateway",
                # Gateways carry the plain name in every partition.
                service_name=Output.concat("com.amazonaws.", location.region, ".", service),
                route_table_ids=self.route_table_ids,
                policy=policy,
                region=self._region,
                tags=self._tags(f"{service}-endpoint"),
                opts=child_options(self),
            )
        services = args.get("interface_endpoints", ())
        if not services:
            return
        group = self._endpoint_group(vpc)
        self.endpoint_security_group_id = group.id.apply(_optional)
        for service in services:
            suffix = f"{service.replace('.', '-')}-endpoint"
            aws.ec2.VpcEndpoint(
                self._child(suffix),
                vpc_id=self.vpc_id,
                vpc_endpoint_type="Interface",
                service_name=location.endpoint_service(service),
                subnet_ids=self.app_subnet_ids if "app" in _masks(args) else self.database_subnet_ids,
                security_group_ids=[group.id],
                private_dns_enabled=True,
                policy=policy,
                region=self._region,
                tags=self._tags(suffix),
                opts=child_options(self),
            )

    def _endpoint_group(self, vpc: aws.ec2.Vpc) -> aws.ec2.SecurityGroup:
        group = aws.ec2.SecurityGroup(
            self._child("endpoints-sg"),
            vpc_id=self.vpc_id,
            description=f"Interface endpoints of {self._prefix}: HTTPS from the VPC",
            region=self._region,
            tags=self._tags("endpoints-sg"),
            opts=child_options(self, ignore_changes=["name", "description"]),
        )
        sources: dict[str, dict[str, Input[str]]] = {"": {"cidr_ipv4": self.vpc_cidr_block}}
        if self._args.get("ipv6"):
            sources["-v6"] = {"cidr_ipv6": vpc.ipv6_cidr_block}
        for family, source in sources.items():
            aws.vpc.SecurityGroupIngressRule(
                self._child(f"endpoints-https{family}"),
                security_group_id=group.id,
                description="HTTPS from inside the VPC",
                ip_protocol="tcp",
                from_port=_HTTPS,
                to_port=_HTTPS,
                region=self._region,
                tags=self._tags(f"endpoints-https{family}"),
                opts=child_options(self),
                **source,
            )
        return group

    def _flow_log(self, location: Location, settings: FlowLogSettings) -> None:
        common: dict[str, Any] = {
            "vpc_id": self.vpc_id,
            "traffic_type": "ALL",
            "max_aggregation_interval": 60,
            "region": self._region,
            "tags": self._tags("flow-log"),
        }
        if "destination_bucket_arn" in settings:
            aws.ec2.FlowLog(
                self._child("flow-log"),
                log_destination_type="s3",
                log_destination=settings["destination_bucket_arn"],
                opts=child_options(self),
                **common,
            )
            return
        prefix = f"{FLOW_LOG_PREFIX}{self._prefix}-"
        group = self._flow_log_group(prefix, settings)
        self.flow_log_group_name = group.name.apply(_optional)
        role = service_role(
            self,
            self._child("flow-logs"),
            description=f"Delivers the flow logs of {self._prefix} to CloudWatch",
            trust=assume_role_policy("vpc-flow-logs", location, location.arn("ec2", "vpc-flow-log/*")),
            permissions=policy_document(
                {
                    "Sid": "WriteStreams",
                    "Effect": "Allow",
                    "Action": ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                    "Resource": location.arn("logs", f"log-group:{prefix}*"),
                },
                {
                    "Sid": "FindGroup",
                    "Effect": "Allow",
                    "Action": "logs:DescribeLogGroups",
                    "Resource": location.arn("logs", "log-group:*"),
                },
            ),
            boundary_arn=self._args.get("permissions_boundary_arn"),
            path=self._args.get("iam_path"),
            tags=self._tags("flow-logs"),
        )
        aws.ec2.FlowLog(
            self._child("flow-log"),
            log_destination_type="cloud-watch-logs",
            log_destination=group.arn,
            iam_role_arn=role.arn,
            opts=child_options(self, depends_on=[role.attachment]),
            **common,
        )

    def _flow_log_group(self, prefix: str, settings: FlowLogSettings) -> aws.cloudwatch.LogGroup:
        protection = self._args.get("protection", Protection.LOCKED)
        key_arn = settings.get("kms_key_arn")
        if key_arn is None:
            key_arn = DatabaseKey(
                self._child("flow-logs"),
                {
                    "description": f"Encrypts the flow logs of {self._prefix}",
                    "services": ["logs"],
                    "protection": protection,
                    **({"region": self._region} if self._region else {}),
                    "tags": self._args.get("tags", {}),
                },
                child_options(self),
            ).key_arn
        return aws.cloudwatch.LogGroup(
            self._child("flow-logs"),
            # A prefix, not a name: a group kept by an earlier life of the stack must not be in the way.
            name_prefix=prefix,
            retention_in_days=settings.get("retention_days", LOG_RETENTION_DAYS),
            kms_key_id=key_arn,
            region=self._region,
            tags=self._tags("flow-logs"),
            opts=child_options(
                self,
                protect=protection.protects or None,
                retain_on_delete=protection.retains or None,
            ),
        )

    def _child(self, suffix: str) -> str:
        return f"{self._prefix}-{suffix}"

    def _tags(self, suffix: str, **more: str) -> dict[str, Input[str]]:
        return {"Name": self._child(suffix), **more, **self._args.get("tags", {})}


class _Nth:
    """Picks a zone by its place, and says what to do when the region has fewer."""

    def __init__(self, number: int, count: int) -> None:
        self._number = number
        self._count = count

    def __call__(self, names: Sequence[str]) -> str:
        if self._number < len(names):
            return names[self._number]
        raise pulumi.RunError(
            f"availability_zone_count is {self._count}, but the region offers {len(names)} zones: "
            f"{', '.join(names)}; lower the count or name availability_zones"
        )


def _ids(ids: Input[Any]) -> Output[Sequence[str]]:
    return Output.from_input(ids)


def _optional(value: str) -> str | None:
    return value


def _ipv6(vpc: aws.ec2.Vpc, tier: str, zone: int) -> Output[str]:
    return vpc.ipv6_cidr_block.apply(lambda block: ipv6_subnet(block, tier, zone))


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


def _cidr(args: NetworkArgs) -> str:
    return args.get("cidr_block", _DEFAULT_CIDR)


def _vpc_prefix(args: NetworkArgs) -> int:
    if "ipam_pool_id" in args:
        return args.get("ipam_netmask_length", VPC_PREFIXES[0])
    return ipaddress.IPv4Network(_cidr(args)).prefixlen


def _zone_count(args: NetworkArgs) -> int:
    zones = args.get("availability_zones")
    return len(zones) if zones is not None else args.get("availability_zone_count", _DEFAULT_ZONES)


def _masks(args: NetworkArgs) -> dict[str, int]:
    """Tier -> prefix length, of the tiers that exist."""
    tiers = args.get("tiers", {})
    masks = {
        "database": tiers.get("database_mask", default_database_mask(_vpc_prefix(args))),
        "app": tiers.get("app_mask"),
        "public": tiers.get("public_mask"),
    }
    return {tier: mask for tier, mask in masks.items() if mask is not None}


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
        if field not in ("adopt", "region", "tags", "protection"):
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
        network = ipaddress.IPv4Network(_cidr(args))
    except ValueError as error:
        problems.add("cidr_block", f"{error}; write the first address and a prefix length: {_DEFAULT_CIDR}")
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
    prefix, zones, masks = _vpc_prefix(args), _zone_count(args), _masks(args)
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
    check_choices(problems, "gateway_endpoints", args.get("gateway_endpoints", ()), _GATEWAY_SERVICES)
    services = args.get("interface_endpoints", ())
    for index, service in enumerate(services):
        path = f"interface_endpoints[{index}]"
        if service in _GATEWAY_SERVICES:
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
