"""The component: what it registers, in which order."""

from collections.abc import Mapping
from typing import cast

import pulumi
import pulumi_aws as aws
from pulumi import Input, Output

from ..database_key import DatabaseKey
from ..support import connection as handle
from ..support.arguments import Problems, normalise
from ..support.aws import child_options, locate, output_map
from ..support.deletion import Lock, deletion
from ..support.names import aws_name
from ..support.notifications import Notifications, notification_topic
from .alarms import count_failed_sign_ins, create_alarms
from .args import ObservabilityArgs
from .dashboard import dashboard_body
from .events import subscribe
from .validation import validate

PREFIX_LIMIT = 120
"""Longest start of the names of topic, alarms and dashboard."""


class Observability(pulumi.ComponentResource):
    """Watches one cluster: alarms by role, RDS events, failed sign-ins, and a topic that tells somebody.

    The topic's key admits CloudWatch and RDS events. With AWS's own key for topics, and with a key that does not
    admit them, alarms change state and reach nobody.
    """

    topic_arn: Output[str]
    """Topic that alarms and events go to."""
    alarm_arns: Output[Mapping[str, str]]
    """ARNs of the alarms by name."""
    dashboard_name: Output[str | None]
    """Name of the dashboard, if there is one."""

    def __init__(
        self, name: str, args: ObservabilityArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        problems = Problems()
        spec = normalise(args, ObservabilityArgs, problems)
        validate(spec, problems)
        problems.raise_for("Observability", name)
        super().__init__("aurora:index:Observability", name, {}, opts)

        prefix = aws_name(f"{name}-{pulumi.get_stack()}", PREFIX_LIMIT)
        region = spec.get("region")
        tags = {"Name": prefix, **spec.get("tags", {})}
        cluster = handle.decode(spec["connection"])
        proxy_name: Output[str | None] = Output.from_input(None)
        if "proxy_connection" in spec:
            proxy_name = _proxy_name(name, handle.decode(spec["proxy_connection"]))

        topic = self._topic(name, prefix, spec, tags) if "topic_arn" not in spec else None
        self.topic_arn = topic.arn if topic else Output.from_input(spec["topic_arn"])
        count_failed_sign_ins(self, name, cluster, spec)
        alarms = create_alarms(
            self,
            name,
            prefix,
            cluster=cluster,
            proxy_name=proxy_name,
            topic_arn=self.topic_arn,
            spec=spec,
            tags=tags,
        )
        subscribe(
            self,
            name,
            source_ids={
                "cluster": [cluster.cluster_identifier],
                "instance": cluster.instance_identifiers,
                "proxy": [cast(Output[str], proxy_name)],
            },
            topic_arn=self.topic_arn,
            wait_for=[*cluster.members, *([topic.policy] if topic else [])],
            spec=spec,
            tags=tags,
        )
        self.alarm_arns = output_map({key: alarm.arn for key, alarm in alarms.items()})
        self.dashboard_name = Output.from_input(None)
        if spec.get("dashboard", True):
            location = locate(self, region)
            self.dashboard_name = aws.cloudwatch.Dashboard(
                f"{name}-dashboard",
                dashboard_name=prefix,
                dashboard_body=dashboard_body(
                    cluster,
                    proxy_name,
                    location.region,
                    [location.arn("cloudwatch", f"alarm:{prefix}-{key}") for key in alarms],
                    spec,
                ),
                region=region,
                opts=child_options(self, depends_on=list(alarms.values())),
            ).dashboard_name
        Lock(self, name, deletion(spec))
        self.register_outputs(
            {
                "topic_arn": self.topic_arn,
                "alarm_arns": self.alarm_arns,
                "dashboard_name": self.dashboard_name,
            }
        )

    def _topic(
        self, name: str, prefix: str, spec: ObservabilityArgs, tags: Mapping[str, Input[str]]
    ) -> Notifications:
        region = spec.get("region")
        key_arn = spec.get("kms_key_arn")
        if key_arn is None:
            key_arn = DatabaseKey(
                f"{name}-key",
                {
                    "description": f"Encrypts the notifications of {name}",
                    "services": ["sns"],
                    **deletion(spec).args,
                    "tags": tags,
                    **({"region": region} if region else {}),
                },
                pulumi.ResourceOptions(parent=self),
            ).key_arn
        topic = notification_topic(self, name, prefix, key_arn=key_arn, region=region, tags=tags)
        for key, address in spec.get("email_addresses", {}).items():
            aws.sns.TopicSubscription(
                f"{name}-mail-{key}",
                topic=topic.arn,
                protocol="email",
                endpoint=address,
                region=region,
                opts=child_options(self),
            )
        return topic


def _proxy_name(name: str, proxy: handle.Connection) -> Output[str | None]:
    def check(proxy_name: str | None) -> str | None:
        if proxy_name is None:
            found = Problems()
            found.add("proxy_connection", "is a cluster's; give the connection of the DatabaseProxy")
            found.raise_for("Observability", name)
        return proxy_name

    return proxy.proxy_name.apply(check)
