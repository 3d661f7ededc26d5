"""Cases of vpc-endpoint-required-services."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    compliant,
    external,
    mutation,
    ref,
    removed,
    res,
    unknown,
    violating,
)

VPC = res("aws:ec2/vpc:Vpc")
SUBNET = res("aws:ec2/subnet:Subnet", "a", vpcId=ref(VPC))
ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint"


def endpoint(service: object, name: str = "e") -> object:
    return res(ENDPOINT, name, vpcId=ref(VPC), vpcEndpointType="Interface", serviceName=service)


def of(service: str) -> object:
    return endpoint(f"com.amazonaws.eu-central-1.{service}", service)


CASES = [
    compliant("all three", VPC, SUBNET, of("secretsmanager"), of("kms"), of("logs")),
    compliant("what is asked for", VPC, SUBNET, of("rds"), settings={"services": ["rds"]}),
    compliant("a name with a dot", VPC, SUBNET, of("ecr.api"), settings={"services": ["ecr.api"]}),
    compliant("a FIPS endpoint", VPC, SUBNET, of("kms-fips"), settings={"services": ["kms"]}),
    violating("a longer name", VPC, SUBNET, of("rds-data"), settings={"services": ["rds"]}, says="rds"),
    violating("one is missing", VPC, SUBNET, of("kms"), of("logs"), says="secretsmanager"),
    violating("another is asked for", VPC, SUBNET, of("kms"), settings={"services": ["rds"]}, says="rds"),
    absent_fails("none", VPC, SUBNET),
    unknown("which service", VPC, SUBNET, endpoint(UNKNOWN)),
    external("another stack's subnets", VPC),
]

MUTATION = mutation(removed(ENDPOINT), settings={"services": ["kms"]})
