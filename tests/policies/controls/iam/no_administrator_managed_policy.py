"""Cases of iam-no-administrator-managed-policy."""

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
ADMIN = f"{AWS}/AdministratorAccess"
READER = f"{AWS}/AmazonRDSReadOnlyAccess"
OWN = res(POLICY, "own")

CASES = [
    compliant("AWS's reader", res(ATTACHMENT, role="app", policyArn=READER)),
    compliant(
        "the account's own",
        res(ATTACHMENT, role="app", policyArn="arn:aws:iam::123456789012:policy/AdministratorAccess"),
    ),
    compliant("of this stack", res(ATTACHMENT, role="app", policyArn=ref(OWN)), OWN),
    compliant("a role", res(ROLE, managedPolicyArns=[READER])),
    compliant(
        "what the settings leave out",
        res(ATTACHMENT, policyArn=ADMIN),
        settings={"refusedPolicies": ["IAMFullAccess"]},
    ),
    violating(
        "checkov CKV_AWS_274: a role",
        res(ATTACHMENT, role="app", policyArn=ADMIN),
        says="AdministratorAccess",
    ),
    violating(
        "checkov CKV_AWS_274: a user",
        res("aws:iam/userPolicyAttachment:UserPolicyAttachment", policyArn=ADMIN),
    ),
    violating(
        "checkov CKV_AWS_274: a group",
        res("aws:iam/groupPolicyAttachment:GroupPolicyAttachment", policyArn=ADMIN),
    ),
    violating(
        "checkov CKV_AWS_274: an exclusive attachment",
        res("aws:iam/policyAttachment:PolicyAttachment", policyArn=ADMIN),
    ),
    violating(
        "checkov CKV_AWS_274: a role's own list",
        res(ROLE, managedPolicyArns=[READER, ADMIN]),
        says="managedPolicyArns[1]",
    ),
    violating(
        "checkov CKV_AWS_274: a permission set",
        res("aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment", managedPolicyArn=ADMIN),
    ),
    violating("checkov CKV2_AWS_56", res(ATTACHMENT, policyArn=f"{AWS}/IAMFullAccess")),
    violating("cfn_nag W44: power users", res(NATIVE_ROLE, managedPolicyArns=[f"{AWS}/PowerUserAccess"])),
    violating("all of RDS", res(ATTACHMENT, policyArn=f"{AWS}/AmazonRDSFullAccess")),
    violating("in China", res(ATTACHMENT, policyArn="arn:aws-cn:iam::aws:policy/AdministratorAccess")),
    violating(
        "exclusively",
        res("aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", policyArns=[ADMIN]),
    ),
    violating("aws-native, a user", res("aws-native:iam:User", managedPolicyArns=[ADMIN])),
    violating("aws-native, a permission set", res("aws-native:sso:PermissionSet", managedPolicies=[ADMIN])),
    absent_passes("a role without policies", res(ROLE)),
    unknown("the policy", res(ATTACHMENT, policyArn=UNKNOWN)),
    unknown("the list", res(ROLE, managedPolicyArns=UNKNOWN)),
    unknown_passes("the ARN of a policy of this stack", res(ROLE, managedPolicyArns=[ref(OWN), READER]), OWN),
    unknown_fails("one beside the administrator's", res(ROLE, managedPolicyArns=[UNKNOWN, ADMIN])),
    external("a policy of another stack", res(ATTACHMENT, policyArn=UNKNOWN), OWN),
]

MUTATION = mutation(added(res(ATTACHMENT, role="app", policyArn=ADMIN)))
