"""Where a reference may mean one of several resources, the verdict is the one on which all of them agree."""

from typing import Any

import pytest

from aurora_policies.controls import by_id
from aurora_policies.controls.control import Status, Verdict
from aurora_policies.evaluate import judge_stack
from aurora_policies.model import UNKNOWN, Provider, Resource, Stack

NETWORK = "urn:pulumi:dev::p::awsx:ec2:Vpc::net"


def make(type: str, name: str, parent: str = "", **properties: Any) -> Resource:
    """A resource. A property that is a tuple of names is unknown, and computed from the resources so named."""
    depends = {key: tuple(raw) for key, raw in properties.items() if isinstance(raw, tuple)}
    known = {key: UNKNOWN if key in depends else raw for key, raw in properties.items()}
    provider = Provider("pulumi:providers:aws") if type.startswith("aws:") else Provider()
    return Resource(name, type, name, known, provider=provider, parent=parent, property_dependencies=depends)


def verdict(control: str, subject: str, *resources: Resource) -> Verdict:
    judged = by_id()[control]
    return dict(judge_stack(judged, Stack(resources), judged.settings()))[subject]


def network(*public: str, private: tuple[str, ...]) -> list[Resource]:
    """A component with a VPC, its gateway, and subnets with a route to it or without."""
    made = [
        make("awsx:ec2:Vpc", NETWORK),
        make("aws:ec2/vpc:Vpc", "vpc", NETWORK),
        make("aws:ec2/internetGateway:InternetGateway", "igw", NETWORK, vpcId=("vpc",)),
        make("aws:ec2/routeTable:RouteTable", "out", NETWORK, vpcId=("vpc",)),
        make("aws:ec2/routeTable:RouteTable", "in", NETWORK, vpcId=("vpc",)),
        make(
            "aws:ec2/route:Route",
            "way",
            NETWORK,
            routeTableId=("out",),
            gatewayId=("igw",),
            destinationCidrBlock="0.0.0.0/0",
        ),
    ]
    for index, name in enumerate((*public, *private)):
        zone = f"eu-west-1{'abc'[index % 3]}"
        made.append(
            make(
                "aws:ec2/subnet:Subnet",
                name,
                NETWORK,
                vpcId=("vpc",),
                availabilityZone=zone,
                mapPublicIpOnLaunch=False,
            )
        )
        table = "out" if name in public else "in"
        made.append(
            make(
                "aws:ec2/routeTableAssociation:RouteTableAssociation",
                f"{name}-{table}",
                NETWORK,
                subnetId=(name,),
                routeTableId=(table,),
            )
        )
    return made


GROUP = make("aws:rds/subnetGroup:SubnetGroup", "g", subnetIds=(NETWORK,))


def test_a_group_of_private_subnets_of_a_component_passes() -> None:
    stack = [*network(private=("a", "b")), GROUP]
    for control in ("rds-private-subnets", "rds-subnet-group-multi-az", "rds-no-default-vpc"):
        assert verdict(control, "g", *stack).status is Status.PASS


def test_a_group_of_public_subnets_of_a_component_fails() -> None:
    assert verdict("rds-private-subnets", "g", *network("a", "b", private=()), GROUP).status is Status.FAIL


def test_a_group_of_public_or_private_subnets_is_unknown_and_says_between_which() -> None:
    found = verdict("rds-private-subnets", "g", *network("a", private=("b",)), GROUP)
    assert found.status is Status.UNKNOWN
    assert "whether `subnetIds` names `a` or `b`; with `a` it fails" in found.message


KEYS = [
    make("awsx:kms:Keys", NETWORK),
    make("aws:kms/key:Key", "one", NETWORK, keyUsage="ENCRYPT_DECRYPT"),
    make("aws:kms/key:Key", "other", NETWORK, keyUsage="SIGN_VERIFY"),
]


@pytest.mark.parametrize(
    ("keys", "expected"), [(("one",), "pass"), (("other",), "fail"), (("one", "other"), "unknown")]
)
def test_a_single_reference_is_judged_with_each_candidate(keys: tuple[str, ...], expected: str) -> None:
    held = [item for item in KEYS if item.name in (NETWORK, *keys)]
    user = make("aws:rds/cluster:Cluster", "c", engine="aurora-mysql", kmsKeyId=(NETWORK,))
    assert verdict("rds-key-usable", "c", *held, user).status.value == expected


def test_who_may_belong_to_another_cluster_is_no_certain_member() -> None:
    clusters = [
        make("shop:index:Clusters", NETWORK),
        make("aws:rds/cluster:Cluster", "a", NETWORK, engine="aurora-mysql"),
        make("aws:rds/cluster:Cluster", "b", NETWORK, engine="aurora-mysql"),
    ]
    members = [
        make(
            "aws:rds/clusterInstance:ClusterInstance", "m1", clusterIdentifier=("a",), engine="aurora-mysql"
        ),
        make(
            "aws:rds/clusterInstance:ClusterInstance",
            "m2",
            clusterIdentifier=(NETWORK,),
            engine="aurora-mysql",
        ),
    ]
    assert verdict("rds-cluster-multi-az", "a", *clusters, *members).status is Status.UNKNOWN


def test_more_possibilities_than_can_be_tried_are_unknown() -> None:
    many = [make("aws:kms/key:Key", f"k{number:03}", NETWORK, isEnabled=False) for number in range(100)]
    user = make("aws:rds/cluster:Cluster", "c", engine="aurora-mysql", kmsKeyId=(NETWORK,))
    found = verdict("rds-key-usable", "c", KEYS[0], *many, user)
    assert found.status is Status.UNKNOWN
    assert "or 95 others, too many to try each" in found.message
