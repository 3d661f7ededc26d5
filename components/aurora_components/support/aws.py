"""Where a component runs (account, partition, region), and the ARNs and policies that follow from it.

Nothing here names a partition: ARNs differ in `aws-cn` and `aws-us-gov`, and so do DNS names. Documents are
built from literals and `json_text`, never from an invoke, so that a preview and the policy pack can read them.
"""

import json
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import pulumi
import pulumi_aws as aws
from pulumi import Input, InvokeOptions, Output, Resource

T = TypeVar("T")

Statement = Mapping[str, Any]
"""One IAM statement in AWS's own spelling; any leaf may be an Output."""


_CHINA_ENDPOINTS = frozenset({"backup", "ec2", "kinesis-streams", "monitoring", "rds", "sqs", "sts"})
"""Interface endpoint services that carry the prefix `cn.` in the China regions; the others do not."""


@dataclass(frozen=True)
class _Place:
    account_id: str
    partition: str
    region: str
    dns_suffix: str


class Location:
    """The account, partition and region a component works in."""

    def __init__(
        self,
        account_id: Output[str],
        partition: Output[str],
        region: Output[str],
        dns_suffix: Output[str],
    ) -> None:
        self.account_id = account_id
        self.partition = partition
        self.region = region
        self.dns_suffix = dns_suffix
        # One Output of all four: a preview spends most of its time on Outputs, and every ARN needs these.
        self._place = Output.all(account_id, partition, region, dns_suffix).apply(
            lambda known: _Place(*known)
        )

    def arn(
        self,
        service: str,
        resource: Input[str],
        *,
        region: Input[str] | None = None,
        account_id: Input[str] | None = None,
    ) -> Output[str]:
        """Build `arn:<partition>:<service>:<region>:<account>:<resource>`.

        `region` and `account_id` default to the location's; an empty string leaves that part empty, as IAM
        and S3 want it.
        """
        given: tuple[Any, Any, Any] = (resource, region, account_id)
        if all(each is None or isinstance(each, str) for each in given):
            return self._place.apply(lambda place: _arn(place, service, *given))
        return Output.all(self._place, *given).apply(lambda known: _arn(known[0], service, *known[1:]))

    def root_arn(self) -> Output[str]:
        """The principal that stands for the whole account: `arn:<partition>:iam::<account>:root`."""
        return self.arn("iam", "root", region="")

    def managed_policy_arn(self, path: str) -> Output[str]:
        """ARN of a policy AWS manages, such as `service-role/AmazonRDSEnhancedMonitoringRole`."""
        return self.arn("iam", f"policy/{path}", region="", account_id="aws")

    def via_service(self, service: str) -> Output[str]:
        """Value of `kms:ViaService` for a service of this region: `<service>.<region>.<dns suffix>`."""
        return self._place.apply(lambda place: f"{service}.{place.region}.{place.dns_suffix}")

    def logs_principal(self) -> Output[str]:
        """CloudWatch Logs signs as a regional principal, the only one here that follows the DNS suffix."""
        return self.via_service("logs")

    def endpoint_service(self, service: str) -> Output[str]:
        """Name of AWS's VPC endpoint service: `com.amazonaws.<region>.<service>`.

        Some begin with `cn.` in China.
        """

        def name(place: _Place) -> str:
            prefix = "cn." if place.partition == "aws-cn" and service in _CHINA_ENDPOINTS else ""
            return f"{prefix}com.amazonaws.{place.region}.{service}"

        return self._place.apply(name)


def _arn(place: _Place, service: str, resource: Any, region: str | None, account_id: str | None) -> str:
    region = place.region if region is None else region
    account_id = place.account_id if account_id is None else account_id
    return f"arn:{place.partition}:{service}:{region}:{account_id}:{resource}"


