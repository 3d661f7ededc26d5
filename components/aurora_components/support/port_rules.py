"""Security group rules for one TCP port: always standalone, always described."""

from collections.abc import Mapping
from dataclasses import dataclass

import pulumi_aws as aws
from pulumi import Input, Resource

from .aws import child_options


@dataclass(frozen=True)
class PortRules:
    """Opens one port from or to a group. The rules are children of `parent`."""

    parent: Resource
    port: Input[int]
    region: str | None
    tags: Mapping[str, Input[str]]

    def ingress(
        self,
        name: str,
        group: Input[str],
        description: str,
        *,
        source: Input[str] | None = None,
        cidr: str | None = None,
    ) -> aws.vpc.SecurityGroupIngressRule:
        """Let the group `source`, or the range `cidr`, into `group`."""
        is_ipv6 = cidr is not None and ":" in cidr
        return aws.vpc.SecurityGroupIngressRule(
            name,
            security_group_id=group,
            referenced_security_group_id=source,
            cidr_ipv4=None if is_ipv6 else cidr,
            cidr_ipv6=cidr if is_ipv6 else None,
            ip_protocol="tcp",
            from_port=self.port,
            to_port=self.port,
            description=description,
            region=self.region,
            tags=self.tags,
            opts=child_options(self.parent),
        )

    def egress(
        self, name: str, group: Input[str], description: str, *, target: Input[str]
    ) -> aws.vpc.SecurityGroupEgressRule:
        """Let `group` out to the group `target`."""
        return aws.vpc.SecurityGroupEgressRule(
            name,
            security_group_id=group,
            referenced_security_group_id=target,
            ip_protocol="tcp",
            from_port=self.port,
            to_port=self.port,
            description=description,
            region=self.region,
            tags=self.tags,
            opts=child_options(self.parent),
        )
