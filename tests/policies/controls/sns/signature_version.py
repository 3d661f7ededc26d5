"""Cases of sns-signature-version."""

from tests.policies.cases import UNKNOWN, absent_fails, changed, compliant, mutation, res, unknown, violating

TOPIC = "aws:sns/topic:Topic"

CASES = [
    compliant("version 2", res(TOPIC, signatureVersion=2)),
    compliant("version 2 as text, aws-native", res("aws-native:sns:Topic", signatureVersion="2")),
    violating("version 1", res(TOPIC, signatureVersion=1), says="at least 2"),
    absent_fails("SNS signs with SHA-1", res(TOPIC), says="the default is 1"),
    absent_fails("SNS signs with SHA-1, aws-native", res("aws-native:sns:Topic")),
    unknown("from configuration", res(TOPIC, signatureVersion=UNKNOWN)),
]

MUTATION = mutation(changed(TOPIC, signatureVersion=1))
