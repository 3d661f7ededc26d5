"""Policy documents: one meaning for every spelling, and no guess about what is not known."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aurora_policies.model import (
    UNKNOWN,
    MalformedValue,
    PolicyDocument,
    Secret,
    Statement,
    Undecided,
    UnknownValue,
    Value,
)
from aurora_policies.model.policy_document import Condition, Principal, all_hold, matches
from aurora_policies.model.values import to_anything


def value(raw: Any) -> Value[Any]:
    return Value("urn", "policy", raw, to_anything)


def document(raw: Any) -> PolicyDocument:
    found = PolicyDocument.of(value(raw))
    assert found is not None
    return found


def statement(**elements: Any) -> Statement:
    return document({"Statement": {"Effect": "Allow", **elements}}).statements[0]


ONE = {"Effect": "Allow", "Action": "rds:DeleteDBCluster", "Resource": "*"}
ARGUMENTS = {"effect": "Allow", "actions": ["rds:DeleteDBCluster"], "resources": ["*"]}


@pytest.mark.parametrize(
    "raw",
    [
        json.dumps({"Version": "2012-10-17", "Statement": [ONE]}),
        json.dumps({"Statement": ONE}),
        "\ufeff \n" + json.dumps({"Statement": ONE}, indent=4) + "\n",
        quote(json.dumps({"Statement": ONE})),
        json.dumps([ONE]),
        {"Statement": [ONE]},
        {"Statement": ONE},
        {"statement": ONE},
        [{"Statement": [ONE]}],
        ONE,
        [ONE],
        {"statements": [ARGUMENTS]},
        {"statements": ARGUMENTS},
        {"statements": [{"effect": "Allow", "actions": "rds:deletedbcluster", "resources": "*"}]},
        {"statements": [{"actions": ["rds:Delete*"], "not_resources": ["arn:aws:rds:::x"]}]},
        {"json": json.dumps({"Statement": ONE}), "statements": None},
        Secret(json.dumps({"Statement": ONE})),
        {"Statement": [Secret(ONE)]},
        {"Statement": [{"EFFECT": "Allow", "action": ["RDS:del*"], "resource": "*"}]},
    ],
)
def test_every_form_reads_the_same(raw: Any) -> None:
    (found,) = document(raw).statements
    assert found.allows
    assert found.covers("rds:DeleteDBCluster")
    assert not found.covers("rds:CreateDBCluster")
    assert found.covers_every_resource
    assert not found.covers_every_action


@pytest.mark.parametrize("raw", [None, "", {}, []])
def test_nothing_is_no_document(raw: Any) -> None:
    assert PolicyDocument.of(value(raw)) is None


@pytest.mark.parametrize(
    "raw",
    [
        "allow everything",
        "{",
        "[" * 100_000,
        "{}",
        '"{}"',
        "7",
        "null",
        7,
        True,
        {"Version": "2012-10-17"},
        {"Statement": None},
        '{"Statement": {"Effect": "Allow", "Action": "rds:x", "Action": "*", "Resource": "*"}}',
        "%7Bnot json",
    ],
)
def test_what_is_no_document_is_malformed(raw: Any) -> None:
    with pytest.raises(MalformedValue):
        PolicyDocument.of(value(raw))


@pytest.mark.parametrize("raw", [UNKNOWN, Secret(UNKNOWN), {"Statement": UNKNOWN}, {"json": UNKNOWN}])
def test_an_unknown_document_is_unknown(raw: Any) -> None:
    with pytest.raises(UnknownValue):
        PolicyDocument.of(value(raw))


def test_one_bad_statement_hides_no_other() -> None:
    first, second, third = document({"Statement": [UNKNOWN, ONE, "no"]}).statements
    assert second.allows
    with pytest.raises(UnknownValue):
        _ = first.allows
    with pytest.raises(MalformedValue):
        third.covers("rds:x")


@pytest.mark.parametrize("effect", ["Permit", 1, [], True])
def test_an_effect_that_is_none_is_malformed(effect: Any) -> None:
    with pytest.raises(MalformedValue):
        _ = statement(Effect=effect).allows


def test_a_secret_document_is_not_quoted() -> None:
    secret = document(Secret(json.dumps({"Statement": {"Sid": "Hidden", **ONE}}))).statements[0]
    assert secret.position == "statement 1"
    assert secret.quoted(secret.actions) == "[secret]"
    assert document({"Statement": {"Sid": "Open", **ONE}}).statements[0].position == 'statement "Open"'


# --- actions and resources -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "action", "expected"),
    [
        ("rds:Del*", "rds:DeleteDBCluster", True),
        ("RDS:del*", "rds:DeleteDBCluster", True),
        ("rds:*", "rds-db:connect", False),
        ("rds*", "rds-db:connect", True),
        ("*:*", "iam:PassRole", True),
        ("*", "iam:PassRole", True),
        ("iam:PassRol?", "iam:PassRole", True),
        ("iam:PassRole?", "iam:PassRole", False),
        ("*:PassRole", "iam:PassRole", True),
        ("iam:.assRole", "iam:PassRole", False),
        ("iam:PassRole ", "iam:PassRole", False),
        ("", "iam:PassRole", False),
    ],
)
def test_actions_match_with_wildcards(pattern: str, action: str, expected: bool) -> None:
    assert statement(Action=pattern).covers(action) is expected
    assert statement(NotAction=pattern).covers(action) is not expected


@pytest.mark.parametrize(("action", "expected"), [("*", True), ("*:*", True), ("**", True), ("*:?*", True),
    ("rds:*", False), ("*:Describe*", False), ("?", False), ("", False), (":", False)])  # fmt: skip
def test_every_action(action: str, expected: bool) -> None:
    assert statement(Action=["x:y", action]).covers_every_action is expected


@pytest.mark.parametrize(
    ("resource", "expected"),
    [
        ("*", True),
        ("**", True),
        ("arn:*", True),
        ("arn:aws:*", True),
        ("arn:aws:*:*:*:*", True),
        ("arn:aws-cn:*:eu-central-1:123456789012:*", True),
        ("arn:*:*:*:*:*", True),
        ("arn:aws:rds:*:*:*", False),
        ("arn:aws:s3:::*", False),
        ("arn", False),
        ("", False),
        ("?", False),
        ("*x", False),
    ],
)
def test_every_resource(resource: str, expected: bool) -> None:
    assert statement(Resource=resource).covers_every_resource is expected


@pytest.mark.parametrize(
    ("resource", "expected"),
    [
        ("*", True),
        ("arn:aws:iam::*:role/*", True),
        ("arn:aws-us-gov:iam::123456789012:role/*", True),
        ("arn:aws:iam::123456789012:*", True),
        ("arn:aws:iam:*", True),
        ("arn:aws:iam::123456789012:role/app-*", False),
        ("arn:aws:iam::123456789012:role/app", False),
        ("arn:aws:iam::123456789012:user/*", False),
        ("arn:aws:rds:*:*:*", False),
    ],
)
def test_every_resource_of_a_kind(resource: str, expected: bool) -> None:
    assert statement(Resource=resource).covers_every("iam", "role/") is expected


def test_everything_but_some_is_everything() -> None:
    assert statement(Action="*", NotResource="arn:aws:s3:::x").covers_every_resource
    assert statement(Action="*", NotResource=UNKNOWN).covers_every_resource


# --- what is not known ------------------------------------------------------------------------------------------


def test_unknown_parts_matter_only_where_nothing_else_settles_it() -> None:
    one = statement(Action=["rds:*", UNKNOWN], Resource=["*", UNKNOWN])
    assert one.covers("rds:DeleteDBCluster")
    assert one.covers_every_resource
    with pytest.raises(UnknownValue):
        one.covers("iam:PassRole")
    with pytest.raises(UnknownValue):
        _ = one.actions
    assert not statement(NotAction=["iam:*", UNKNOWN]).covers("iam:PassRole")
    with pytest.raises(UnknownValue):
        statement(NotAction=[UNKNOWN]).covers("iam:PassRole")


@pytest.mark.parametrize("action", [7, {"a": "b"}, ["rds:x", 7], [None]])
def test_what_is_no_action_is_malformed(action: Any) -> None:
    with pytest.raises(MalformedValue):
        statement(Action=action).covers("iam:PassRole")


def test_all_hold_needs_every_test_unless_one_fails() -> None:
    def undecided() -> bool:
        raise UnknownValue("not known")

    assert all_hold(lambda: True, lambda: True)
    assert not all_hold(undecided, lambda: False)
    with pytest.raises(UnknownValue):
        all_hold(undecided, lambda: True)


# --- principals ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "principal",
    [
        "*",
        ["*"],
        {"AWS": "*"},
        {"AWS": ["*"]},
        {"aws": "*"},
        {"*": "*"},
        {"AWS": ["arn:aws:iam::123456789012:root", "*"]},
        {"AWS": "arn:aws:iam::*:root"},
        {"AWS": "arn:*:iam::*:role/admin"},
        {"AWS": "arn:aws-cn:iam::*"},
        {"Service": "rds.amazonaws.com", "AWS": "*"},
        {"Federated": "*"},
        {"CanonicalUser": "*"},
        [{"type": "AWS", "identifiers": ["*"]}],
        [{"type": "*", "identifiers": ["*"]}],
        {"type": "AWS", "identifiers": "*"},
        {"AWS": [UNKNOWN, "*"]},
    ],
)
def test_everyone_in_every_spelling(principal: Any) -> None:
    assert statement(Principal=principal).is_for_everyone


@pytest.mark.parametrize(
    "principal",
    [
        "123456789012",
        {"AWS": "123456789012"},
        {"AWS": 123456789012.0},
        {"AWS": "arn:aws:iam::123456789012:root"},
        {"AWS": "arn:aws-cn:iam::123456789012:role/app"},
        {"Service": "rds.amazonaws.com"},
        {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"},
        {"CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"},
        {},
        [],
    ],
)
def test_not_everyone(principal: Any) -> None:
    assert not statement(Principal=principal).is_for_everyone


def test_a_principal_that_is_not_known_is_unknown() -> None:
    for principal in (
        UNKNOWN,
        {"AWS": UNKNOWN},
        {"AWS": [UNKNOWN]},
        [{"type": UNKNOWN, "identifiers": ["x"]}],
    ):
        with pytest.raises(UnknownValue):
            _ = statement(Principal=principal).is_for_everyone


def test_everyone_but_some_is_everyone() -> None:
    assert statement(NotPrincipal={"AWS": "arn:aws:iam::123456789012:root"}).is_for_everyone
    assert statement(NotPrincipal=UNKNOWN).is_for_everyone


@pytest.mark.parametrize(
    ("id", "account", "root"),
    [
        ("123456789012", "123456789012", True),
        ("arn:aws:iam::123456789012:root", "123456789012", True),
        ("arn:aws-iso-b:iam::123456789012:root", "123456789012", True),
        ("arn:aws:sts::123456789012:assumed-role/a/b", "123456789012", False),
        ("AIDAEXAMPLE", "", False),
    ],
)
def test_accounts(id: str, account: str, root: bool) -> None:
    principal = Principal("AWS", id)
    assert (principal.account, principal.is_account_root) == (account, root)


def test_an_account_id_that_lost_its_zeros() -> None:
    assert statement(Principal={"AWS": 1234567890.0}).principals == (Principal("AWS", "001234567890"),)


@pytest.mark.parametrize(
    "suffix",
    ["amazonaws.com", "amazonaws.com.cn", "amazonaws.eu", "c2s.ic.gov", "sc2s.sgov.gov", "cloud.adc-e.uk",
     "csp.hci.ic.gov", "AMAZONAWS.COM"],
)  # fmt: skip
def test_services_in_every_partition(suffix: str) -> None:
    assert Principal("Service", f"monitoring.rds.{suffix}").service == "monitoring.rds"


# --- conditions ---------------------------------------------------------------------------------------------------

RESTRICTING = [
    {"StringEquals": {"aws:VpceAccount": "123456789012"}},
    {"StringEquals": {"aws:VpceOrgID": "o-1234567890"}},
    {"ForAnyValue:StringLike": {"aws:VpceOrgPaths": "o-1234567890/r-ab12/*"}},
    {"IpAddress": {"aws:VpcSourceIp": "10.0.0.0/16"}},
    {"IpAddress": {"aws:SourceIp": "203.0.0.0/16"}},
    {"ArnLike": {"aws:SourceVpcArn": "arn:aws:ec2:*:123456789012:vpc/*"}},
    {"StringEquals": {"aws:PrincipalServiceName": "cloudtrail.amazonaws.com"}},
    {"StringLike": {"aws:userid": "AROAEXAMPLEID:*"}},
    {"StringEquals": {"aws:PrincipalAccount": "${aws:ResourceAccount}"}},
    {
        "StringEquals": {
            "kms:CallerAccount": "123456789012",
            "kms:ViaService": "rds.eu-central-1.amazonaws.com",
        }
    },
    {"StringEquals": {"aws:PrincipalAccount": 1234567890.0}},
    {"StringEquals": {"aws:PrincipalOrgID": "o-1234567890"}},
    {"stringequals": {"AWS:principalorgid": "o-1234567890"}},
    {"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-1234567890/*"}},
    {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::123456789012:role/*"}},
    {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::123456789012:user/${aws:username}"}},
    {"ArnLike": {"aws:SourceArn": "arn:aws:rds:*:123456789012:*"}},
    {"ArnLike": {"aws:SourceArn": "arn:aws:s3:*:*:bucket"}},
    {"ArnEquals": {"aws:SourceArn": "arn:aws:s3:::bucket"}},
    {"ArnEquals": {"aws:SourceArn": "arn:aws:rds:eu-central-1:${AWS::AccountId}:cluster:x"}},
    {"StringEquals": {"aws:SourceAccount": ["123456789012", UNKNOWN]}},
    {"StringEquals": {"aws:SourceAccount": UNKNOWN}},
    {"IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "192.0.2.0/24"]}},
    {"StringEquals": {"aws:SourceVpce": "vpce-1"}},
    {"StringEqualsIfExists": {"aws:SourceVpce": "vpce-1"}, "Null": {"aws:SourceVpce": "false"}},
    {"ForAllValues:StringEquals": {"aws:SourceVpce": ["vpce-1"]}, "Null": {"AWS:sourcevpce": [False]}},
    {"Bool": {"aws:SecureTransport": "true"}, "StringEquals": {"aws:SourceAccount": "123456789012"}},
    {"Bool": UNKNOWN, "StringEquals": {"aws:SourceAccount": "123456789012"}},
    [{"test": "StringEquals", "variable": "aws:SourceAccount", "values": ["123456789012"]}],
    {"test": "StringEquals", "variable": "aws:SourceAccount", "values": "123456789012"},
]

OPEN: list[Any] = [
    {"StringEquals": {"kms:ViaService": "rds.eu-central-1.amazonaws.com"}},
    {"StringEquals": {"sts:ExternalId": "shared"}},
    {"StringEquals": {"aws:username": "admin"}},
    {"StringLike": {"aws:userid": "AROA*"}},
    {"StringLike": {"aws:userid": "*:session"}},
    {"StringLike": {"aws:userid": "A???????????????????"}},
    {"IpAddress": {"aws:SourceIp": "3.0.0.0/8"}},
    {"IpAddress": {"aws:SourceIp": "2000::/3"}},
    {"StringLike": {"aws:SourceIp": "203.0.*"}},
    {"StringLike": {"aws:PrincipalArn": "*:role/admin"}},
    {"StringEquals": {"aws:CalledVia": "athena.amazonaws.com"}},
    {"StringEquals": {"aws:SourceIdentity": "admin"}},
    {"StringEquals": {"aws:RequestedRegion": "eu-central-1"}},
    {"StringEquals": {"aws:ResourceAccount": "123456789012"}},
    {"Bool": {"aws:PrincipalIsAWSService": "true"}},
    {"NumericEquals": {"aws:PrincipalAccount": "123456789012"}},
    {"StringLike": {"aws:VpceOrgPaths": "*/r-ab12/*"}},
    {},
    {"StringLike": {"aws:PrincipalArn": "*"}},
    {"StringEquals": {"aws:PrincipalArn": "*"}},
    {"StringLike": {"aws:PrincipalArn": ["arn:aws:iam::123456789012:role/a", "*"]}},
    {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/admin"}},
    {"ArnLike": {"aws:PrincipalArn": "arn:*"}},
    {"ArnLike": {"aws:SourceArn": "arn:aws:s3:::*"}},
    {"ArnLike": {"aws:SourceArn": "arn:aws:rds:*:*:*"}},
    {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::${aws:PrincipalAccount}:role/a"}},
    {"StringEquals": {"aws:username": "${aws:username}"}},
    {"StringEquals": {"aws:PrincipalOrgID": "&{aws:PrincipalOrgID}"}},
    {"StringLike": {"aws:PrincipalOrgID": "o-*"}},
    {"StringLike": {"aws:PrincipalAccount": "????????????"}},
    {"StringLike": {"aws:SourceVpc": "vpc-*"}},
    {"StringNotEquals": {"aws:PrincipalAccount": "123456789012"}},
    {"NotIpAddress": {"aws:SourceIp": "192.0.2.0/24"}},
    {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}},
    {"IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "::/0"]}},
    {"IpAddress": {"aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"]}},
    {"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-1234567890"}},
    {"ForAllValues:StringEquals": {"aws:PrincipalOrgPaths": "o-1234567890/r-1/"}},
    {"ForAllValues:StringEquals": {"aws:SourceVpce": "vpce-1"}, "Null": {"aws:SourceVpce": "true"}},
    {"Null": {"aws:PrincipalOrgID": "false"}},
    {"Bool": {"aws:SecureTransport": "true"}},
    {"StringEquals": {"aws:PrincipalTag/team": "dba"}},
    {"StringEquals": {"aws:PrincipalOrgID": []}},
    {"StringEquals": {"aws:PrincipalOrgID": ""}},
]  # fmt: skip


@pytest.mark.parametrize("condition", RESTRICTING)
def test_conditions_that_tie_the_caller_down(condition: Any) -> None:
    assert statement(Condition=condition).is_limited_to_known_callers


@pytest.mark.parametrize("condition", OPEN)
def test_conditions_that_do_not(condition: Any) -> None:
    assert not statement(Condition=condition).is_limited_to_known_callers


@pytest.mark.parametrize(
    ("condition", "reason"),
    [
        (UNKNOWN, UnknownValue),
        ({"StringEquals": UNKNOWN}, UnknownValue),
        ([{"test": UNKNOWN, "variable": "aws:SourceAccount", "values": ["1"]}], UnknownValue),
        ("aws:SourceAccount", MalformedValue),
        ({"StringEquals": "aws:SourceAccount"}, MalformedValue),
        ({"StringEqual": {"aws:SourceAccount": "123456789012"}}, MalformedValue),
    ],
)
def test_conditions_that_cannot_be_read(condition: Any, reason: type[Undecided]) -> None:
    with pytest.raises(reason):
        _ = statement(Condition=condition).is_limited_to_known_callers


def test_a_condition_limits_the_keys_it_is_about() -> None:
    condition = Condition("StringEquals", "KMS:viaservice", ("rds.eu-central-1.amazonaws.com",))
    assert condition.limits("kms:ViaService")
    assert not condition.limits("aws:SourceAccount")


# --- properties ---------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["*", "rds:*", "rds:DeleteDBCluster", "arn:aws:iam::123456789012:root", "", "?", "Allow"]
)
SCALARS: st.SearchStrategy[Any] = st.one_of(
    WORDS, st.none(), st.booleans(), st.integers(), st.just(UNKNOWN), st.text(max_size=5)
)
ELEMENTS = st.sampled_from(
    ["Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal", "Condition",
     "actions", "principals", "conditions", "AWS", "StringEquals", "aws:SourceArn", "type", "identifiers",
     "test", "variable", "values", "Statement", "statements", "json"]
)  # fmt: skip
ANYTHING = st.recursive(
    SCALARS | SCALARS.map(Secret),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ELEMENTS, inner, max_size=4),
    max_leaves=10,
)


def answers(one: Statement) -> list[Any]:
    """What the statement says to every question, or why it cannot."""
    questions: Mapping[str, Any] = {
        "allows": lambda: one.allows,
        "covers": lambda: one.covers("rds:DeleteDBCluster"),
        "every action": lambda: one.covers_every_action,
        "every resource": lambda: one.covers_every_resource,
        "everyone": lambda: one.is_for_everyone,
        "limited": one.is_limited_by,
        "lists": lambda: (one.actions, one.resources, one.principals, one.not_principals, one.conditions),
    }
    found = []
    for ask in questions.values():
        try:
            found.append(ask())
        except Undecided as reason:
            found.append(type(reason))
    return found


@settings(max_examples=150, deadline=None)
@given(ANYTHING)
def test_nonsense_is_undecided_and_nothing_worse(raw: Any) -> None:
    try:
        found = PolicyDocument.of(value(raw))
    except Undecided:
        return
    for one in found.statements if found else ():
        answers(one)


KEYS = [
    "aws:PrincipalArn",
    "aws:PrincipalOrgID",
    "aws:SourceIp",
    "aws:userid",
    "kms:ViaService",
    "sts:ExternalId",
]
TEXTS = st.lists(
    st.sampled_from(["*", "rds:*", "rds:Del*", "iam:PassRole", "arn:aws:s3:::b", "*:*"]),
    min_size=1,
    max_size=3,
)
STATEMENTS = st.fixed_dictionaries(
    {
        "Effect": st.sampled_from(["Allow", "Deny"]),
        "Action": TEXTS,
        "Resource": TEXTS,
        "Principal": st.fixed_dictionaries({"AWS": TEXTS}),
        "Condition": st.dictionaries(
            st.sampled_from(["StringEquals", "StringLike", "ForAllValues:StringLike", "Null"]),
            st.dictionaries(st.sampled_from(KEYS), TEXTS, max_size=2),
            max_size=2,
        ),
    }
)


@settings(max_examples=60, deadline=None)
@given(st.lists(STATEMENTS, min_size=1, max_size=3))
def test_the_spelling_never_changes_the_answers(statements: list[dict[str, Any]]) -> None:
    def arguments(one: dict[str, Any]) -> dict[str, Any]:
        return {
            "effect": one["Effect"],
            "actions": one["Action"],
            "resources": one["Resource"],
            "principals": [{"type": "AWS", "identifiers": one["Principal"]["AWS"]}],
            "conditions": [
                {"test": test, "variable": key, "values": values}
                for test, keys in one["Condition"].items()
                for key, values in keys.items()
            ],
        }

    plain = {"Version": "2012-10-17", "Statement": statements}
    spellings = [
        plain,
        json.dumps(plain),
        quote(json.dumps(plain)),
        statements,
        {"statements": [arguments(one) for one in statements]},
        {"json": json.dumps(plain)},
        Secret(plain),
    ]
    if len(statements) == 1:
        spellings += [statements[0], {"Statement": statements[0]}]
    expected = [answers(one) for one in document(plain).statements]
    for spelling in spellings:
        assert [answers(one) for one in document(spelling).statements] == expected


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab:*?", max_size=8), st.text(alphabet="abAB:", max_size=8))
def test_wildcards_match_as_in_a_shell(pattern: str, text: str) -> None:
    from fnmatch import fnmatchcase

    assert matches(pattern, text) == fnmatchcase(text.lower(), pattern.lower())


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(["rds:DeleteDBCluster", "iam:PassRole", "s3:GetObject"]))
def test_an_unknown_action_never_turns_an_answer_around(actions: list[str], action: str) -> None:
    known = statement(Action=actions).covers(action)
    try:
        assert statement(Action=[UNKNOWN, *actions]).covers(action) is known
    except UnknownValue:
        assert not known
