"""A role that the database takes on is as strong as its policies, for everyone who may run SQL in the database."""

from collections.abc import Iterator
from typing import Any

from ...model import PolicyDocument, Stack, Statement, Undecided, Value
from ...model.iam import ManagedPolicy, Role, RolePolicy, RolePolicyAttachment
from ...model.rds import ClusterRoleAssociation, DbCluster
from ..control import PASS, Severity, Verdict, control, each, fail, not_applicable, unknown


def _documents(role: Role, stack: Stack) -> Iterator[Value[Any]]:
    """Every policy document of the role that the stack holds."""
    key = "policyDocument" if role.is_native else "policy"
    for item in role.inline_policies.items() if role.inline_policies.is_set else ():
        yield item.at(key)
    for inline in stack.referrers(role, RolePolicy, "role", "roleName"):
        yield inline.policy
    attached = [attachment.policy_arn for attachment in stack.referrers(role, RolePolicyAttachment, "role")]
    arns: list[Value[Any]] = [*attached, role.managed_policies]
    for arn in arns:
        for policy in stack.follow(arn, ManagedPolicy).found:
            yield policy.policy


def _judge_statement(statement: Statement, role: Role) -> Verdict:
    if not statement.allows:
        return PASS
    if statement.covers_every_action or statement.actions_where(lambda action: action.endswith(":*")):
        return fail(f"A policy of the role {role.name} allows every action of a service.")
    if statement.covers_every_resource and not statement.is_restricted():
        return fail(f"A policy of the role {role.name} allows its actions on every resource.")
    return PASS


def _judge_role(role: Role, stack: Stack) -> Verdict:
    def judge_document(value: Value[Any]) -> Verdict:
        try:
            document = PolicyDocument.of(value)
        except Undecided as reason:
            return unknown(reason.reason)
        return each(
            document.statements if document else (), lambda statement: _judge_statement(statement, role)
        )

    return each(_documents(role, stack), judge_document)


@control(
    title="Role of a cluster allows no more than its feature needs",
    severity=Severity.LOW,
    topic="iam",
    source="AuroraMySQL.Integrating.Authorizing.IAM.CreateRole",
    remediation="Name the actions and the bucket, function or model in the role's policy; in place.",
)
def role_association_scoped(user: ClusterRoleAssociation | DbCluster, stack: Stack) -> Verdict:
    roles = user.role_arns() if isinstance(user, DbCluster) else (user.role,)
    names = [name for name in roles if name.is_set]
    if not names:
        return not_applicable("it has no role")

    def judge(name: Value[Any]) -> Verdict:
        roles = stack.follow(name, Role)
        if not roles.found:
            return unknown(roles.outside_reason, name)
        return each(roles.found, lambda role: _judge_role(role, stack))

    return each(names, judge)
