"""Walks over the statements of IAM policies, shared by the controls of this folder."""

from collections.abc import Callable

from ...model import PolicyDocument, Statement, Value
from ...model.iam import IdentityPolicy
from ..control import PASS, Verdict, each


def each_document(policy: IdentityPolicy, judge: Callable[[PolicyDocument], Verdict]) -> Verdict:
    """Judge every document of the policy, or of the identity, by itself, and join."""

    def judge_value(value: Value[object]) -> Verdict:
        document = PolicyDocument.of(value)
        return PASS if document is None else judge(document)

    return each(list(policy.documents()), judge_value)


def each_allowing(policy: IdentityPolicy, judge: Callable[[Statement], Verdict]) -> Verdict:
    """Judge every statement that allows something by itself, and join."""

    def judge_statement(statement: Statement) -> Verdict:
        return judge(statement) if statement.allows else PASS

    return each_document(policy, lambda document: each(document.statements, judge_statement))


def where(statement: Statement) -> str:
    """The start of a message about the statement."""
    return f"In `{statement.path}`, {statement.position}"
