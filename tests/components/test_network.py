"""Network: isolated databases, no way in or out that nobody asked for, and names that never change."""

import json
from collections.abc import Iterable
from typing import Any

import pulumi
import pytest

from aurora_components.network import Network
from tests.components.recording import ACCOUNT, Recording, Registration, assert_frozen, record, refusals

REGION = "eu-central-1"
ALL_TIERS = {"database_mask": 24, "app_mask": 22, "public_mask": 26}
EVERYTHING = {
    "tiers": ALL_TIERS,
    "nat": "per-az",
    "ipv6": True,
    "interface_endpoints": ["secretsmanager", "rds-data"],
    "database_nacl": True,
}


def network(args: dict[str, Any], **world: Any) -> Recording:
    return record(lambda: Network("net", args), **world)  # type: ignore[arg-type]  # as users write it


def refused(args: dict[str, Any]) -> dict[str, str]:
    return refusals(lambda: Network("net", args))  # type: ignore[arg-type]  # as users write it


def subnets(recording: Recording, tier: str) -> list[Registration]:
    return [each for each in recording.of("ec2/subnet:Subnet") if each.inputs["tags"]["tier"] == tier]


def routes_of(recording: Recording, subnet: Registration) -> Iterable[Registration]:
    """The routes of the table a subnet is associated with."""
    (table,) = (
        each.inputs["routeTableId"]
        for each in recording.of("ec2/routeTableAssociation:RouteTableAssociation")
        if each.inputs["subnetId"] == f"{subnet.name}-id"
    )
    return [each for each in recording.of("ec2/route:Route") if each.inputs["routeTableId"] == table]


def test_without_arguments_there_is_an_isolated_database_tier_in_three_zones() -> None:
    recording = network({})
    vpc = recording.one("ec2/vpc:Vpc").inputs
    assert vpc["cidrBlock"] == "10.0.0.0/16"
    assert vpc["enableDnsSupport"] is vpc["enableDnsHostnames"] is True
    found = subnets(recording, "database")
    assert [each.inputs["cidrBlock"] for each in found] == ["10.0.0.0/24", "10.0.64.0/24", "10.0.128.0/24"]
    assert [each.inputs["availabilityZone"] for each in found] == [f"{REGION}{zone}" for zone in "abc"]
    assert len(recording.of("ec2/subnet:Subnet")) == 3
    for kind in ("ec2/internetGateway:InternetGateway", "ec2/natGateway:NatGateway", "ec2/route:Route"):
        assert recording.of(kind) == []


def test_the_database_tier_never_gets_a_route_out() -> None:
    recording = network(EVERYTHING)
    for subnet in subnets(recording, "database"):
        assert routes_of(recording, subnet) == []


def test_no_subnet_hands_out_public_addresses() -> None:
    for subnet in network(EVERYTHING).of("ec2/subnet:Subnet"):
        assert subnet.inputs["mapPublicIpOnLaunch"] is False


@pytest.mark.parametrize(("nat", "gateways"), [("none", 0), ("single", 1), ("per-az", 3)])
def test_nat_gives_the_app_tier_its_way_out(nat: str, gateways: int) -> None:
    recording = network({"tiers": ALL_TIERS, "nat": nat})
    assert len(recording.of("ec2/natGateway:NatGateway")) == gateways
    assert len(recording.of("ec2/eip:Eip")) == gateways
    used = {
        each.inputs["natGatewayId"]
        for subnet in subnets(recording, "app")
        for each in routes_of(recording, subnet)
    }
    assert len(used) == gateways
    for each in recording.of("ec2/natGateway:NatGateway"):
        assert each.depends_on == {"net-internet-gateway"}
        assert each.inputs["subnetId"] in {f"{site.name}-id" for site in subnets(recording, "public")}


def test_changing_nat_renames_no_subnet_and_no_table() -> None:
    kept = ("aws:ec2/subnet:Subnet", "aws:ec2/routeTable:RouteTable")
    trees = [
        {each for each in network({"tiers": ALL_TIERS, "nat": nat}).tree() if each[0] in kept}
        for nat in ("none", "single", "per-az")
    ]
    assert trees[0] == trees[1] == trees[2]


def test_only_the_public_tier_routes_to_the_internet_gateway() -> None:
    recording = network({"tiers": ALL_TIERS})
    gateway = "net-internet-gateway-id"
    for tier, expected in (("public", {gateway}), ("app", set()), ("database", set())):
        for subnet in subnets(recording, tier):
            assert {each.inputs["gatewayId"] for each in routes_of(recording, subnet)} == expected


