"""Cases of vpc-dns-settings."""

from tests.policies.cases import UNKNOWN, absent_passes, changed, compliant, mutation, res, unknown, violating

VPC = "aws:ec2/vpc:Vpc"

CASES = [
    compliant("on", res(VPC, enableDnsSupport=True)),
    violating("off", res(VPC, enableDnsSupport=False), says="enableDnsSupport"),
    violating("off, aws-native", res("aws-native:ec2:Vpc", enableDnsSupport=False)),
    absent_passes("on is the default", res(VPC)),
    unknown("from configuration", res(VPC, enableDnsSupport=UNKNOWN)),
]

MUTATION = mutation(changed(VPC, enableDnsSupport=False))