def locate(parent: Resource, region: str | None = None) -> Location:
    """Look up where `parent` works, through its own provider; `region` (plain) overrides the provider's.

    Call it after `super().__init__`. The answers are known at preview.
    """
    opts = InvokeOptions(parent=parent)
    partition = aws.get_partition_output(opts=opts)
    return Location(
        account_id=aws.get_caller_identity_output(opts=opts).account_id,
        partition=partition.partition,
        dns_suffix=partition.dns_suffix,
        region=Output.from_input(region) if region else aws.get_region_output(opts=opts).region,
    )


def service_principal(service: str) -> str:
    """Return `<service>.amazonaws.com`, the principal of RDS, Backup, SNS publishers and flow logs.

    It is the same in every partition, China too. CloudWatch Logs differs: see `Location.logs_principal`.
    """
    return f"{service}.amazonaws.com"


def policy_document(*statements: Statement) -> Output[str]:
    """Serialise IAM statements to a policy document. Known at preview as far as its parts are."""
    return json_text({"Version": "2012-10-17", "Statement": list(statements)})


def json_text(value: Any) -> Output[str]:
    """`value` as JSON, with Outputs anywhere in it. `Output.json_dumps` does the same and takes one Output for
    each object and list, which adds up."""
    leaves: list[Output[Any]] = []

    def hold(node: Any) -> Any:
        """Replace each Output by its place in `leaves`."""
        if isinstance(node, Output | Awaitable):
            leaves.append(Output.from_input(node))
            return _Leaf(len(leaves) - 1)
        if isinstance(node, Mapping):
            return {key: hold(each) for key, each in node.items()}
        if isinstance(node, Sequence) and not isinstance(node, str):
            return [hold(each) for each in node]
        return node

    held = hold(value)
    return Output.all(*leaves).apply(lambda known: json.dumps(held, default=lambda leaf: known[leaf.index]))


@dataclass(frozen=True)
class _Leaf:
    index: int


def assume_role_policy(
    service: str,
    location: Location,
    source_arn: Input[str] | Sequence[Input[str]] | None = None,
) -> Output[str]:
    """Trust policy for one AWS service, closed against the confused deputy.

    The caller must act for this account (`aws:SourceAccount`) and, with `source_arn`, for these resources
    (`aws:SourceArn`, with `*` and `?` as wildcards). `service` is a principal's prefix: `monitoring.rds`.
    """
    condition: dict[str, Any] = {"StringEquals": {"aws:SourceAccount": location.account_id}}
    if source_arn is not None:
        condition["ArnLike"] = {"aws:SourceArn": source_arn}
    return policy_document(
        {
            "Sid": "AssumeByService",
            "Effect": "Allow",
            "Principal": {"Service": service_principal(service)},
            "Action": "sts:AssumeRole",
            "Condition": condition,
        }
    )


def output_map(values: Mapping[str, Output[T]]) -> Output[Mapping[str, T]]:
    """One Output of a map of Outputs. (`Output.all` makes an empty map a list.)"""
    return Output.from_input(cast(Mapping[str, T], dict(values)))


def child_options(
    parent: Resource,
    *,
    protect: bool | None = None,
    retain_on_delete: bool | None = None,
    depends_on: Sequence[Resource] | None = None,
    ignore_changes: Sequence[str] | None = None,
    delete_before_replace: bool | None = None,
    import_: str | None = None,
    custom_timeouts: pulumi.CustomTimeouts | None = None,
    former_names: Sequence[str] = (),
) -> pulumi.ResourceOptions:
    """Options of a child resource. What is left out is inherited from the component, or Pulumi's default."""
    return pulumi.ResourceOptions(
        parent=parent,
        protect=protect,
        retain_on_delete=retain_on_delete,
        depends_on=list(depends_on) if depends_on else None,
        ignore_changes=list(ignore_changes) if ignore_changes else None,
        delete_before_replace=delete_before_replace,
        import_=import_,
        custom_timeouts=custom_timeouts,
        aliases=[pulumi.Alias(name=name) for name in former_names] or None,
    )
