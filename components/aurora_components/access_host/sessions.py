"""Sessions of Systems Manager through the host."""

from pulumi import Output

from ..support import connection as handle
from ..support.aws import Location, Statement, json_text

DOCUMENT = "AWS-StartPortForwardingSessionToRemoteHost"
"""Session document that forwards a port to a host behind the instance."""


def session_statements(location: Location) -> list[Statement]:
    """What Session Manager needs, and no more: AWS's own policy for managed instances also reads parameters."""
    return [
        {
            "Sid": "ReportToSystemsManager",
            "Effect": "Allow",
            "Action": "ssm:UpdateInstanceInformation",
            "Resource": location.arn("ec2", "instance/*"),
        },
        {
            "Sid": "ServeSessions",
            "Effect": "Allow",
            "Action": [
                "ssmmessages:CreateControlChannel",
                "ssmmessages:CreateDataChannel",
                "ssmmessages:OpenControlChannel",
                "ssmmessages:OpenDataChannel",
            ],
            "Resource": "*",  # these actions know no resources
        },
    ]


def session_command(
    instance_id: Output[str], database: handle.Connection, local_port: int | None
) -> Output[str]:
    parameters = json_text(
        {
            "host": [database.writer_host],
            "portNumber": [database.port.apply(str)],
            "localPortNumber": [database.port.apply(str) if local_port is None else str(local_port)],
        }
    )
    return Output.format(
        "aws ssm start-session --region {0} --target {1} --document-name {2} --parameters '{3}'",
        database.region,
        instance_id,
        DOCUMENT,
        parameters,
    )
