"""AccessHost: a way to the database for people, with no way into the host."""

import json
import shlex
from typing import Any

import pulumi
import pytest

from aurora_components import AccessHost
from aurora_components.access_host.component import AMI_PARAMETER
from tests.components import handles
from tests.components.recording import ACCOUNT, UNKNOWN, Recording, record

BASE = {"vpc_id": "vpc-1", "subnet_id": "subnet-app", "endpoint_security_group_id": "sg-endpoints"}
TAGS = {"Name": "access-test"}


def host(connection: Any = handles.text, **args: Any) -> Recording:
    return record(lambda: AccessHost("access", {"connection": connection(), **BASE, **args}))


def refused(**args: Any) -> str:
    with pytest.raises(pulumi.InputPropertiesError) as caught:
        host(**args)
    return str(caught.value)


def test_the_host_is_hardened() -> None:
    instance = host().one("ec2/instance:Instance")
    assert instance.inputs == {
        "ami": "ami-0123456789abcdef0",
        "instanceType": "t4g.nano",
        "subnetId": "subnet-app",
        "vpcSecurityGroupIds": ["access-sg-id"],
        "associatePublicIpAddress": False,
        "iamInstanceProfile": "access-profile-1a2b3c4",
        "ebsOptimized": True,
        "monitoring": True,
        "metadataOptions": {
            "httpEndpoint": "enabled",
            "httpTokens": "required",
            "httpPutResponseHopLimit": 1,
            "instanceMetadataTags": "disabled",
        },
        "rootBlockDevice": {
            "encrypted": True,
            "kmsKeyId": f"arn:aws:kms:eu-central-1:{ACCOUNT}:key/access-key-key",
            "volumeType": "gp3",
            "deleteOnTermination": True,
            "tags": TAGS,
        },
        "tags": TAGS,
    }
    assert instance.ignore_changes == ("ami",)
    assert instance.depends_on == {"access-policy"}


def test_t51_sessions_go_through_systems_manager_to_the_databases_own_port() -> None:
    registrations = host()
    command = shlex.split(registrations.one("AccessHost").outputs["session_command"])
    assert command[:9] == [
        "aws",
        "ssm",
        "start-session",
        "--region",
        "eu-central-1",
        "--target",
        "access-host-id",
        "--document-name",
        "AWS-StartPortForwardingSessionToRemoteHost",
    ]
    assert json.loads(command[10]) == {
        "host": [handles.CLUSTER["writer_host"]],
        "portNumber": ["5433"],
        "localPortNumber": ["5433"],
    }
    assert not [each for each in registrations if "instanceConnectEndpoint" in each.type]


def test_a_local_port_can_be_chosen() -> None:
    command = shlex.split(host(local_port=15432).one("AccessHost").outputs["session_command"])
    assert json.loads(command[10])["localPortNumber"] == ["15432"]


def test_there_is_no_way_in_and_two_ways_out() -> None:
    registrations = host()
    rules = {
        each.name: (
            each.type.rpartition(":")[2],
            each.inputs["securityGroupId"],
            each.inputs["referencedSecurityGroupId"],
            each.inputs["fromPort"],
            each.inputs["toPort"],
        )
        for each in registrations
        if each.type.startswith("aws:vpc/securityGroup")
    }
    egress, ingress = "SecurityGroupEgressRule", "SecurityGroupIngressRule"
    assert rules == {
        "access-to-database": (egress, "access-sg-id", "sg-database", 5433, 5433),
        "access-into-database": (ingress, "sg-database", "access-sg-id", 5433, 5433),
        "access-to-endpoints": (egress, "access-sg-id", "sg-endpoints", 443, 443),
        "access-into-endpoints": (ingress, "sg-endpoints", "access-sg-id", 443, 443),
    }
    assert not [rule for rule in rules.values() if rule[:2] == (ingress, "access-sg-id")]
    for each in registrations:
        if each.type.startswith("aws:vpc/securityGroup"):
            assert each.inputs["description"], each.name
    group = registrations.one("ec2/securityGroup:SecurityGroup").inputs
    assert group == {"vpcId": "vpc-1", "description": "Access host access", "tags": TAGS}


