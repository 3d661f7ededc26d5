"""The connection handle: the same fields through JSON and within one program."""

import json
from typing import Any

import pulumi
import pulumi_aws as aws
import pytest

from aurora_components.support import connection
from tests.components import handles
from tests.components.recording import UNKNOWN, record


class Reader(pulumi.ComponentResource):
    """Registers the fields of a handle as outputs."""

    def __init__(self, make: Any) -> None:
        super().__init__("aurora:index:Reader", "reader", {})
        fields = connection.decode(make())
        self.register_outputs({name: getattr(fields, name) for name in connection.NAMES})


def read(make: Any, **world: Any) -> dict[str, Any]:
    return record(lambda: Reader(make), **world).one("Reader").outputs


def test_a_handle_survives_its_way_through_text() -> None:
    assert read(handles.text) == handles.CLUSTER  # null fields, such as proxy_resource_id, are dropped
    assert read(handles.local) == handles.CLUSTER


def test_the_text_is_json_of_version_1_and_nothing_else_than_the_fields() -> None:
    class Text(pulumi.ComponentResource):
        def __init__(self) -> None:
            super().__init__("aurora:index:Text", "text", {})
            self.register_outputs({"connection": handles.local()})

    text = json.loads(record(Text).one("Text").outputs["connection"])
    assert text.pop("v") == 1
    assert sorted(text) == sorted(connection.NAMES)


def test_at_preview_a_sibling_still_knows_what_is_known() -> None:
    def with_an_unknown_host() -> pulumi.Output[str]:
        topic = aws.sns.Topic("topic")
        return handles.local(writer_host=topic.beginning_archive_time)

    outputs = read(with_an_unknown_host, preview=True)
    assert outputs["cluster_identifier"] == "orders"
    assert outputs["port"] == 5433
    assert outputs["writer_host"] is UNKNOWN


def test_the_text_waits_for_the_members() -> None:
    def program() -> None:
        instance = aws.sns.Topic("instance")
        handle = connection.encode(members=[instance], **handles.CLUSTER)
        aws.sns.Topic("user", display_name=handle)

    assert record(program).named("user").dependencies == {"instance"}


def test_a_field_that_does_not_exist_is_refused() -> None:
    with pytest.raises(TypeError, match=r"unknown fields \['hosts'\], missing fields \['port'\]"):
        connection.encode(
            hosts="x", **{key: value for key, value in handles.CLUSTER.items() if key != "port"}
        )


@pytest.mark.parametrize("text", ["db.example.com:5432", "[]", json.dumps({**handles.CLUSTER, "v": 2})])
def test_another_text_is_refused_with_the_fix(text: str) -> None:
    with pytest.raises(
        Exception, match="give the `connection` output of an AuroraCluster or a DatabaseProxy"
    ):
        read(lambda: text)


def test_a_handle_without_a_field_names_it() -> None:
    shorter = json.dumps({"v": 1, **{k: v for k, v in handles.CLUSTER.items() if k != "writer_host"}})
    assert "the handle has no writer_host" in handles.failure(lambda: read(lambda: shorter))
