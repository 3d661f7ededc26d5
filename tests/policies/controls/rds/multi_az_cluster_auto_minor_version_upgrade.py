"""Cases of rds-multi-az-cluster-auto-minor-version-upgrade."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    cluster,
    compliant,
    mutation,
    native_cluster,
    not_applicable,
    unknown,
    violating,
)

MULTI_AZ = {"engine": "postgres", "dbClusterInstanceClass": "db.r6gd.large"}

CASES = [
    compliant("on", cluster(**MULTI_AZ, autoMinorVersionUpgrade=True)),
    compliant("on, aws-native", native_cluster(**MULTI_AZ, autoMinorVersionUpgrade=True)),
    violating("off", cluster(**MULTI_AZ, autoMinorVersionUpgrade=False), says="is false"),
    violating("off, aws-native", native_cluster(**MULTI_AZ, autoMinorVersionUpgrade=False)),
    absent_passes("the provider's default is on", cluster(**MULTI_AZ)),
    unknown("from configuration", cluster(**MULTI_AZ, autoMinorVersionUpgrade=UNKNOWN)),
    not_applicable("steampipe runs RDS.35 on Aurora", cluster(autoMinorVersionUpgrade=False)),
    not_applicable("Neptune", cluster(engine="neptune", autoMinorVersionUpgrade=False)),
]

MUTATION = mutation(added(cluster("multi-az", **MULTI_AZ, autoMinorVersionUpgrade=False)))
