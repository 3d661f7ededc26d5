"""A network for databases: isolated subnets, no way in or out that nobody asked for, and flow logs."""

from collections.abc import Mapping, Sequence
from typing import Any

import pulumi
import pulumi_aws as aws
from pulumi import Input, InvokeOptions, Output, ResourceOptions

from ..database_key import DatabaseKey
from ..support.arguments import Problems, normalise
from ..support.aws import Location, assume_role_policy, child_options, locate, policy_document
from ..support.checks import (
    LOG_RETENTION_DAYS,
)
from ..support.deletion import Lock, deletion
from ..support.enums import NatMode
from ..support.service_role import service_role
from .addressing import Nth, ipv6, subnet_masks, vpc_cidr, vpc_prefix, zone_count, zone_place
from .args import AdoptedNetwork, FlowLogSettings, NetworkArgs
from .layout import Slot, first_free, lay_out
from .validation import validate

FLOW_LOG_PREFIX = "/aws/vpc/flow-logs/"
"""Start of the name of the flow logs' group; the keys of DatabaseKey may encrypt it."""


_HTTPS = 443


_UNPRIVILEGED = (1024, 65535)
"""Ports of databases (1150 and up) and of the answers to them."""


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
        if "adopt" not in args:
            Lock(self, name, deletion(args))
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
        self.vpc_cidr_block = vpc.cidr_block if "ipam_pool_id" in args else Output.from_input(vpc_cidr(args))
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
            cidr_block=None if from_pool else vpc_cidr(args),
            ipv4_ipam_pool_id=args.get("ipam_pool_id"),
            ipv4_netmask_length=vpc_prefix(args) if from_pool else None,
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
        layout = lay_out(vpc_prefix(args), len(zones), subnet_masks(args))
        subnets: dict[str, list[aws.ec2.Subnet]] = {}
        for tier, slots in (layout or {}).items():
            subnets[tier] = []
            for number, zone in enumerate(zones):
                before = [subnet for members in subnets.values() for subnet in members]
                subnets[tier].append(
                    aws.ec2.Subnet(
                        self._child(f"{tier}-{self._zone_suffixes[number]}"),
                        vpc_id=vpc.id,
                        availability_zone=zone,
                        cidr_block=self._range(slots, number, before),
                        ipv6_cidr_block=ipv6(vpc, tier, number) if args.get("ipv6") else None,
                        map_public_ip_on_launch=False,
                        region=self._region,
                        tags=self._tags(f"{tier}-{self._zone_suffixes[number]}", tier=tier),
                        opts=child_options(
                            self,
                            protect=deletion(args).protects or None,
                            # AWS can only replace a subnet whose range or zone changes: an existing one stays.
                            ignore_changes=["cidrBlock", "availabilityZone"],
                            former_names=self._former_names(f"{tier}-{{}}", number),
                        ),
                    )
                )
        return subnets

    def _range(self, slots: Sequence[Slot], number: int, before: Sequence[aws.ec2.Subnet]) -> Output[str]:
        """The range of a new subnet: its place in the layout, unless an existing subnet has it."""
        names = self._args.get("availability_zones")
        place = zone_place(names[number], number) if names is not None else number
        slot = slots[place if place < len(slots) else number]

        def find(known: Sequence[str]) -> str:
            return first_free(known[0], slot.cidr(known[0]), known[1:])

        return Output.all(self.vpc_cidr_block, *(subnet.cidr_block for subnet in before)).apply(find)

    @property
    def _zone_suffixes(self) -> list[str]:
        """What the names of a zone's resources end in: the zone where the arguments name it, else its number."""
        names = self._args.get("availability_zones")
        return list(names) if names is not None else [str(n + 1) for n in range(zone_count(self._args))]

    def _former_names(self, pattern: str, number: int) -> list[str]:
        """The name that a zone's resource had when names held the zone's place in the list."""
        return [self._child(pattern.format(number + 1))] if "availability_zones" in self._args else []

    def _zones(self) -> list[Input[str]]:
        names = self._args.get("availability_zones")
        if names is not None:
            return list(names)
        count = zone_count(self._args)
        offered = aws.get_availability_zones_output(
            state="available",
            filters=[{"name": "opt-in-status", "values": ["opt-in-not-required"]}],
            region=self._region,
            opts=InvokeOptions(parent=self),
        ).names
        return [offered.apply(Nth(number, count)) for number in range(count)]

    def _route_tables(self, subnets: Mapping[str, Sequence[aws.ec2.Subnet]]) -> dict[str, list[Any]]:
        """One table for each tier, and for the app tier one in each zone, so that each can have its own NAT."""
        tables: dict[str, list[aws.ec2.RouteTable]] = {}
        for tier, members in subnets.items():
            suffixes = [f"app-{zone}" for zone in self._zone_suffixes] if tier == "app" else [tier]
            tables[tier] = [
                aws.ec2.RouteTable(
                    self._child(f"{suffix}-routes"),
                    vpc_id=self.vpc_id,
                    region=self._region,
                    tags=self._tags(f"{suffix}-routes", tier=tier),
                    opts=child_options(
                        self,
                        former_names=self._former_names("app-{}-routes", number) if tier == "app" else (),
                    ),
                )
                for number, suffix in enumerate(suffixes)
            ]
            for number, subnet in enumerate(members):
                aws.ec2.RouteTableAssociation(
                    self._child(f"{tier}-{self._zone_suffixes[number]}-routes"),
                    subnet_id=subnet.id,
                    route_table_id=tables[tier][number if tier == "app" else 0].id,
                    region=self._region,
                    opts=child_options(self, former_names=self._former_names(f"{tier}-{{}}-routes", number)),
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
                f"app-{self._zone_suffixes[number]}-nat",
                table,
                former_names=self._former_names("app-{}-nat", number),
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
                    f"app-{self._zone_suffixes[number]}-egress-v6",
                    table,
                    former_names=self._former_names("app-{}-egress-v6", number),
                    destination_ipv6_cidr_block="::/0",
                    egress_only_gateway_id=egress_only.id,
                )

    def _nat_gateway(
        self, number: int, site: aws.ec2.Subnet, gateway: aws.ec2.InternetGateway
    ) -> aws.ec2.NatGateway:
        per_zone = self._args.get("nat") is NatMode.PER_AZ
        suffix = f"nat-{self._zone_suffixes[number] if per_zone else 1}"
        address = aws.ec2.Eip(
            self._child(f"{suffix}-address"),
            domain="vpc",
            region=self._region,
            tags=self._tags(f"{suffix}-address"),
            opts=child_options(
                self, former_names=self._former_names("nat-{}-address", number) if per_zone else ()
            ),
        )
        return aws.ec2.NatGateway(
            self._child(suffix),
            allocation_id=address.id,
            subnet_id=site.id,
            region=self._region,
            tags=self._tags(suffix),
            opts=child_options(
                self,
                protect=deletion(self._args).protects or None,
                depends_on=[gateway],
                # The one gateway of all zones stays where it is when the zones are named in another order.
                ignore_changes=None if per_zone else ["subnetId"],
                former_names=self._former_names("nat-{}", number) if per_zone else (),
            ),
        )

    def _route(
        self, suffix: str, table: aws.ec2.RouteTable, former_names: Sequence[str] = (), **target: Input[str]
    ) -> None:
        aws.ec2.Route(
            self._child(suffix),
            route_table_id=table.id,
            region=self._region,
            opts=child_options(self, former_names=former_names),
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
                subnet_ids=self.app_subnet_ids if "app" in subnet_masks(args) else self.database_subnet_ids,
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
        protection = deletion(self._args)
        key_arn = settings.get("kms_key_arn")
        if key_arn is None:
            key_arn = DatabaseKey(
                self._child("flow-logs"),
                {
                    "description": f"Encrypts the flow logs of {self._prefix}",
                    "services": ["logs"],
                    **protection.args,
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
                # It holds the component's name: a rename with an alias must not replace the group.
                ignore_changes=["namePrefix"],
            ),
        )

    def _child(self, suffix: str) -> str:
        return f"{self._prefix}-{suffix}"

    def _tags(self, suffix: str, **more: str) -> dict[str, Input[str]]:
        return {"Name": self._child(suffix), **more, **self._args.get("tags", {})}


def _ids(ids: Input[Any]) -> Output[Sequence[str]]:
    return Output.from_input(ids)


def _optional(value: str) -> str | None:
    return value


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
