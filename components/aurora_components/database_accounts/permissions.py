"""What the function may do: read the administrator's secret, keep those of its accounts, and be in the VPC."""

from collections.abc import Sequence

from pulumi import Input, Output

from ..support import connection as handle
from ..support.aws import Location, Statement

_INTERFACES = (
    "ec2:AssignPrivateIpAddresses",
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:UnassignPrivateIpAddresses",
)

_DESCRIBE = ("ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:DescribeVpcs")


def statements(
    location: Location,
    database: handle.Connection,
    administrator_secret: Output[str],
    *,
    function: str,
    secrets: Sequence[Output[str]],
    key_arn: Input[str],
    log_group_arn: Output[str],
    queue_arn: Output[str],
) -> list[Statement]:
    """The statements of the function's policy."""
    function_arn = location.arn("lambda", f"function:{function}")
    via = {"kms:ViaService": location.via_service("secretsmanager")}
    found: list[Statement] = [
        {
            "Sid": "ReadAdministrator",
            "Effect": "Allow",
            "Action": "secretsmanager:GetSecretValue",
            "Resource": administrator_secret,
        },
        {
            "Sid": "DecryptAdministrator",
            "Effect": "Allow",
            "Action": "kms:Decrypt",
            "Resource": database.kms_key_arn,
            "Condition": {
                "StringEquals": {**via, "kms:EncryptionContext:SecretARN": administrator_secret},
            },
        },
        {
            "Sid": "WriteLog",
            "Effect": "Allow",
            "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
            "Resource": Output.concat(log_group_arn, ":*"),
        },
        {"Sid": "KeepFailures", "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": queue_arn},
        {
            "Sid": "Trace",
            "Effect": "Allow",
            "Action": ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
            "Resource": "*",
        },
        {
            "Sid": "JoinVpc",
            "Effect": "Allow",
            "Action": list(_INTERFACES),
            "Resource": location.arn("ec2", "*/*"),
        },
        {"Sid": "SeeVpc", "Effect": "Allow", "Action": list(_DESCRIBE), "Resource": "*"},
        {
            # Lambda joins the VPC on the function's behalf; the code itself has no business with interfaces.
            "Sid": "LeaveVpcToLambda",
            "Effect": "Deny",
            "Action": [*_INTERFACES, *_DESCRIBE],
            "Resource": "*",
            "Condition": {"ArnEquals": {"lambda:SourceFunctionArn": function_arn}},
        },
    ]
    if secrets:
        found += [
            {
                "Sid": "KeepSecrets",
                "Effect": "Allow",
                "Action": [
                    "secretsmanager:DescribeSecret",
                    "secretsmanager:GetSecretValue",
                    "secretsmanager:PutSecretValue",
                    "secretsmanager:UpdateSecretVersionStage",
                ],
                "Resource": list(secrets),
            },
            {
                "Sid": "EncryptSecrets",
                "Effect": "Allow",
                "Action": ["kms:Decrypt", "kms:GenerateDataKey"],
                "Resource": key_arn,
                "Condition": {"StringEquals": {**via, "kms:EncryptionContext:SecretARN": list(secrets)}},
            },
        ]
    return found
