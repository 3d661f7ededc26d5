"""Cases of rds-data-api-disabled."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    cluster,
    compliant,
    mutation,
    native_cluster,
    not_applicable,
    unknown,
    violating,
)

CASES = [
    compliant("off", cluster(enableHttpEndpoint=False)),
    violating("on", cluster(enableHttpEndpoint=True), says="enableHttpEndpoint"),
    violating("on, aws-native", native_cluster(enableHttpEndpoint=True)),
    absent_passes("off unless asked for", cluster()),
    unknown("from configuration", cluster(enableHttpEndpoint=UNKNOWN)),
    not_applicable("allowed", cluster(enableHttpEndpoint=True), settings={"allowDataApi": True}),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", enableHttpEndpoint=True))
