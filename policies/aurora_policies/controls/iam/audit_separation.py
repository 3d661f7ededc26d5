"""Who changes databases must not be able to switch off what records the changes, or there is no record."""

from ...model import PolicyDocument, Statement
from ...model.iam import IdentityPolicy
from ...model.policy_document import all_hold, those_where
from ..control import PASS, Severity, Verdict, control, fail
from ._statements import each_document

_CHANGES = (
    "rds:CreateDBCluster",
    "rds:CreateDBInstance",
    "rds:DeleteDBCluster",
    "rds:DeleteDBInstance",
    "rds:ModifyDBCluster",
    "rds:ModifyDBInstance",
    "rds:RestoreDBClusterFromSnapshot",
)

_SILENCES = (
    "cloudtrail:DeleteTrail",
    "cloudtrail:StopLogging",
    "logs:DeleteLogGroup",
    "logs:DeleteLogStream",
    "rds:DeleteEventSubscription",
    "rds:ModifyActivityStream",
    "rds:ModifyEventSubscription",
    "rds:StopActivityStream",
)


def _judge(document: PolicyDocument) -> Verdict:
    def says(statement: Statement, action: str, allows: bool) -> bool:
        return all_hold(
            lambda: statement.allows is allows,
            # Everything of everything is iam-no-admin-star's.
            lambda: statement.covers(action) and not (allows and statement.covers_every_action),
            lambda: allows or (statement.covers_every_resource and not statement.has("Condition")),
        )

    def can(action: str) -> bool:
        return all_hold(
            lambda: bool(those_where(document.statements, lambda one: says(one, action, True))),
            lambda: not those_where(document.statements, lambda one: says(one, action, False)),
        )

    if not all_hold(lambda: bool(those_where(_CHANGES, can)), lambda: bool(those_where(_SILENCES, can))):
        return PASS
    changes, silences = those_where(_CHANGES, can), those_where(_SILENCES, can)
    return fail(
        f"`{document.path}` allows {changes[0]} and also {', '.join(silences)}; give them to different people.",
        document.path,
    )


@control(
    title="IAM policy that changes databases leaves the audit alone",
    severity=Severity.LOW,
    topic="best-practices",
    source="CHAP_BestPractices.Security",
    remediation="Move the actions on trails, logs, streams and subscriptions to another policy; in place.",
)
def audit_separation(policy: IdentityPolicy) -> Verdict:
    return each_document(policy, _judge)
