"""Arguments of a Network."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from pulumi import Input

from ..support.enums import NatMode, Protection, StrList, StrMap


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
    allow_deletion: NotRequired[bool]
    """Lift the protection, so that the next update may delete parts of the network. Set it for one update, then
    delete, then remove it; see the guide on changing a locked stack. Default: false."""
    permissions_boundary_arn: NotRequired[Input[str]]
    """Permissions boundary of the role that delivers flow logs."""
    iam_path: NotRequired[str]
    """Path of the role that delivers flow logs."""
    region: NotRequired[str]
    """Region of the network. Default: the provider's."""
    tags: NotRequired[StrMap]
    """Tags of everything that takes them."""
