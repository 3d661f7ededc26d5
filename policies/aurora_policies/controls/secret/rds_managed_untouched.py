"""The master password that RDS manages is RDS's to write and to rotate: a value from a program locks the database's
owner out, and a function of one's own fights with RDS over it.

Another schedule is fine, but it has to come after the first instance: RDS sets its own one again when it makes it."""

import re

from ...model import Stack, View
from ...model.rds import ClusterInstance, DbCluster, DbInstance
from ...model.secret import Secret, SecretRotation, SecretVersion
from ..control import PASS, Scope, Severity, Verdict, control, fail, not_applicable

_MANAGED_NAME = re.compile(r"(arn:[^:]*:secretsmanager:[^:]*:\d*:secret:)?rds!.+")


def _owner(subject: SecretVersion | SecretRotation, stack: Stack) -> View | None:
    """The cluster or instance of this stack whose managed secret it is about."""
    urns = subject.resource.property_dependencies.get(subject.secret.path, ())
    sources = [stack.by_urn[urn] for urn in urns if urn in stack.by_urn]
    if any(Secret.covers(source) for source in sources):
        return None
    for source in sources:
        for kind in (DbCluster, DbInstance):
            if (owner := kind.of(source)) is not None and owner.manage_master_password.get(False):
                return owner
    return None


@control(
    title="Master secret that RDS manages is left to RDS",
    severity=Severity.MEDIUM,
    scope=Scope.DATABASE,
    topic="password-management",
    source="rds-secrets-manager",
    remediation=(
        "Remove the version; give the rotation a schedule without rotationLambdaArn, and let it depend on an instance"
        " of the cluster. All of it is in place."
    ),
)
def rds_managed_untouched(subject: SecretVersion | SecretRotation, stack: Stack) -> Verdict:
    owner = _owner(subject, stack)
    if owner is None and (subject.secret.is_unknown or not _MANAGED_NAME.fullmatch(subject.secret.get(""))):
        return not_applicable("not about a secret that RDS manages")
    if isinstance(subject, SecretVersion):
        return fail("It writes a value into a secret that RDS manages.", subject.secret)
    if subject.function.is_set:
        return fail(
            "`rotationLambdaArn` gives a function to a secret that RDS rotates itself.", subject.function
        )
    members = () if owner is None else stack.referrers(owner, ClusterInstance, ClusterInstance.cluster)
    if members and not {member.urn for member in members} & set(subject.resource.dependencies):
        return fail("It does not depend on an instance of the cluster, so RDS sets its own schedule again.")
    return PASS
