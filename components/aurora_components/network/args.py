"""Arguments of a Network."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from pulumi import Input

from ..support.enums import NatModeName, ProtectionName, StrList, StrMap


class SubnetTiers(TypedDict):
    """Sizes of the subnets. Each tier has one in every zone. A tier exists if it has a size."""

    database_mask: NotRequired[int]
    """Prefix length of the database subnets, 16 to 28. They have no route to the internet. Default: 24, if it fits."""
    app_mask: NotRequired[int]
    """Prefix length of the app subnets. They use NAT if there is any. Default: no app tier."""
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
    """Flow logs: accepted and rejected traffic of the VPC."""

    enabled: NotRequired[bool]
    """Whether traffic is recorded. Default: true."""
    retention_days: NotRequired[int]
    """Days CloudWatch keeps the flow logs, one of the values it offers. Default: 365."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of the log group. Its policy must allow CloudWatch Logs. Default: a new key."""
    destination_bucket_arn: NotRequired[Input[str]]
    """Bucket to deliver to instead of CloudWatch. Its policy must allow the delivery service."""


class NetworkSettings(TypedDict):
    """Settings of a new or existing network."""

    cidr_block: NotRequired[str]
    """IPv4 range of the VPC, /16 to /26. Default: 10.0.0.0/16. It cannot be changed later."""
    ipam_pool_id: NotRequired[Input[str]]
    """IPAM pool to take the range from, instead of `cidr_block`."""
    ipam_netmask_length: NotRequired[int]
    """Prefix length of the range from the pool. Default: 16."""
    availability_zone_count: NotRequired[int]
    """Number of zones, 2 to 6, the first the region lists. Default: 3."""
    availability_zones: NotRequired[Sequence[str]]
    """Names of the zones, instead of their number. Only append to it: the position of a zone decides its addresses."""
    tiers: NotRequired[SubnetTiers]
    """Sizes of the subnets. Default: a database tier alone."""
    nat: NotRequired[NatModeName]
    """NAT gateways for the app tier. They require an app and a public tier. Default: none."""
    ipv6: NotRequired[bool]
    """Whether the VPC and its subnets also get IPv6 ranges, which a dual-stack cluster needs. Default: false."""
    flow_logs: NotRequired[FlowLogSettings]
    """Flow logs. Default: all traffic, in an encrypted CloudWatch log group."""
    interface_endpoints: NotRequired[Sequence[str]]
    """Services reached without leaving the VPC, such as secretsmanager, kms, logs, sts, rds-data. They are in
    the app tier, or in the database tier if there is no app tier. Default: none."""
    gateway_endpoints: NotRequired[Sequence[str]]
    """Services reached through the route tables, s3 or dynamodb. Default: s3."""
    organization_id: NotRequired[str]
    """Organization whose principals may use the endpoints. Default: only principals of this account."""
    lock_default_security_group: NotRequired[bool]
    """Whether the VPC's default security group loses its rules. Default: true."""
    database_nacl: NotRequired[bool]
    """Whether a network ACL limits the database tier to the VPC. It also blocks outbound calls of the database, such as
    imports from S3. Default: false."""
    adopt: NotRequired[AdoptedNetwork]
    """An existing VPC. Nothing is created, and the outputs are the same."""


class NetworkArgs(NetworkSettings):
    """Arguments of a Network."""

    protection: NotRequired[ProtectionName]
    """Protection of the flow logs and their key against deletion. Default: locked."""
    permissions_boundary_arn: NotRequired[Input[str]]
    """Permissions boundary of the role that delivers flow logs."""
    iam_path: NotRequired[str]
    """Path of the role that delivers flow logs."""
    region: NotRequired[str]
    """Region of the network. Default: the provider's."""
    tags: NotRequired[StrMap]
    """Tags of every created resource that takes tags."""
