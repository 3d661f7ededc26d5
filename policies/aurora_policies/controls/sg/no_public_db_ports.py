"""A database port that the internet reaches is tried within minutes, and a password is all that is in the way."""

from dataclasses import dataclass

from ..control import Severity, Verdict, control, setting
from ._rules import VPC_RULES, RuleHolder, each_rule, no_public_ports


@dataclass(frozen=True)
class DatabasePorts:
    ports: tuple[int, ...] = setting(
        (1433, 1434, 1521, 2382, 2383, 2483, 2484, 3306, 5432, 5439, 6379, 7000, 7001, 7199, 8182, 9042, 9160, 9200,
         9300, 11211, 11214, 11215, 27017, 27018, 27019, 50000, 61621),
        "Ports that databases and caches listen on.",
    )  # fmt: skip


@control(
    title="Security group opens no database port to the internet",
    severity=Severity.CRITICAL,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "Name the client's security group (referencedSecurityGroupId), or its own address range; in place."
    ),
    equivalents=(
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_cassandra_7199_9160_8888",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_elasticsearch_kibana_9200_9300_5601",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_memcached_11211",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mongodb_27017_27018",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mysql_3306",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_oracle_1521_2483",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_postgres_5432",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_redis_6379",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_sql_server_1433_1434",
        "cloudsploit:ec2/openCassandraClient",
        "cloudsploit:ec2/openCassandraInternode",
        "cloudsploit:ec2/openCassandraMonitoring",
        "cloudsploit:ec2/openCassandraThrift",
        "cloudsploit:ec2/openElasticsearch",
        "cloudsploit:ec2/openMemcached",
        "cloudsploit:ec2/openMongoDB",
        "cloudsploit:ec2/openMySQL",
        "cloudsploit:ec2/openOracle",
        "cloudsploit:ec2/openOracleAutoDataWarehouse",
        "cloudsploit:ec2/openPostgreSQL",
        "cloudsploit:ec2/openRedis",
        "cloudsploit:ec2/openSQLServer",
        "mondoo:secgroup-internet-facing-restrict-database-ports",
        "mondoo:secgroup-restricted-elasticsearch",
        "mondoo:secgroup-restricted-memcached",
        "mondoo:secgroup-restricted-mongodb",
        "mondoo:secgroup-restricted-mssql",
        "mondoo:secgroup-restricted-mysql",
        "mondoo:secgroup-restricted-oracle",
        "mondoo:secgroup-restricted-postgresql",
        "mondoo:secgroup-restricted-redis",
        "regula:FG_R00212",
        "regula:FG_R00213",
        "regula:FG_R00215",
        "regula:FG_R00216",
        "regula:FG_R00217",
        "regula:FG_R00242",
        "regula:FG_R00243",
        "regula:FG_R00248",
        "regula:FG_R00249",
        "regula:FG_R00256",
        "regula:FG_R00257",
        "regula:FG_R00258",
        "regula:FG_R00261",
        "regula:FG_R00264",
        "regula:FG_R00265",
        "regula:FG_R00267",
        "scoutsuite:ec2-security-group-opens-known-port-to-all",
        "steampipe:vpc_security_group_allows_ingress_to_cassandra_ports",
        "steampipe:vpc_security_group_allows_ingress_to_memcached_port",
        "steampipe:vpc_security_group_allows_ingress_to_mongodb_ports",
        "steampipe:vpc_security_group_allows_ingress_to_oracle_ports",
        "steampipe:vpc_security_group_restrict_ingress_redis_port",
        "terrascan:AC_AWS_0234",
        "terrascan:AC_AWS_0235",
        "terrascan:AC_AWS_0239",
        "terrascan:AC_AWS_0244",
        "terrascan:AC_AWS_0245",
        "terrascan:AC_AWS_0247",
        "terrascan:AC_AWS_0252",
        "terrascan:AC_AWS_0253",
        "terrascan:AC_AWS_0260",
        "terrascan:AC_AWS_0261",
        "terrascan:AC_AWS_0262",
        "terrascan:AC_AWS_0263",
        "terrascan:AC_AWS_0270",
        "terrascan:AC_AWS_0274",
    ),
)
def no_public_db_ports(holder: RuleHolder, settings: DatabasePorts) -> Verdict:
    return each_rule(holder, lambda rule: no_public_ports(rule, settings.ports))
