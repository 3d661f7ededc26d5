"""Grants give use of a key past its policy and past every review, so who may make them is kept narrow.

Services such as RDS need a grant for each resource they encrypt: that is what `kms:GrantIsForAWSResource` and
`kms:ViaService` let through."""

from typing import Any

from ...model import PolicyDocument, Principal, Stack, Statement, UnknownValue, Value
from ...model.kms import ExternalKey, Grant, KeyPolicy, KmsKey, ReplicaKey
from ...model.values import plain
from ..control import PASS, Severity, Verdict, all_of, control, each, fail


def _is_for_aws(statement: Statement) -> bool:
    if statement.is_limited_by("kms:ViaService"):
        return True
    return any(
        condition.operator.lower() == "bool"
        and condition.key.lower() == "kms:grantisforawsresource"
        and [str(value).lower() for value in condition.values] == ["true"]
        for condition in statement.conditions
    )


def _grants_freely(statement: Statement) -> Verdict:
    if not statement.allows or not statement.covers("kms:CreateGrant") or _is_for_aws(statement):
        return PASS
    holders = [principal for principal in statement.principals if not principal.is_account_root]
    if not holders and not statement.not_principals:
        return PASS
    who = ", ".join(f"`{principal.id}`" for principal in holders) or "everyone but those in NotPrincipal"
    return fail(
        f"In `{statement.path}`, {statement.position} lets {who} grant the key to anyone: it allows kms:CreateGrant"
        " without the condition kms:GrantIsForAWSResource.",
        statement.path,
    )


def _operations(grant: Grant) -> Verdict:
    if "creategrant" in (operation.lower() for operation in grant.operations.get([])):
        return fail(
            "`operations` contains CreateGrant, so the grantee can pass the key on.", grant.operations
        )
    return PASS


def _grantee(grant: Grant) -> Verdict:
    if grant.grantee.is_unknown and grant.resource.property_dependencies.get("granteePrincipal"):
        return PASS  # a principal of this stack, which is neither anyone nor an account
    principal = Principal("AWS", grant.grantee.get(""))
    if principal.is_everyone:
        return fail(f"`granteePrincipal` is {grant.grantee.shown()}, which is anyone.", grant.grantee)
    if principal.is_account_root:
        return fail(f"`granteePrincipal` is {grant.grantee.shown()}, a whole account.", grant.grantee)
    return PASS


def _is_repeated(grant: Grant, stack: Stack) -> Verdict:
    first = stack.table(_first_of_each).get(_mark(grant), grant)
    return PASS if first.urn == grant.urn else fail(f"It repeats the grant `{first.name}`.")


def _first_of_each(stack: Stack) -> dict[tuple[Any, ...] | None, Grant]:
    found: dict[tuple[Any, ...] | None, Grant] = {}
    for grant in stack.all(Grant):
        if (mark := _mark(grant)) is not None:
            found.setdefault(mark, grant)
    return found


def _mark(grant: Grant) -> tuple[Any, ...] | None:
    """What makes two grants the same one, or None where that is not known."""
    try:
        operations = tuple(sorted(grant.operations.get([])))
        constraints = repr(plain(grant.constraints.get()))
    except UnknownValue:
        return None
    ends = [_end(grant, value) for value in (grant.key, grant.grantee)]
    return (*ends, operations, constraints) if all(ends) else None


def _end(grant: Grant, value: Value[str]) -> Any:
    """What a property of the grant names: its text, or while that is not known where it comes from."""
    return grant.resource.property_dependencies.get(value.path, ()) if value.is_unknown else value.get()


@control(
    title="Use of a KMS key is not granted at will",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/grants.html",
    remediation=(
        "Grant named operations to one role, without CreateGrant (a changed grant is replaced); in the key policy,"
        " limit kms:CreateGrant by Bool kms:GrantIsForAWSResource or by kms:ViaService, in place."
    ),
)
def grant_least_privilege(
    subject: Grant | KmsKey | ReplicaKey | ExternalKey | KeyPolicy, stack: Stack
) -> Verdict:
    if isinstance(subject, Grant):
        return all_of(
            lambda: _operations(subject), lambda: _grantee(subject), lambda: _is_repeated(subject, stack)
        )
    document = PolicyDocument.of(subject.policy)
    return PASS if document is None else each(document.statements, _grants_freely)
