"""Cases of rds-instance-parameter-group-override."""

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_passes,
    added,
    changed,
    cluster,
    compliant,
    external,
    instance,
    member,
    mutation,
    native_member,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

CLUSTER_GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup"
GROUP = "aws:rds/parameterGroup:ParameterGroup"
STRICT = res(
    CLUSTER_GROUP,
    "strict",
    family="aurora-postgresql16",
    parameters=[
        {"name": "rds.force_ssl", "value": "1"},
        {"name": "log_connections", "value": "1"},
        {"name": "shared_preload_libraries", "value": "pg_stat_statements,pgaudit"},
    ],
)
MAIN = cluster("main", clusterIdentifier="main", dbClusterParameterGroupName=ref(STRICT))
LAX = cluster("lax", clusterIdentifier="lax")


def group(**parameters: object) -> Sample:
    listed = [{"name": key.replace("__", "."), "value": value} for key, value in parameters.items()]
    return res(GROUP, "own", name="own", family="aurora-postgresql16", parameters=listed)


def of(own: Sample, main: Sample = MAIN) -> Sample:
    return member(clusterIdentifier=ref(main), dbParameterGroupName=ref(own))


TUNED = group(work_mem="65536")
STILL_ON = group(rds__force_ssl=1.0, log_connections="on")
NO_TLS = group(rds__force_ssl="0")
NO_TLS_NUMBER = group(rds__force_ssl=0.0)
NO_LOG = group(log_connections="0")
NO_AUDIT = group(shared_preload_libraries="pg_stat_statements")
OLD_TLS = group(ssl_min_protocol_version="TLSv1.1")
NEW_TLS = group(ssl_min_protocol_version="TLSv1.2")
PLAIN_MYSQL = group(require_secure_transport="OFF")
UNCLEAR = group(rds__force_ssl=UNKNOWN)
NATIVE = res(
    "aws-native:rds:DbParameterGroup",
    "native",
    dbParameterGroupName="native",
    family="aurora-postgresql16",
    parameters={"rds.force_ssl": "0"},
)

CASES = [
    compliant("a group that only tunes", of(TUNED), TUNED, MAIN, STRICT),
    compliant("the same values", of(STILL_ON), STILL_ON, MAIN, STRICT),
    compliant("a protocol that is new enough", of(NEW_TLS), NEW_TLS, MAIN, STRICT),
    compliant("AWS's own group", member(dbParameterGroupName="default.aurora-postgresql16")),
    compliant("nothing that the cluster says better", of(NO_LOG, LAX), NO_LOG, LAX),
    violating("TLS off", of(NO_TLS), NO_TLS, MAIN, STRICT, says="sets rds.force_ssl to"),
    violating("TLS off, as a number", of(NO_TLS_NUMBER), NO_TLS_NUMBER, MAIN, STRICT),
    violating("TLS off, whatever the cluster says", of(NO_TLS, LAX), NO_TLS, LAX),
    violating("TLS off on MySQL", of(PLAIN_MYSQL), PLAIN_MYSQL, MAIN, STRICT),
    violating("TLS off, aws-native", native_member(dbParameterGroupName="native"), NATIVE),
    violating("an old protocol", of(OLD_TLS), OLD_TLS, MAIN, STRICT),
    violating("connections no longer logged", of(NO_LOG), NO_LOG, MAIN, STRICT),
    violating("pgaudit no longer loaded", of(NO_AUDIT), NO_AUDIT, MAIN, STRICT),
    absent_passes("no group of its own: the cluster's holds", member()),
    unknown("the value", of(UNCLEAR), UNCLEAR, MAIN, STRICT),
    unknown("a group that nothing explains", member(dbParameterGroupName=UNKNOWN)),
    external("a group of elsewhere", member(dbParameterGroupName="tuned")),
    not_applicable("a standalone instance", instance(dbParameterGroupName="own"), NO_TLS),
]

MUTATION = mutation(
    added(NO_TLS),
    changed("aws:rds/clusterInstance:ClusterInstance", dbParameterGroupName="own"),
)
