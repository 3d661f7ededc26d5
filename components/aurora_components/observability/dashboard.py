"""The dashboard: the state of the alarms, then what explains them."""

from collections.abc import Sequence
from typing import Any

from pulumi import Input, Output

from ..support.aws import json_text
from ..support.connection import Connection
from .alarms import READER, WRITER, own_namespace
from .args import ObservabilityArgs

WIDTH, HEIGHT = 8, 6
"""Size of one widget; a row of the dashboard is 24 wide."""

_BY_ROLE: Sequence[tuple[str, str, str]] = (
    ("CPU (%)", "CPUUtilization", "Average"),
    ("Connections", "DatabaseConnections", "Maximum"),
    ("Free memory (bytes)", "FreeableMemory", "Average"),
    ("Commit latency (ms)", "CommitLatency", "Average"),
    ("Database load (sessions)", "DBLoad", "Average"),
    ("Buffer cache hits (%)", "BufferCacheHitRatio", "Average"),
    ("Deadlocks (1/s)", "Deadlocks", "Average"),
    ("Replica lag (ms)", "AuroraReplicaLagMaximum", "Maximum"),
)
"""Title, metric and statistic, for the writer and the readers each."""


def dashboard_body(
    cluster: Connection,
    proxy_name: Input[str | None],
    region: Input[str],
    alarm_arns: Sequence[Input[str]],
    spec: ObservabilityArgs,
) -> Output[str]:
    """The dashboard as JSON."""
    identifier = cluster.cluster_identifier
    charts = [*_BY_ROLE, _capacity(spec)]
    graphs: list[tuple[str, str, list[list[Any]]]] = [
        (title, statistic, [_metric(metric, identifier, WRITER), _metric(metric, identifier, READER)])
        for title, metric, statistic in charts
    ]
    graphs += [
        ("Volume (bytes)", "Average", [["AWS/RDS", "VolumeBytesUsed", "DBClusterIdentifier", identifier]]),
        ("Failed sign-ins", "Sum", [[own_namespace(cluster), "AuthenticationFailures"]]),
    ]
    if "proxy_connection" in spec:
        graphs += [
            (title, statistic, [["AWS/RDS", metric, "ProxyName", proxy_name]])
            for title, metric, statistic in (
                ("Proxy: clients", "ClientConnections", "Maximum"),
                ("Proxy: connections to the database", "DatabaseConnections", "Maximum"),
                ("Proxy: wait for a connection (µs)", "DatabaseConnectionsBorrowLatency", "Average"),
            )
        ]
    state = {
        "type": "alarm",
        "x": 0,
        "y": 0,
        "width": 3 * WIDTH,
        "height": HEIGHT,
        "properties": {"title": "Alarms", "alarms": list(alarm_arns)},
    }
    widgets = [
        {
            "type": "metric",
            "x": index % 3 * WIDTH,
            "y": HEIGHT + index // 3 * HEIGHT,
            "width": WIDTH,
            "height": HEIGHT,
            "properties": {
                "title": title,
                "stat": statistic,
                "period": 60,
                "region": region,
                "metrics": metrics,
            },
        }
        for index, (title, statistic, metrics) in enumerate(graphs)
    ]
    return json_text({"widgets": [state, *widgets]})


def _capacity(spec: ObservabilityArgs) -> tuple[str, str, str]:
    if spec.get("serverless"):
        return ("Capacity (ACU)", "ServerlessDatabaseCapacity", "Average")
    return ("Free local storage (bytes)", "FreeLocalStorage", "Average")


def _metric(metric: str, identifier: Input[str], role: str) -> list[Any]:
    return ["AWS/RDS", metric, "DBClusterIdentifier", identifier, "Role", role, {"label": role.lower()}]
