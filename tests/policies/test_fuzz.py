"""No control raises on any property bag, and the order of the resources changes nothing."""

import inspect
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aurora_policies.controls import catalogue
from aurora_policies.controls.control import Control, Status
from aurora_policies.evaluate import judge_resource, judge_stack
from aurora_policies.model import UNKNOWN, Options, Property, Resource, Secret, Stack

WORDS = [
    "", "*", "0.0.0.0/0", "::/0", "10.0.0.0/8", "10.0.0.1/99", "all", "-1", "tcp", "5432", "true", "false", "ON",
    "aurora-postgresql", "aurora-mysql", "mysql", "postgres", "neptune", "aurora-mysql8.0", "aurora-postgresql16",
    "default.aurora-postgresql16", "db.serverless", "db.t3.micro", "admin", "alias/aws/rds", "serverless",
    "arn:aws:kms:eu-central-1:123456789012:key/abc", "arn:aws-cn:iam::123456789012:root", "03:00-04:00",
    "sun:05:00-sun:06:00", "rate(30 days)", "cron(0 5 * * ? *)", "{", "[]", '{"Statement": [1, null, {}]}',
    '{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*", "Principal": "*"}}', "2012-10-17",
]  # fmt: skip
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(-10, 70000),
    st.sampled_from(WORDS),
    st.just(UNKNOWN),
    st.text(max_size=6),
)
KEYS = st.sampled_from(
    ["name", "value", "key", "Statement", "Effect", "Action", "Principal", "Resource", "Condition", "fromPort",
     "toPort", "protocol", "cidrBlocks", "self", "AWS", "schedule", "ruleName", "policy", "subnetIds", "x"]
)  # fmt: skip


def secret_or_not(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(values, values, values, values.map(Secret))


VALUES = st.recursive(
    secret_or_not(SCALARS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=8,
)


@cache
def property_names(control: Control) -> list[str]:
    """The top-level properties that the control's subjects declare."""
    names = {
        path.split(".")[0]
        for view in control.subjects
        for _, item in inspect.getmembers_static(view, lambda item: isinstance(item, Property))
        for path in (item.aws, item.native)
        if path
    }
    return sorted(names) or ["x"]


@st.composite
def resources(draw: Any, control: Control, index: int = 0) -> Resource:
    properties = draw(st.dictionaries(st.sampled_from(property_names(control)), VALUES, max_size=10))
    token = draw(st.sampled_from(control.types or ("aws:rds/cluster:Cluster",)))
    others = [f"urn:pulumi:dev::fuzz::x::{number}" for number in range(4)]
    depends = draw(
        st.dictionaries(st.sampled_from([*properties, "x"]), st.sets(st.sampled_from(others)), max_size=3)
    )
    return Resource(
        urn=others[index],
        type=token,
        name=f"r{index}",
        properties=properties,
        options=Options(
            draw(st.booleans()), tuple(draw(st.lists(st.sampled_from(list(properties) or ["x"]))))
        ),
        property_dependencies={key: tuple(sorted(urns)) for key, urns in depends.items()},
    )


EVERY = catalogue()


@pytest.mark.parametrize("control", EVERY, ids=[item.id for item in EVERY])
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_control_raises(control: Control, data: st.DataObject) -> None:
    if control.needs_stack:
        pool = [item for item in EVERY if item.subjects]
        stack = [data.draw(resources(control, 0))]
        stack += [data.draw(resources(data.draw(st.sampled_from(pool)), number)) for number in range(1, 4)]
        verdicts = list(judge_stack(control, Stack(stack), control.settings()))
        assert verdicts == list(judge_stack(control, Stack(reversed(stack)), control.settings()))
        judged = [verdict for _, verdict in verdicts]
    else:
        judged = [judge_resource(control, data.draw(resources(control)), control.settings())]
    for verdict in judged:
        assert verdict.status in Status
        assert "the control itself failed" not in verdict.message
