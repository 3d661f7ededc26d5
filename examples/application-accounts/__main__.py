"""An ECS service writes orders and a Lambda function reads them, each signed in as its own account.

Nobody creates an account by hand, shares a password or opens a bastion: the database makes the accounts, the
permissions and the security groups, and the applications take them.
"""

import json

import pulumi
import pulumi_aws as aws

from aurora_components import AuroraDatabase

CERTIFICATES = "https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem"

config = pulumi.Config()
account = aws.get_caller_identity_output().account_id


def role(name: str, service: str) -> aws.iam.Role:
    """A role that one service assumes for this account."""
    trust = {
        "Effect": "Allow",
        "Principal": {"Service": f"{service}.amazonaws.com"},
        "Action": "sts:AssumeRole",
        "Condition": {"StringEquals": {"aws:SourceAccount": account}},
    }
    return aws.iam.Role(
        name,
        description=f"Runs {name}.",
        assume_role_policy=pulumi.Output.json_dumps({"Version": "2012-10-17", "Statement": [trust]}),
    )


service_role = role("checkout", "ecs-tasks")
function_role = role("report", "lambda")
database = AuroraDatabase(
    "orders",
    {
        "engine": "aurora-postgresql",
        "engine_version": "16.8",
        "database_name": "orders",
        "network": {"cidr_block": "10.60.0.0/16", "tiers": {"database_mask": 24, "app_mask": 22}},
        "applications": {
            "checkout": {"access": "writer", "role_names": {"task": service_role.name}},
            "report": {"access": "reader", "role_names": {"function": function_role.name}},
        },
    },
)

environment = database.environments["checkout"]
task = aws.ecs.TaskDefinition(
    "checkout",
    family="checkout",
    requires_compatibilities=["FARGATE"],
    network_mode="awsvpc",
    cpu="256",
    memory="512",
    task_role_arn=service_role.arn,
    container_definitions=environment.apply(
        lambda known: json.dumps(
            [
                {
                    "name": "checkout",
                    "image": config.get("image") or "checkout:latest",
                    "readonlyRootFilesystem": True,
                    "environment": [{"name": key, "value": value} for key, value in sorted(known.items())],
                }
            ]
        )
    ),
)
aws.ecs.Service(
    "checkout",
    cluster=config.get("cluster") or "default",
    task_definition=task.arn,
    desired_count=2,
    network_configuration={
        "subnets": database.app_subnet_ids,
        "security_groups": [database.application_security_group_ids["checkout"]],
    },
)
pulumi.export("certificates", CERTIFICATES)  # for the image; the guide "Connecting" says how it is used
pulumi.export("report_environment", database.environments["report"])
pulumi.export("report_security_group", database.application_security_group_ids["report"])
pulumi.export("report_role", function_role.arn)
