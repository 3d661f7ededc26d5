"""A condition key that RDS does not have never matches: what it should deny stays allowed, and nothing says so."""

import re

from ...model import Statement
from ...model.iam import IdentityPolicy
from ...model.policy_document import those_where
from ..control import PASS, Scope, Severity, Verdict, control, each, fail
from ._statements import each_document, where

_KEYS = {
    "rds:backuptarget",
    "rds:copyoptiongroup",
    "rds:databaseclass",
    "rds:databaseengine",
    "rds:databasename",
    "rds:endpointtype",
    "rds:managemasteruserpassword",
    "rds:multiaz",
    "rds:piops",
    "rds:publiclyaccessible",
    "rds:storageencrypted",
    "rds:storagesize",
    "rds:tagsfromrequest",
    "rds:tenantdatabasename",
    "rds:vpc",
}
_TAG = re.compile(
    r"rds:(cluster|cluster-pg|cluster-snapshot|db|es|og|pg|req|ri|secgrp|snapshot|subgrp)-tag/.+", re.DOTALL
)


def _judge(statement: Statement) -> Verdict:
    wrong = those_where(
        [condition.key for condition in statement.conditions],
        lambda key: (
            key.lower().startswith("rds:")
            and key.lower() not in _KEYS
            and _TAG.fullmatch(key.lower()) is None
        ),
    )
    if not wrong:
        return PASS
    return fail(
        f"{where(statement)} has a condition on {statement.quoted(wrong)}, which RDS does not have.",
        statement.path,
    )


@control(
    title="IAM policy uses condition keys that RDS has",
    severity=Severity.LOW,
    scope=Scope.DATABASE,
    topic="iam",
    source="security_iam_service-with-iam",
    remediation="Correct the key, such as rds:DatabaseClass or rds:cluster-tag/<name>; in place.",
)
def rds_condition_keys(policy: IdentityPolicy) -> Verdict:
    return each_document(policy, lambda document: each(document.statements, _judge))
