"""How references are followed: by dependency, by literal name, by component, and what lies outside."""

from typing import Any

import pytest

from aurora_policies.model import UNKNOWN, Provider, Resource, Stack, UnknownValue
from aurora_policies.model.iam import Role, RolePolicy
from aurora_policies.model.kms import KmsKey
from aurora_policies.model.rds import ClusterInstance, DbCluster, SubnetGroup
from aurora_policies.model.subnet import Subnet

KEY, ALIAS, CLUSTER, MEMBER = (
    "aws:kms/key:Key",
    "aws:kms/alias:Alias",
    "aws:rds/cluster:Cluster",
    "aws:rds/clusterInstance:ClusterInstance",
)
COMPONENT = "urn:pulumi:dev::p::aurora:index:AuroraCluster::db"


def make(
    type: str,
    urn: str,
    depends: dict[str, tuple[str, ...]] | None = None,
    parent: str = "",
    provider: dict[str, Any] | None = None,
    **properties: Any,
) -> Resource:
    return Resource(
        urn,
        type,
        urn,
        properties,
        provider=Provider("pulumi:providers:aws", provider or {}),
        parent=parent,
        property_dependencies=depends or {},
    )


def component(urn: str, parent: str = "") -> Resource:
    return Resource(urn, "awsx:ec2:Vpc", urn, parent=parent)


def key_of(*resources: Resource) -> Any:
    stack = Stack(resources)
    (cluster,) = stack.all(DbCluster)
    return stack.follow(cluster.kms_key_id, KmsKey)


def test_a_property_dependency_names_the_resource_though_the_value_is_unknown() -> None:
    found = key_of(
        make(KEY, "k"), make(KEY, "other"), make(CLUSTER, "c", {"kmsKeyId": ("k",)}, kmsKeyId=UNKNOWN)
    )
    assert [view.name for view in found.found] == ["k"]
    assert not found.outside


def test_a_literal_name_finds_the_resource() -> None:
    found = key_of(make(KEY, "k", arn="arn:k"), make(CLUSTER, "c", kmsKeyId="arn:k"))
    assert found.only().name == "k"


def test_after_the_update_a_known_name_is_explained_by_the_dependency() -> None:
    found = key_of(make(KEY, "k"), make(CLUSTER, "c", {"kmsKeyId": ("k",)}, kmsKeyId="arn:k"))
    assert found.only().name == "k"
    assert not found.outside


def test_an_alias_leads_on_to_its_key() -> None:
    alias = make(ALIAS, "a", {"targetKeyId": ("k",)}, name="alias/db", targetKeyId=UNKNOWN)
    by_dependency = make(CLUSTER, "c", {"kmsKeyId": ("a",)}, kmsKeyId=UNKNOWN)
    by_name = make(CLUSTER, "c", kmsKeyId="alias/db")
    assert key_of(make(KEY, "k"), alias, by_dependency).only().name == "k"
    assert key_of(make(KEY, "k"), alias, by_name).only().name == "k"


def test_what_the_stack_does_not_hold_is_outside() -> None:
    for cluster in (make(CLUSTER, "c", kmsKeyId="arn:elsewhere"), make(CLUSTER, "c", kmsKeyId=UNKNOWN)):
        found = key_of(make(KEY, "k", arn="arn:k"), cluster)
        assert found.outside
        with pytest.raises(UnknownValue, match="`kmsKeyId` names a KMS key that is not part of this stack"):
            found.only()


def test_nothing_named_is_absent() -> None:
    found = key_of(make(KEY, "k"), make(CLUSTER, "c"))
    assert found.is_absent
    assert found.only() is None


def test_the_only_sibling_in_a_component_explains_an_unknown_without_dependencies() -> None:
    inside = make(CLUSTER, "c", parent=COMPONENT, kmsKeyId=UNKNOWN)
    assert key_of(make(KEY, "k", parent=COMPONENT), inside).only().name == "k"
    assert key_of(make(KEY, "k", parent=COMPONENT), make(KEY, "l", parent=COMPONENT), inside).outside
    root = "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev"
    assert key_of(make(KEY, "k", parent=root), make(CLUSTER, "c", parent=root, kmsKeyId=UNKNOWN)).outside


def test_one_literal_among_dependencies_stays_outside() -> None:
    subnet, group = "aws:ec2/subnet:Subnet", "aws:rds/subnetGroup:SubnetGroup"
    stack = Stack(
        [make(subnet, "a"), make(group, "g", {"subnetIds": ("a",)}, subnetIds=[UNKNOWN, "subnet-elsewhere"])]
    )
    found = stack.follow(stack.all(SubnetGroup)[0].subnets, Subnet)
    assert [view.name for view in found.found] == ["a"]
    assert found.outside


def test_referrers_are_found_by_dependency_and_by_name() -> None:
    stack = Stack(
        [
            make(CLUSTER, "c", clusterIdentifier="main"),
            make(MEMBER, "one", {"clusterIdentifier": ("c",)}, clusterIdentifier=UNKNOWN),
            make(MEMBER, "two", clusterIdentifier="main"),
            make(MEMBER, "other", clusterIdentifier="elsewhere"),
        ]
    )
    (cluster,) = stack.all(DbCluster)
    found = stack.referrers(cluster, ClusterInstance, "clusterIdentifier")
    assert [view.name for view in found] == ["one", "two"]
    assert stack.is_referenced(cluster)
    assert not stack.is_referenced(found[0])


