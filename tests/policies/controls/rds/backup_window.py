"""Cases of rds-backup-window."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_instance,
    not_applicable,
    unknown,
    violating,
)

NIGHT = {"preferredBackupWindow": "02:00-03:00"}

CASES = [
    compliant("apart", cluster(**NIGHT, preferredMaintenanceWindow="sun:04:00-sun:05:00")),
    compliant("the maintenance window left to AWS", cluster(**NIGHT)),
    compliant("an instance", instance(backupWindow="02:00-03:00", maintenanceWindow="Mon:03:00-Mon:04:00")),
    compliant("aws-native", native_instance(**NIGHT)),
    compliant(
        "one after the other",
        cluster(preferredBackupWindow="23:00-00:00", preferredMaintenanceWindow="mon:00:00-mon:01:00"),
    ),
    violating("overlap", cluster(**NIGHT, preferredMaintenanceWindow="sun:02:30-sun:03:30"), says="overlaps"),
    violating(
        "overlap over the end of the week",
        cluster(preferredBackupWindow="23:30-00:30", preferredMaintenanceWindow="mon:00:00-mon:01:00"),
        says="overlaps",
    ),
    violating(
        "a maintenance window over the end of the week",
        cluster(preferredBackupWindow="00:10-00:50", preferredMaintenanceWindow="sun:23:30-mon:00:30"),
    ),
    violating("no window", cluster(preferredBackupWindow="at night"), says="is no window"),
    violating("too short", cluster(preferredBackupWindow="02:00-02:15"), says="shorter"),
    violating("another one than allowed", cluster(**NIGHT), settings={"exactWindow": "03:00-04:00"}),
    violating("no maintenance window", cluster(**NIGHT, preferredMaintenanceWindow="sunday")),
    absent_fails("AWS picks", cluster(), says="not set"),
    absent_fails("AWS picks, for an instance", instance()),
    unknown("from configuration", cluster(preferredBackupWindow=UNKNOWN)),
    unknown("the maintenance window", cluster(**NIGHT, preferredMaintenanceWindow=UNKNOWN)),
    not_applicable("a read replica", instance(replicateSourceDb="main")),
    not_applicable("a member", member()),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(
    changed(
        "aws:rds/cluster:Cluster",
        preferredBackupWindow="02:00-03:00",
        preferredMaintenanceWindow="sun:02:30-sun:03:30",
    )
)