def test_dual_stack_gives_every_subnet_its_own_range_and_the_app_tier_only_outbound() -> None:
    recording = network({"tiers": ALL_TIERS, "nat": "single", "ipv6": True})
    ranges = [each.inputs["ipv6CidrBlock"] for each in recording.of("ec2/subnet:Subnet")]
    assert len(set(ranges)) == 9
    assert all(each.endswith("::/64") for each in ranges)
    for subnet in subnets(recording, "app"):
        v6 = [each for each in routes_of(recording, subnet) if "destinationIpv6CidrBlock" in each.inputs]
        assert [each.inputs["egressOnlyGatewayId"] for each in v6] == ["net-egress-only-gateway-id"]


def test_the_default_security_group_loses_its_rules() -> None:
    group = network({}).one("ec2/defaultSecurityGroup:DefaultSecurityGroup")
    assert group.inputs["vpcId"] == "net-vpc-id"
    assert not {"ingress", "egress"} & set(group.inputs)
    recording = network({"lock_default_security_group": False})
    assert recording.of("ec2/defaultSecurityGroup:DefaultSecurityGroup") == []


def test_flow_logs_go_to_an_encrypted_group_that_is_kept_for_a_year() -> None:
    recording = network({})
    flow_log = recording.one("ec2/flowLog:FlowLog")
    assert flow_log.inputs["trafficType"] == "ALL"
    assert flow_log.inputs["maxAggregationInterval"] == 60
    group = recording.one("cloudwatch/logGroup:LogGroup")
    assert group.inputs["namePrefix"] == "/aws/vpc/flow-logs/net-"
    assert group.inputs["retentionInDays"] == 365
    assert group.property_dependencies["kmsKeyId"] == {"net-flow-logs-key"}
    assert (group.protect, group.retain_on_delete) == (True, True)
    policy = json.loads(recording.one("kms/key:Key").inputs["policy"])
    assert [each["Sid"] for each in policy["Statement"]] == ["AccountAdministration", "LogGroups"]


def test_t27_delivery_waits_for_the_permissions_of_its_role() -> None:
    flow_log = network({}).one("ec2/flowLog:FlowLog")
    assert "net-flow-logs-policy" in flow_log.depends_on


def test_only_flow_logs_of_this_account_may_deliver_and_only_to_their_group() -> None:
    recording = network({}, preview=True)
    trust = json.loads(recording.one("iam/role:Role").inputs["assumeRolePolicy"])["Statement"][0]
    assert trust["Principal"] == {"Service": "vpc-flow-logs.amazonaws.com"}
    assert trust["Condition"] == {
        "StringEquals": {"aws:SourceAccount": ACCOUNT},
        "ArnLike": {"aws:SourceArn": f"arn:aws:ec2:{REGION}:{ACCOUNT}:vpc-flow-log/*"},
    }
    write, _ = json.loads(recording.one("iam/policy:Policy").inputs["policy"])["Statement"]
    assert write["Resource"] == f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:/aws/vpc/flow-logs/net-*"


def test_flow_logs_can_go_to_a_bucket_without_role_group_or_key() -> None:
    recording = network({"flow_logs": {"destination_bucket_arn": "arn:aws:s3:::logs"}})
    flow_log = recording.one("ec2/flowLog:FlowLog").inputs
    assert (flow_log["logDestinationType"], flow_log["logDestination"]) == ("s3", "arn:aws:s3:::logs")
    for kind in ("iam/role:Role", "cloudwatch/logGroup:LogGroup", "kms/key:Key"):
        assert recording.of(kind) == []


def test_flow_logs_use_a_given_key_boundary_and_path() -> None:
    recording = network(
        {
            "flow_logs": {"kms_key_arn": "arn:aws:kms:r:1:key/k", "retention_days": 731},
            "permissions_boundary_arn": "arn:aws:iam::1:policy/boundary",
            "iam_path": "/databases/",
            "protection": "ephemeral",
        }
    )
    group = recording.one("cloudwatch/logGroup:LogGroup")
    assert (group.inputs["kmsKeyId"], group.inputs["retentionInDays"]) == ("arn:aws:kms:r:1:key/k", 731)
    assert not group.protect
    role = recording.one("iam/role:Role").inputs
    assert (role["path"], role["permissionsBoundary"]) == ("/databases/", "arn:aws:iam::1:policy/boundary")
    assert recording.of("kms/key:Key") == []


def test_endpoints_admit_only_principals_of_the_account() -> None:
    recording = network({"interface_endpoints": ["secretsmanager"]}, preview=True)
    for endpoint in recording.of("ec2/vpcEndpoint:VpcEndpoint"):
        (statement,) = json.loads(endpoint.inputs["policy"])["Statement"]
        assert statement["Condition"] == {"StringEquals": {"aws:PrincipalAccount": ACCOUNT}}


