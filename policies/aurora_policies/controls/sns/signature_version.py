"""Version 1 signs with SHA-1, which no longer proves anything."""

from ...model.sns import Topic
from ..control import Fix, Severity, Verdict, at_least, control


@control(
    title="SNS topic signs its messages with SHA-256",
    severity=Severity.LOW,
    topic="data-protection",
    source="https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html",
    remediation=(
        "Set signatureVersion to 2; in place, and subscribers that verify signatures must know version 2."
    ),
    fix=Fix(Topic.signature_version, 2),
)
def signature_version(topic: Topic) -> Verdict:
    return at_least(topic.signature_version, 2, absent=1)
