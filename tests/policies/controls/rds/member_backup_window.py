"""Cases of rds-member-backup-window."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    compliant,
    instance,
    member,
    mutation,
    native_member,
    not_applicable,
    unknown_fails,
    violating,
)

CASES = [
    compliant(
        "the maintenance window is the member's own", member(preferredMaintenanceWindow="sun:05:00-sun:06:00")
    ),
    violating("a window", member(preferredBackupWindow="03:00-04:00"), says='"03:00-04:00"'),
    violating("a window, aws-native", native_member(preferredBackupWindow="03:00-04:00")),
    violating(
        "a window, of the type of an instance",
        instance(engine="aurora-mysql", preferredBackupWindow="03:00-04:00"),
    ),
    absent_passes("none", member()),
    absent_passes("none, aws-native", native_member()),
    unknown_fails("a window not known yet is one", member(preferredBackupWindow=UNKNOWN)),
    not_applicable("a standalone instance", instance(backupWindow="03:00-04:00")),
]

MUTATION = mutation(changed("aws:rds/clusterInstance:ClusterInstance", preferredBackupWindow="03:00-04:00"))