def test_endpoints_can_admit_an_organization() -> None:
    recording = network({"organization_id": "o-a1b2c3d4e5"})
    (statement,) = json.loads(recording.one("ec2/vpcEndpoint:VpcEndpoint").inputs["policy"])["Statement"]
    assert statement["Condition"] == {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}


def test_the_s3_gateway_serves_every_route_table() -> None:
    recording = network({"tiers": ALL_TIERS})
    gateway = recording.one("ec2/vpcEndpoint:VpcEndpoint", "net-s3-endpoint").inputs
    assert gateway["serviceName"] == f"com.amazonaws.{REGION}.s3"
    tables = {f"{each.name}-id" for each in recording.of("ec2/routeTable:RouteTable")}
    assert set(gateway["routeTableIds"]) == tables


@pytest.mark.parametrize("tier", ["database", "app"])
def test_interface_endpoints_stand_in_every_zone_behind_their_own_group(tier: str) -> None:
    tiers = {"app_mask": 22} if tier == "app" else {}
    recording = network({"tiers": tiers, "interface_endpoints": ["rds-data"]})
    endpoint = recording.one("ec2/vpcEndpoint:VpcEndpoint", "net-rds-data-endpoint").inputs
    assert endpoint["subnetIds"] == [f"{each.name}-id" for each in subnets(recording, tier)]
    assert endpoint["securityGroupIds"] == ["net-endpoints-sg-id"]
    assert endpoint["privateDnsEnabled"] is True
    group = recording.one("ec2/securityGroup:SecurityGroup")
    assert group.inputs["description"].startswith("Interface endpoints")
    assert not {"ingress", "egress"} & set(group.inputs)
    rule = recording.one("vpc/securityGroupIngressRule:SecurityGroupIngressRule").inputs
    assert (rule["cidrIpv4"], rule["fromPort"], rule["toPort"]) == ("10.0.0.0/16", 443, 443)
    assert rule["description"]
    assert recording.of("vpc/securityGroupEgressRule:SecurityGroupEgressRule") == []


def test_the_database_acl_admits_nothing_from_outside_the_vpc() -> None:
    recording = network({"database_nacl": True})
    acl = recording.one("ec2/networkAcl:NetworkAcl").inputs
    assert acl["subnetIds"] == [f"{each.name}-id" for each in subnets(recording, "database")]
    rules = [each.inputs for each in recording.of("ec2/networkAclRule:NetworkAclRule")]
    assert {rule["cidrBlock"] for rule in rules} == {"10.0.0.0/16"}
    assert len({rule["ruleNumber"] for rule in rules}) == len(rules) == 4


def test_a_pool_decides_the_range_and_the_subnets_follow() -> None:
    recording = network({"ipam_pool_id": "ipam-pool-1", "ipam_netmask_length": 20})
    vpc = recording.one("ec2/vpc:Vpc").inputs
    assert (vpc["ipv4IpamPoolId"], vpc["ipv4NetmaskLength"]) == ("ipam-pool-1", 20)
    assert "cidrBlock" not in vpc
    assert subnets(recording, "database")[0].inputs["cidrBlock"] == "10.99.0.0/24"


def test_t36_an_existing_vpc_is_adopted_with_the_same_outputs() -> None:
    recording = network(
        {"adopt": {"vpc_id": "vpc-1", "database_subnet_ids": ["subnet-1", "subnet-2"]}, "region": "eu-west-1"}
    )
    assert len(recording) == 1
    assert recording[0].outputs == {
        "vpc_id": "vpc-1",
        "vpc_cidr_block": "10.0.0.0/16",
        "database_subnet_ids": ["subnet-1", "subnet-2"],
        "app_subnet_ids": [],
        "public_subnet_ids": [],
        "route_table_ids": [],
    }


def test_t48_zones_are_taken_by_place_and_a_region_with_fewer_is_explained() -> None:
    with pytest.raises(pulumi.RunError, match="offers 3 zones"):
        network({"availability_zone_count": 4})


def test_named_zones_are_used_as_they_are() -> None:
    zones = [f"{REGION}c", f"{REGION}a"]
    found = subnets(network({"availability_zones": zones}), "database")
    assert {each.name: each.inputs["availabilityZone"] for each in found} == {
        f"net-database-{zone}": zone for zone in zones
    }


@pytest.mark.parametrize(("partition", "region"), [("aws-cn", "cn-north-1"), ("aws-us-gov", "us-gov-west-1")])
def test_other_partitions_are_not_named_like_aws(partition: str, region: str) -> None:
    recording = network(EVERYTHING, partition=partition, region=region)
    assert "arn:aws:" not in json.dumps([each.inputs for each in recording])


