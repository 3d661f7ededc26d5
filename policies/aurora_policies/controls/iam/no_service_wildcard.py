"""A policy with `rds:*` also deletes and shares, and takes in actions that AWS adds later."""

import re
from dataclasses import dataclass

from ...model import Statement
from ...model.iam import IdentityPolicy
from ..control import PASS, Severity, Verdict, control, fail, setting
from ._statements import each_allowing, where


@dataclass(frozen=True)
class Wildcards:
    allowed_services: tuple[str, ...] = setting(
        (), "Services whose actions may all be allowed, such as `xray`."
    )
    partial: bool = setting(
        False,
        "Whether wildcards in part of an action, such as `rds:Describe*`, are refused too.",
        strict=True,
    )


def _judge(statement: Statement, settings: Wildcards) -> Verdict:
    allowed = {service.lower() for service in settings.allowed_services}

    def is_wide(action: str) -> bool:
        service, _, name = action.lower().partition(":")
        if service in allowed or not re.fullmatch("[a-z0-9-]+", service):
            return False
        return (
            bool(re.search("[*?]", name))
            if settings.partial
            else re.fullmatch(r"[?]*\*[*?]*", name) is not None
        )

    wide = statement.actions_where(is_wide)
    if not wide:
        return PASS
    extent = "actions by a wildcard" if settings.partial else "every action of a service"
    return fail(f"{where(statement)} allows {extent}: {statement.quoted(wide)}.", statement.path)


@control(
    title="IAM policy does not allow every action of a service",
    severity=Severity.MEDIUM,
    topic="iam",
    source="security_iam_id-based-policy-examples",
    remediation="Name the actions that are needed; the change is in place.",
)
def no_service_wildcard(policy: IdentityPolicy, settings: Wildcards) -> Verdict:
    return each_allowing(policy, lambda statement: _judge(statement, settings))
