"""Cases of rds-cluster-endpoint-custom."""

from tests.policies.cases import UNKNOWN, absent_fails, added, compliant, mutation, res, unknown, violating

ENDPOINT = "aws:rds/clusterEndpoint:ClusterEndpoint"
NATIVE = "aws-native:rds:DbClusterEndpoint"

CASES = [
    compliant("readers", res(ENDPOINT, customEndpointType="READER")),
    compliant("readers, aws-native", res(NATIVE, customEndpointType="READER")),
    compliant("in small letters", res(ENDPOINT, customEndpointType="reader")),
    compliant(
        "any, where allowed",
        res(ENDPOINT, customEndpointType="ANY"),
        settings={"allowedTypes": ["READER", "ANY"]},
    ),
    violating("any", res(ENDPOINT, customEndpointType="ANY"), says='it must be "READER"'),
    violating("any, aws-native", res(NATIVE, customEndpointType="ANY")),
    absent_fails("none, which the provider refuses", res(ENDPOINT), says="not set"),
    unknown("from configuration", res(ENDPOINT, customEndpointType=UNKNOWN)),
]

MUTATION = mutation(added(res(ENDPOINT, customEndpointType="ANY")))