def test_the_region_reaches_everything_that_takes_one() -> None:
    recording = network({**EVERYTHING, "region": "eu-west-1"})
    without = {each.type for each in recording if each.custom and each.inputs.get("region") != "eu-west-1"}
    assert without == {
        "aws:iam/role:Role",
        "aws:iam/policy:Policy",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    }


def test_tags_reach_everything_that_takes_them() -> None:
    recording = network({**EVERYTHING, "tags": {"team": "orders"}})
    without = {each.type for each in recording if each.custom and "team" not in each.inputs.get("tags", {})}
    assert without == {
        "aws:ec2/route:Route",
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        "aws:ec2/networkAclRule:NetworkAclRule",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        "aws:kms/alias:Alias",
    }


def test_every_child_has_the_component_or_its_key_as_parent() -> None:
    for each in network(EVERYTHING):
        assert each.parent in ("net", "net-flow-logs") or each.type == "aurora:index:Network"


def test_a_layout_that_does_not_fit_comes_with_two_that_do() -> None:
    found = refused({"cidr_block": "10.0.0.0/22", "tiers": {"database_mask": 25, "app_mask": 24}})
    assert found == {
        "tiers": "database /25, app /24 in each of 3 zones do not fit a /22; "
        "use database_mask 26, app_mask 25, or make the VPC a /21"
    }
    assert network({"cidr_block": "10.0.0.0/22", "tiers": {"database_mask": 26, "app_mask": 25}})
    assert network({"cidr_block": "10.0.0.0/21", "tiers": {"database_mask": 25, "app_mask": 24}})


@pytest.mark.parametrize(
    ("args", "paths"),
    [
        ({"cidr_block": "10.0.0.1/16"}, {"cidr_block"}),
        ({"cidr_block": "10.0.0.0/8"}, {"cidr_block"}),
        ({"cidr_block": "fd00::/56"}, {"cidr_block"}),
        ({"cidr_block": "10.0.0.0/28"}, {"tiers"}),
        ({"cidr_block": "10.0.0.0/16", "ipam_pool_id": "p"}, {"cidr_block"}),
        ({"ipam_netmask_length": 20}, {"ipam_netmask_length"}),
        ({"availability_zone_count": 1}, {"availability_zone_count"}),
        ({"availability_zones": ["a", "a"]}, {"availability_zones[1]"}),
        ({"availability_zones": ["a"]}, {"availability_zones"}),
        ({"availability_zones": ["a", "b"], "availability_zone_count": 2}, {"availability_zone_count"}),
        ({"tiers": {"app_mask": 30}}, {"tiers.app_mask"}),
        ({"nat": "single"}, {"nat"}),
        ({"flow_logs": {"retention_days": 366}}, {"flow_logs.retention_days"}),
        (
            {"flow_logs": {"destination_bucket_arn": "b", "retention_days": 365}},
            {"flow_logs.retention_days"},
        ),
        ({"interface_endpoints": ["s3", "kms", "kms"]}, {"interface_endpoints[0]", "interface_endpoints[2]"}),
        ({"interface_endpoints": ["com.amazonaws/x"]}, {"interface_endpoints[0]"}),
        ({"gateway_endpoints": ["kms"]}, {"gateway_endpoints[0]"}),
        ({"organization_id": "acme"}, {"organization_id"}),
        ({"iam_path": "databases"}, {"iam_path"}),
        (
            {"adopt": {"vpc_id": "v", "database_subnet_ids": ["one"]}, "nat": "none"},
            {"adopt.database_subnet_ids", "nat"},
        ),
        ({"adopt": {"vpc_id": "v"}}, {"adopt.database_subnet_ids"}),
    ],
)
def test_what_cannot_work_is_refused_where_it_stands(args: dict[str, Any], paths: set[str]) -> None:
    assert set(refused(args)) == paths


def test_all_problems_are_told_together() -> None:
    found = refused({"cidr_block": "x", "nat": "sngle", "zones": 3, "region": "x"})
    assert set(found) == {"cidr_block", "nat", "zones", "region"}


def test_names_and_ranges_are_frozen() -> None:
    recording = network(EVERYTHING)
    ranges = {each.name: each.inputs["cidrBlock"] for each in recording.of("ec2/subnet:Subnet")}
    assert ranges == {
        **{f"net-database-{zone + 1}": f"10.0.{64 * zone}.0/24" for zone in range(3)},
        **{f"net-app-{zone + 1}": f"10.0.{64 * zone + 16}.0/22" for zone in range(3)},
        **{f"net-public-{zone + 1}": f"10.0.{64 * zone + 1}.0/26" for zone in range(3)},
    }
    assert_frozen(recording, "network")
