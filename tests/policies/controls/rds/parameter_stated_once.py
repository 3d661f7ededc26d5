"""Cases of rds-parameter-stated-once."""

from typing import Any

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_passes,
    added,
    compliant,
    mutation,
    res,
    unknown,
    violating,
)

GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup"


def group(*parameters: Any) -> Sample:
    return res(GROUP, family="aurora-postgresql16", parameters=list(parameters))


TLS = {"name": "rds.force_ssl", "value": "1"}

CASES = [
    compliant("each once", group(TLS, {"name": "log_statement", "value": "ddl"})),
    compliant("aws-native", res("aws-native:rds:DbClusterParameterGroup", parameters={"rds.force_ssl": "1"})),
    violating("twice", group(TLS, {"name": "rds.force_ssl", "value": "0"}), says="`rds.force_ssl`"),
    violating("in another case", group(TLS, {"name": "RDS.FORCE_SSL", "value": "0"})),
    violating(
        "a DB parameter group",
        res("aws:rds/parameterGroup:ParameterGroup", family="mysql8.0", parameters=[TLS, TLS]),
    ),
    absent_passes("no parameters", res(GROUP, family="aurora-postgresql16")),
    unknown("all of them", res(GROUP, family="aurora-postgresql16", parameters=UNKNOWN)),
]

MUTATION = mutation(added(group(TLS, TLS)))
