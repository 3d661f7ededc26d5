"""Whose account: the own one of a resource, as far as its ARN or its provider tells, and foreign ones."""

from .policy_document import Principal, Statement
from .resource import View

# AWS's example account. `guard` answers with it where nothing tells which account the stack is for.
INVENTED_ACCOUNT = "123456789012"


def own_accounts(view: View) -> set[str]:
    """The resource's account, by its ARN, or by a provider that allows a single account."""
    arn = view.value("arn")
    known = [] if arn.is_unknown else [str(arn.get("") or "")]
    allowed = view.resource.provider.properties.get("allowedAccountIds")
    if isinstance(allowed, list) and len(allowed) == 1:
        known.append(f"arn:aws:iam::{allowed[0]}:")
    return {parts[4] for text in known if len(parts := text.split(":")) > 4 and parts[4]}


def accounts_as_a_whole(statement: Statement) -> list[Principal]:
    """The accounts that a statement names by number or by root ARN."""
    return statement.principals_where(lambda principal: principal.is_account_root)
