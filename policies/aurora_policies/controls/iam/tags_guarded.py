"""Where tags decide what a person may do, whoever may set tags decides it for himself."""

import re

from ...model import Condition, PolicyDocument, Statement
from ...model.iam import IdentityPolicy
from ...model.policy_document import all_hold, those_where
from ..control import PASS, Severity, Verdict, control, fail
from ._statements import each_document

_TAGGING = ("rds:AddTagsToResource", "rds:RemoveTagsFromResource")
_RESOURCE_TAG = re.compile(
    r"aws:resourcetag/.*|rds:(cluster|cluster-pg|cluster-snapshot|db|pg|snapshot|subgrp|es|og|ri|secgrp)-tag/.*"
)


def _is_resource_tag(condition: Condition) -> bool:
    return _RESOURCE_TAG.fullmatch(condition.key.lower()) is not None


def _is_tag(condition: Condition) -> bool:
    key = condition.key.lower()
    return (
        _is_resource_tag(condition)
        or key.startswith(("aws:requesttag/", "rds:req-tag/"))
        or key == "aws:tagkeys"
    )


def _judge(document: PolicyDocument) -> Verdict:
    def goes_by_tags(statement: Statement) -> bool:
        return all_hold(
            lambda: statement.allows,
            lambda: bool(statement.actions_where(lambda action: action.lower().startswith("rds:"))),
            lambda: statement.is_restricted(_is_resource_tag),
        )

    def tags_freely(statement: Statement) -> bool:
        return all_hold(
            lambda: statement.allows,
            lambda: statement.covers_any(*_TAGGING),
            lambda: not any(map(_is_tag, statement.conditions)),
        )

    def forbids(statement: Statement) -> bool:
        return all_hold(lambda: not statement.allows, lambda: statement.covers("rds:AddTagsToResource"))

    statements = document.statements
    if not all_hold(
        lambda: bool(those_where(statements, goes_by_tags)),
        lambda: bool(those_where(statements, tags_freely)),
        lambda: not those_where(statements, forbids),
    ):
        return PASS
    by_tags, free = those_where(statements, goes_by_tags)[0], those_where(statements, tags_freely)[0]
    return fail(
        f"In `{document.path}`, {by_tags.position} goes by the tags of a resource, and {free.position} lets its"
        " holder change them.",
        document.path,
    )


@control(
    title="IAM policy that goes by tags does not let its holder set them",
    severity=Severity.MEDIUM,
    topic="iam",
    source="security_iam_id-based-policy-examples",
    remediation=(
        "Deny rds:AddTagsToResource and rds:RemoveTagsFromResource for the tag keys, or allow them under the same"
        " condition; in place."
    ),
)
def tags_guarded(policy: IdentityPolicy) -> Verdict:
    return each_document(policy, _judge)
