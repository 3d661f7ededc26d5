"""What IAM refuses stops the update half-way, and a variable that it does not replace matches nobody.

Variables such as `${aws:username}` are replaced in policies of version 2012-10-17 alone; a document without a
version is of an older one.
"""

import re
from collections import Counter

from ...model import PolicyDocument, Statement
from ...model.condition_keys import VARIABLE
from ...model.iam import IdentityPolicy
from ..control import PASS, Severity, Verdict, all_of, control, each, fail
from ._statements import each_document, where


def _sids(document: PolicyDocument) -> Verdict:
    twice = [
        sid for sid, count in Counter(one.sid for one in document.statements).items() if sid and count > 1
    ]
    if twice:
        return fail(f"In `{document.path}`, two statements have the same Sid.", document.path)
    return PASS


def _shape(statement: Statement) -> Verdict:
    if re.fullmatch("[A-Za-z0-9]*", statement.sid) is None:
        return fail(
            f"{where(statement)} has a Sid with characters other than letters and digits.", statement.path
        )
    for one, other in (("Action", "NotAction"), ("Resource", "NotResource")):
        if statement.has(one) is statement.has(other):
            number = "both" if statement.has(one) else "neither of"
            return fail(
                f"{where(statement)} has {number} {one} and {other}; it must have one.", statement.path
            )
    if statement.has("Principal") or statement.has("NotPrincipal"):
        return fail(f"{where(statement)} has a principal, which is the identity itself.", statement.path)
    return PASS


def _variables(statement: Statement, version: str) -> Verdict:
    if version != "2008-10-17":
        return PASS
    in_conditions = any(
        VARIABLE.search(value)
        for condition in statement.conditions
        for value in condition.values
        if isinstance(value, str)
    )
    if in_conditions or statement.resources_where(lambda resource: VARIABLE.search(resource) is not None):
        return fail(
            f"{where(statement)} has a policy variable, which is not replaced in version 2008-10-17.",
            statement.path,
        )
    return PASS


def _judge(document: PolicyDocument) -> Verdict:
    return all_of(
        lambda: _sids(document),
        lambda: each(
            document.statements,
            lambda one: all_of(lambda: _shape(one), lambda: _variables(one, document.version)),
        ),
    )


@control(
    title="IAM accepts the policy and replaces its variables",
    severity=Severity.LOW,
    topic="iam",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
    remediation="Set Version to 2012-10-17 and correct the statement; the change is in place.",
)
def policy_valid(policy: IdentityPolicy) -> Verdict:
    return each_document(policy, _judge)