def test_the_role_serves_sessions_and_reads_nothing() -> None:
    registrations = host(permissions_boundary_arn="arn:boundary", iam_path="/databases/")
    role = registrations.one("iam/role:Role")
    assert handles.statements(role.inputs["assumeRolePolicy"]) == {
        "AssumeByHost": {
            "Sid": "AssumeByHost",
            "Effect": "Allow",
            "Principal": {"Service": "ec2.amazonaws.com"},
            "Action": "sts:AssumeRole",
        }
    }
    assert role.inputs["permissionsBoundary"] == "arn:boundary"
    assert registrations.one("iam/instanceProfile:InstanceProfile").inputs["path"] == "/databases/"
    policy = handles.statements(registrations.one("iam/policy:Policy").inputs["policy"])
    assert policy == {
        "ReportToSystemsManager": {
            "Sid": "ReportToSystemsManager",
            "Effect": "Allow",
            "Action": "ssm:UpdateInstanceInformation",
            "Resource": f"arn:aws:ec2:eu-central-1:{ACCOUNT}:instance/*",
        },
        "ServeSessions": {
            "Sid": "ServeSessions",
            "Effect": "Allow",
            "Action": [
                "ssmmessages:CreateControlChannel",
                "ssmmessages:CreateDataChannel",
                "ssmmessages:OpenControlChannel",
                "ssmmessages:OpenDataChannel",
            ],
            "Resource": "*",
        },
    }


def test_the_key_of_the_disk_is_used_through_ec2_and_goes_with_the_host() -> None:
    key = host().one("kms/key:Key")
    assert handles.statements(key.inputs["policy"])["Ec2Use"]["Condition"]["StringEquals"][
        "kms:ViaService"
    ] == ("ec2.eu-central-1.amazonaws.com")
    assert not key.protect
    assert not key.retain_on_delete


def test_a_given_key_and_image_are_used() -> None:
    registrations = host(kms_key_arn="arn:key", ami_id="ami-own")
    inputs = registrations.one("ec2/instance:Instance").inputs
    assert inputs["ami"] == "ami-own"
    assert inputs["rootBlockDevice"]["kmsKeyId"] == "arn:key"
    assert not registrations.of("kms/key:Key")


def test_the_image_is_for_graviton() -> None:
    assert AMI_PARAMETER.endswith("-arm64")


def test_a_proxy_can_be_reached_too() -> None:
    registrations = host(handles.proxy_text)
    assert registrations.named("access-into-database").inputs["securityGroupId"] == "sg-proxy"
    assert registrations.named("access-into-database").inputs["fromPort"] == 5432


def test_a_region_of_its_own_reaches_every_regional_resource() -> None:
    for each in host(region="eu-west-1"):
        regional = each.type.startswith("aws:") and not each.type.startswith("aws:iam/")
        assert (each.inputs.get("region") == "eu-west-1") is regional, each.name


def test_the_same_in_china() -> None:
    registrations = record(
        lambda: AccessHost("access", {"connection": handles.text(), **BASE}),
        partition="aws-cn",
        region="cn-north-1",
    )
    trust = handles.statements(registrations.one("iam/role:Role").inputs["assumeRolePolicy"])
    assert trust["AssumeByHost"]["Principal"] == {"Service": "ec2.amazonaws.com.cn"}
    assert "arn:aws:" not in registrations.one("iam/policy:Policy").inputs["policy"]


def test_at_preview_every_policy_is_known() -> None:
    registrations = record(
        lambda: AccessHost("access", {"connection": handles.local(), **BASE}), preview=True
    )
    for each in registrations:
        assert UNKNOWN not in (each.inputs.get("policy"), each.inputs.get("assumeRolePolicy")), each.name


def test_every_problem_is_told_at_once_with_its_fix() -> None:
    message = refused(instance_type="t3.nano", local_port=22, iam_path="x", region="x")
    for part in (
        "instance_type: 't3.nano' is not a Graviton type; use one such as t4g.nano",
        "local_port: 22 is outside 1024 to 65535",
        "iam_path: 'x' must start and end with a slash",
        "region: 'x' is not an AWS region",
    ):
        assert part in message
