"""One call deletes an instance with everything on it; deletion protection makes AWS refuse that call.

Members of an Aurora cluster do not have it: the API refuses it there, and their cluster answers for them.
"""

from ...model.rds import DbInstance
from ..control import Fix, Severity, Verdict, control, is_true
from ._ephemeral import Ephemeral, if_ephemeral


@control(
    title="DB instance has deletion protection",
    severity=Severity.MEDIUM,
    topic="resilience",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
    remediation="Set deletionProtection to true; in place and free.",
    fix=Fix(DbInstance.deletion_protection, True),
)
def instance_deletion_protection(instance: DbInstance, settings: Ephemeral) -> Verdict:
    if (verdict := if_ephemeral(instance, settings)) is not None:
        return verdict
    return is_true(instance.deletion_protection)
