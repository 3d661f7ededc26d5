"""Cases of securityhub-enabled."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    cluster,
    compliant,
    mutation,
    res,
    unknown,
    violating,
)

HUB = "aws:securityhub/account:Account"
STANDARD = "aws:securityhub/standardsSubscription:StandardsSubscription"
FSBP = "arn:aws:securityhub:eu-central-1::standards/aws-foundational-security-best-practices/v/1.0.0"

CASES = [
    compliant("with its default standards", res(HUB)),
    compliant(
        "with the standard", res(HUB, enableDefaultStandards=False), res(STANDARD, "s", standardsArn=FSBP)
    ),
    compliant("aws-native", res("aws-native:securityhub:Hub", enableDefaultStandards=True)),
    violating("without it", res(HUB, enableDefaultStandards=False), says="foundational"),
    absent_fails("not at all", cluster()),
    unknown("from configuration", res(HUB, enableDefaultStandards=UNKNOWN)),
]

MUTATION = mutation(added(res(HUB, enableDefaultStandards=False)))