def members(*resources: Resource) -> dict[str, list[str]]:
    """The names of the members of each cluster, by the cluster's name."""
    stack = Stack(resources)
    return {
        cluster.name: [item.name for item in stack.referrers(cluster, ClusterInstance, "clusterIdentifier")]
        for cluster in stack.all(DbCluster)
    }


EU, US = {"region": "eu-west-1"}, {"region": "us-east-1"}


def test_a_dependency_goes_before_an_equal_name_in_another_region() -> None:
    assert members(
        make(CLUSTER, "eu", provider=EU, clusterIdentifier="orders"),
        make(CLUSTER, "us", provider=US, clusterIdentifier="orders"),
        make(MEMBER, "m", {"clusterIdentifier": ("us",)}, provider=US, clusterIdentifier="orders"),
    ) == {"eu": [], "us": ["m"]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (EU, US),
        (
            {"assumeRole": {"roleArn": "arn:aws:iam::111111111111:role/x"}},
            {"allowedAccountIds": ["222222222222"]},
        ),
        (
            {"assumeRoles": '[{"roleArn": "arn:aws:iam::111111111111:role/x"}]'},
            {"assumeRoles": '[{"roleArn": "arn:aws:iam::222222222222:role/x"}]'},
        ),
        ({"profile": "one"}, {"profile": "other"}),
    ],
)
def test_a_literal_name_means_a_resource_of_the_same_region_and_account(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    first = make(CLUSTER, "first", provider=one, clusterIdentifier="orders")
    second = make(CLUSTER, "second", provider=other, clusterIdentifier="orders")
    member = make(MEMBER, "m", provider=other, clusterIdentifier="orders")
    assert members(first, second, member) == {"first": [], "second": ["m"]}
    assert members(first, member) == {"first": []}


def test_the_region_of_a_resource_goes_before_its_providers() -> None:
    assert members(
        make(CLUSTER, "eu", provider=EU, clusterIdentifier="orders"),
        make(CLUSTER, "us", provider=EU, region="us-east-1", clusterIdentifier="orders"),
        make(MEMBER, "m", provider=EU, region="us-east-1", clusterIdentifier="orders"),
    ) == {"eu": [], "us": ["m"]}


def test_an_arn_means_the_same_everywhere_and_a_role_is_in_every_region() -> None:
    key = make(KEY, "k", provider=EU, arn="arn:aws:kms:eu-west-1:1:key/k")
    assert key_of(key, make(CLUSTER, "c", provider=US, kmsKeyId="arn:aws:kms:eu-west-1:1:key/k")).found
    stack = Stack(
        [
            make("aws:iam/role:Role", "r", provider=EU, name="monitoring"),
            make("aws:iam/rolePolicy:RolePolicy", "p", provider=US, role="monitoring"),
        ]
    )
    (policy,) = stack.all(RolePolicy)
    assert stack.follow(policy.value("role"), Role).only() is not None


NETWORK = "urn:pulumi:dev::p::awsx:ec2:Vpc::net"
SUBNET, GROUP = "aws:ec2/subnet:Subnet", "aws:rds/subnetGroup:SubnetGroup"


def test_a_dependency_on_a_component_means_what_is_in_it() -> None:
    group = make(GROUP, "g", {"subnetIds": (NETWORK,)}, subnetIds=UNKNOWN)
    stack = Stack(
        [
            component(NETWORK),
            component("inner", parent=NETWORK),
            make(SUBNET, "a", parent=NETWORK),
            make(SUBNET, "b", parent="inner"),
            make(SUBNET, "elsewhere"),
            group,
        ]
    )
    found = stack.follow(stack.all(SubnetGroup)[0].subnets, Subnet)
    assert [view.name for view in found.found] == ["a", "b"]
    assert found.is_open
    assert not found.outside


def test_a_resource_is_no_component_though_it_has_children() -> None:
    stack = Stack(
        [
            make("aws:ec2/vpc:Vpc", "vpc"),
            make(SUBNET, "a", parent="vpc"),
            make(GROUP, "g", {"subnetIds": ("vpc",)}, subnetIds=UNKNOWN),
        ]
    )
    found = stack.follow(stack.all(SubnetGroup)[0].subnets, Subnet)
    assert not found.found
    assert found.outside


def test_what_may_be_used_through_its_component_is_used() -> None:
    key = make(KEY, "k", parent=NETWORK)
    user = make(CLUSTER, "c", {"kmsKeyId": (NETWORK,)}, kmsKeyId=UNKNOWN)
    stack = Stack([component(NETWORK), key, user])
    assert stack.is_referenced(stack.all(KmsKey)[0])
    alone = Stack([component(NETWORK), key])
    assert not alone.is_referenced(alone.all(KmsKey)[0])


def test_a_table_is_made_once() -> None:
    made = []

    def names(stack: Stack, suffix: str) -> list[str]:
        made.append(suffix)
        return [resource.name + suffix for resource in stack.resources]

    stack = Stack([make(KEY, "k")])
    assert stack.table(names, "!") == stack.table(names, "!") == ["k!"]
    assert stack.table(names, "?") == ["k?"]
    assert made == ["!", "?"]
