"""Cases of iam-no-aws-managed-policies."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    external,
    mutation,
    ref,
    res,
    unknown,
    unknown_fails,
    unknown_passes,
    violating,
)
from tests.policies.controls.iam._policies import ATTACHMENT, NATIVE_ROLE, POLICY, ROLE

AWS = "arn:aws:iam::aws:policy"
READER = f"{AWS}/ReadOnlyAccess"
MONITORING = f"{AWS}/service-role/AmazonRDSEnhancedMonitoringRole"
OWN = res(POLICY, "own")

CASES = [
    compliant("the account's own", res(ATTACHMENT, policyArn="arn:aws:iam::123456789012:policy/app")),
    compliant("of this stack", res(ATTACHMENT, policyArn=ref(OWN)), OWN),
    compliant("Enhanced Monitoring's, which there is no other of", res(ATTACHMENT, policyArn=MONITORING)),
    compliant(
        "what the settings accept",
        res(ATTACHMENT, policyArn=READER),
        settings={"allowedPolicies": ["ReadOnlyAccess"]},
    ),
    compliant(
        "what the settings accept, by its path",
        res(ATTACHMENT, policyArn=MONITORING),
        settings={"allowedPolicies": ["service-role/AmazonRDSEnhancedMonitoringRole"]},
    ),
    violating("cdk-nag IAMNoManagedPolicies", res(ATTACHMENT, policyArn=READER), says="ReadOnlyAccess"),
    violating("a role's own list", res(ROLE, managedPolicyArns=[MONITORING, READER])),
    violating("of a service", res(ATTACHMENT, policyArn=f"{AWS}/service-role/AWSLambdaBasicExecutionRole")),
    violating("in GovCloud", res(ATTACHMENT, policyArn="arn:aws-us-gov:iam::aws:policy/ReadOnlyAccess")),
    violating("aws-native", res(NATIVE_ROLE, managedPolicyArns=[READER])),
    absent_passes("a role without policies", res(ROLE)),
    unknown("the policy", res(ATTACHMENT, policyArn=UNKNOWN)),
    unknown_passes(
        "the ARN of a policy of this stack", res(ROLE, managedPolicyArns=[ref(OWN), MONITORING]), OWN
    ),
    unknown_fails("one beside AWS's", res(ROLE, managedPolicyArns=[UNKNOWN, READER])),
    external("a policy of another stack", res(ATTACHMENT, policyArn=UNKNOWN), OWN),
]

MUTATION = mutation(added(res(ATTACHMENT, role="app", policyArn=READER)))
