"""RDS makes its service-linked role itself, with the first cluster, and nobody else can make or change one.

A role of the same name is not the one that RDS uses: it only looks like it.
"""

import re

from ...model import Value
from ...model.iam import Role, ServiceLinkedRole
from ..control import PASS, Severity, Verdict, all_of, control, fail


def _name(name: Value[str]) -> Verdict:
    if not name.get("").lower().startswith("awsservicerolefor"):
        return PASS
    return fail(
        f"`{name.path}` is {name.shown()}: names that start so are those of service-linked roles.", name
    )


def _path(path: Value[str]) -> Verdict:
    if not path.get("/").lower().startswith("/aws-service-role/"):
        return PASS
    return fail(f"`{path.path}` is {path.shown()}: IAM keeps that path for service-linked roles.", path)


def _suffix(role: ServiceLinkedRole) -> Verdict:
    suffix = role.value("customSuffix")
    if suffix.is_absent or re.match(r"rds\.", role.service.get("")) is None:
        return PASS
    return fail(f"`{suffix.path}` is set, but RDS knows one service-linked role alone.", suffix)


@control(
    title="Service-linked roles are left to AWS",
    severity=Severity.MEDIUM,
    topic="service-linked-roles",
    source="UsingWithRDS.IAM.ServiceLinkedRoles",
    remediation=(
        "Remove the role: RDS makes AWSServiceRoleForRDS itself. Give a role for other uses another name and path,"
        " which replaces it."
    ),
)
def service_linked_role_by_aws(role: Role | ServiceLinkedRole) -> Verdict:
    if isinstance(role, ServiceLinkedRole):
        return _suffix(role)
    return all_of(lambda: _name(role.role_name), lambda: _path(role.path))
