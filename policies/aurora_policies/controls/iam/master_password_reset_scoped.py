"""Whoever may change a cluster may set its administrator's password anew, and sign in as the administrator."""

from ...model import Condition, Statement
from ...model.iam import IdentityPolicy
from ...model.policy_document import all_hold, those_where
from ..control import PASS, Scope, Severity, Verdict, control, fail
from ._statements import each_allowing, where

_RESETS = {"rds:ModifyDBCluster": "cluster:", "rds:ModifyDBInstance": "db:"}


def _keeps_managed(condition: Condition) -> bool:
    """Whether the request must leave the password to Secrets Manager."""
    return (
        condition.key.lower() == "rds:managemasteruserpassword"
        and condition.operator.lower() == "bool"
        and [str(value).lower() for value in condition.values] == ["true"]
    )


def _judge(statement: Statement) -> Verdict:
    def is_open(action: str) -> bool:
        return all_hold(
            lambda: statement.covers(action),
            lambda: statement.covers_every("rds", _RESETS[action]),
            lambda: not statement.is_restricted(),
            lambda: not any(map(_keeps_managed, statement.conditions)),
        )

    found = those_where(_RESETS, is_open)
    if not found:
        return PASS
    return fail(
        f"{where(statement)} allows {' and '.join(found)} on every database, which resets the password of its"
        " administrator.",
        statement.path,
    )


@control(
    title="IAM policy resets the administrator's password of named databases only",
    severity=Severity.MEDIUM,
    scope=Scope.DATABASE,
    topic="master-user-privileges",
    source="UsingWithRDS.MasterAccounts",
    remediation=(
        "Name the ARNs of the clusters in Resource, or narrow the statement by a tag; the condition"
        " rds:ManageMasterUserPassword keeps passwords with Secrets Manager. The change is in place."
    ),
)
def master_password_reset_scoped(policy: IdentityPolicy) -> Verdict:
    return each_allowing(policy, _judge)
