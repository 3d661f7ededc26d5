"""Cases of rds-tls-required-instance."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_unknown,
    added,
    compliant,
    external,
    instance,
    member,
    mutation,
    native_instance,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

GROUP = "aws:rds/parameterGroup:ParameterGroup"
NATIVE_GROUP = "aws-native:rds:DbParameterGroup"


def group(family: str, **parameters: object) -> object:
    listed = [{"name": name.replace("__", "."), "value": value} for name, value in parameters.items()]
    return res(GROUP, "group", name="tls", family=family, parameters=listed)


def using(made: object, **properties: object) -> tuple[object, object]:
    return instance(parameterGroupName=ref(made), **properties), made


MYSQL = {"engine": "mysql", "engineVersion": "8.0.39"}
POSTGRES = {"engineVersion": "14.9"}

CASES = [
    compliant("PostgreSQL", *using(group("postgres14", rds__force_ssl="1"), **POSTGRES)),
    compliant("MySQL", *using(group("mysql8.0", require_secure_transport="1"), **MYSQL)),
    compliant("SQL Server", *using(group("sqlserver-se-16.0", rds__force_ssl="1"), engine="sqlserver-se")),
    compliant("Db2", *using(group("db2-se-11.5", DB2COMM="SSL"), engine="db2-se")),
    compliant("on by default from 15", instance(engineVersion="15.4")),
    compliant("on by default from 15, in an own group", *using(group("postgres16"), engineVersion="16.1")),
    compliant("MariaDB from 11.8", instance(engine="mariadb", engineVersion="11.8.2")),
    compliant("a group alone", group("mariadb10.11", require_secure_transport="ON")),
    compliant(
        "aws-native",
        native_instance(dbParameterGroupName="tls", engineVersion="14.9"),
        res(
            NATIVE_GROUP,
            "g",
            dbParameterGroupName="tls",
            family="postgres14",
            parameters={"rds.force_ssl": "1"},
        ),
    ),
    violating("PostgreSQL", *using(group("postgres14", rds__force_ssl="0"), **POSTGRES)),
    violating("switched off again", *using(group("postgres16", rds__force_ssl="0"), engineVersion="16.1")),
    violating("MySQL", *using(group("mysql8.0"), **MYSQL), says="require_secure_transport"),
    violating("SQL Server", *using(group("sqlserver-se-16.0"), engine="sqlserver-se")),
    violating("Db2 over TCP as well", *using(group("db2-se-11.5", DB2COMM="TCPIP,SSL"), engine="db2-se")),
    violating("a group alone", group("postgres14", rds__force_ssl="0")),
    absent_fails("checkov source: CKV2_AWS_69, no group", instance(**MYSQL)),
    absent_fails("no group, an old PostgreSQL", instance(**POSTGRES)),
    absent_fails(
        "no group, a MySQL that AWS picks", instance(engine="mysql"), says="require_secure_transport"
    ),
    absent_unknown("no group, a PostgreSQL that AWS picks", instance(), says="from 15 on it is on"),
    absent_unknown("no group, a MariaDB that AWS picks", instance(engine="mariadb"), says="from 11.8 on"),
    unknown("from configuration", *using(group("postgres14", rds__force_ssl=UNKNOWN), **POSTGRES)),
    external("another stack's group", instance(**POSTGRES, parameterGroupName="theirs")),
    compliant(
        "a group that an instance uses is not reported as well",
        *reversed(using(group("postgres14"), **POSTGRES)),
    ),
    violating("checkov fixture: no engine, a group of PostgreSQL", *using(group("postgres13"), engine=None)),
    compliant(
        "checkov fixture: no engine, a group of Db2", *using(group("1db2-ae1", db2comm="SSL"), engine=None)
    ),
    violating("checkov fixture: no engine, a group of MariaDB", *using(group("mariadb1"), engine=None)),
    not_applicable("checkov fixture: no engine, another family", *using(group("other-fam"), engine=None)),
    not_applicable("Oracle", instance(engine="oracle-ee")),
    not_applicable("MariaDB before 10.5", instance(engine="mariadb", engineVersion="10.4.32")),
    not_applicable("a family of Aurora", group("aurora-postgresql16")),
    not_applicable("a member", member()),
]

MUTATION = mutation(added(instance(**POSTGRES)))
