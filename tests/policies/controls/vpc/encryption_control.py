"""Cases of vpc-encryption-control."""

from tests.policies.cases import UNKNOWN, absent_fails, added, compliant, mutation, res, unknown, violating

CONTROL = "aws:ec2/vpcEncryptionControl:VpcEncryptionControl"

CASES = [
    compliant("enforced", res(CONTROL, mode="enforce")),
    violating("monitored", res(CONTROL, mode="monitor"), says="enforce"),
    violating("monitored, aws-native", res("aws-native:ec2:VpcEncryptionControl", mode="monitor")),
    violating("under its first name", res("aws:ec2/encryptionControl:EncryptionControl", mode="monitor")),
    absent_fails("monitored is the default", res(CONTROL)),
    unknown("from configuration", res(CONTROL, mode=UNKNOWN)),
]

MUTATION = mutation(added(res(CONTROL, mode="monitor")))
