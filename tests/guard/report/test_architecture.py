"""The diagram shows the network, who reaches the database, and what each key encrypts."""

from pathlib import Path

import pytest

from aurora_guard.engine.graph import stack_of
from aurora_guard.engine.target import Target
from aurora_guard.report.architecture import INTERNET, Diagram, diagram
from aurora_policies.model import UNKNOWN, Resource, Secret, Stack
from tests.harness.programs import deploy

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def prod() -> Diagram:
    return diagram(stack_of(deploy(ROOT, "prod").resources, Target("aurora-platform", "prod")))


def arrows(drawn: Diagram) -> set[tuple[str, str, str, str]]:
    names = {node.id: node.label for node in drawn.nodes}
    return {(names[edge.source], edge.kind, names[edge.target], edge.label) for edge in drawn.edges}


def path(drawn: Diagram, label: str) -> list[str]:
    """A box and the boxes around it, from the inside out."""
    nodes = {node.id: node for node in drawn.nodes}
    node = next(node for node in drawn.nodes if node.label == label)
    found = [node.label]
    while node.parent:
        node = nodes[node.parent]
        found.append(node.label)
    return found


def test_everything_is_in_its_place(prod: Diagram) -> None:
    assert path(prod, "orders-one") == ["orders-one", "orders-cluster", "orders-network-vpc"]
    assert path(prod, "orders-network-database-1") == [
        "orders-network-database-1",
        "private subnets",
        "orders-network-vpc",
    ]
    assert path(prod, "orders-global-eu-west-1-one")[-1] == "orders-global-eu-west-1-vpc"


def test_arrows_say_who_reaches_what_and_what_is_encrypted(prod: Diagram) -> None:
    found = arrows(prod)
    assert ("orders-access", "protects", "orders-cluster", "") in found
    assert ("orders-key-key", "encrypts", "orders-cluster", "") in found
    assert ("orders-cluster", "uses", "private subnets", "") in found
    assert any(kind == "allows" and label.startswith("tcp ") for _, kind, _, label in found)


def test_every_arrow_joins_boxes_and_every_box_has_a_home(prod: Diagram) -> None:
    ids = [node.id for node in prod.nodes]
    assert len(ids) == len(set(ids))
    assert {node.parent for node in prod.nodes} - {""} <= set(ids)
    assert {end for edge in prod.edges for end in (edge.source, edge.target)} <= set(ids)


def group(**ingress: object) -> Stack:
    token = "aws:ec2/securityGroup:SecurityGroup"
    return Stack([Resource(f"urn:pulumi:dev::t::{token}::g", token, "g", {"ingress": [ingress]})])


def test_the_internet_is_one_box() -> None:
    drawn = diagram(
        group(protocol="tcp", fromPort=22, toPort=22, cidrBlocks=["0.0.0.0/0"], ipv6CidrBlocks=["::/0"])
    )
    assert [edge.source for edge in drawn.edges] == [INTERNET]
    assert drawn.edges[0].label == "tcp 22"


@pytest.mark.parametrize("cidrs", [[Secret("203.0.113.0/24")], [UNKNOWN], UNKNOWN, None])
def test_what_is_secret_or_unknown_is_filtered_out(cidrs: object) -> None:
    drawn = diagram(group(protocol="tcp", fromPort=22, toPort=22, cidrBlocks=cidrs))
    assert [node.label for node in drawn.nodes] == ["g"]
    assert drawn.edges == []
