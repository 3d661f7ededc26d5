"""Cases of rds-cluster-availability-zones."""

from dataclasses import replace

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

TWO = ["eu-central-1a", "eu-central-1b"]
THREE = [*TWO, "eu-central-1c"]

CASES = [
    compliant("three", cluster(availabilityZones=THREE)),
    compliant("three, aws-native", native_cluster(availabilityZones=THREE)),
    compliant("three, of which one is not known", cluster(availabilityZones=[*TWO, UNKNOWN])),
    compliant(
        "two, and the difference ignored",
        replace(cluster(availabilityZones=TWO), ignore_changes=("availabilityZones",)),
    ),
    violating("two", cluster(availabilityZones=TWO), says="names 2"),
    violating("one", native_cluster(availabilityZones=TWO[:1])),
    absent_passes("none: AWS chooses", cluster()),
    unknown("not known", cluster(availabilityZones=UNKNOWN)),
    not_applicable("Neptune", cluster(engine="neptune", availabilityZones=TWO)),
]

MUTATION = mutation(added(cluster("narrow", availabilityZones=TWO)))
