"""Cases of vpc-dns-settings."""

from tests.policies.cases import UNKNOWN, absent_fails, changed, compliant, mutation, res, unknown, violating

VPC = "aws:ec2/vpc:Vpc"

CASES = [
    compliant("both", res(VPC, enableDnsSupport=True, enableDnsHostnames=True)),
    compliant("names are on by default", res(VPC, enableDnsHostnames=True)),
    violating("host names are off", res(VPC, enableDnsHostnames=False), says="enableDnsHostnames"),
    violating("off", res(VPC, enableDnsSupport=False), says="enableDnsSupport"),
    violating("off, aws-native", res("aws-native:ec2:Vpc", enableDnsSupport=False)),
    absent_fails("host names are off by default", res(VPC), says="enableDnsHostnames"),
    unknown("from configuration", res(VPC, enableDnsSupport=UNKNOWN, enableDnsHostnames=True)),
]

MUTATION = mutation(changed(VPC, enableDnsSupport=False))
