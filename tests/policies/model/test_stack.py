"""How references are followed: by dependency, by literal name, by component, and what lies outside."""

from typing import Any

import pytest

from aurora_policies.model import UNKNOWN, Resource, Stack, UnknownValue
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
    **properties: Any,
) -> Resource:
    return Resource(urn, type, urn, properties, parent=parent, property_dependencies=depends or {})


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
