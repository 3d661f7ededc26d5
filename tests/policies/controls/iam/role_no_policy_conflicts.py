"""Cases of iam-role-no-policy-conflicts."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    not_applicable,
    ref,
    res,
    unknown,
    unknown_fails,
    violating,
)
from tests.policies.controls.iam._policies import ATTACHMENT, NATIVE_ROLE, POLICY, ROLE, ROLE_POLICY

ARN = "arn:aws:iam::123456789012:policy"
PLAIN = res(ROLE, name="app")
LISTING = res(ROLE, name="app", managedPolicyArns=[f"{ARN}/a"])
INLINE = res(ROLE, name="app", inlinePolicies=[{"name": "a", "policy": "{}"}])
EXCLUSIVE = "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive"
EXCLUSIVE_INLINE = "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive"
EVERYWHERE = "aws:iam/policyAttachment:PolicyAttachment"
A = res(POLICY, "a")
B = res(POLICY, "b")

CASES = [
    compliant(
        "attached one by one",
        PLAIN,
        res(ATTACHMENT, "x", role=ref(PLAIN), policyArn=f"{ARN}/a"),
        res(ROLE_POLICY, "y", role=ref(PLAIN), policy="{}"),
    ),
    compliant("listed by the role alone", LISTING, res(ATTACHMENT, "x", role="other", policyArn=f"{ARN}/a")),
    compliant(
        "all listed",
        PLAIN,
        res(ATTACHMENT, "x", role="app", policyArn=f"{ARN}/a"),
        res(EXCLUSIVE, "e", roleName="app", policyArns=[f"{ARN}/a"]),
    ),
    compliant(
        "all listed, of this stack",
        PLAIN,
        res(ATTACHMENT, "x", role=ref(PLAIN), policyArn=ref(A)),
        res(EXCLUSIVE, "e", roleName=ref(PLAIN), policyArns=[ref(A), ref(B)]),
        A,
        B,
    ),
    compliant(
        "all inline ones listed",
        PLAIN,
        res(ROLE_POLICY, "y", role="app", name="y"),
        res(EXCLUSIVE_INLINE, "e", roleName="app", policyNames=["y"]),
    ),
    violating(
        "attached beside the role's list",
        LISTING,
        res(ATTACHMENT, "x", role=ref(LISTING), policyArn=f"{ARN}/b"),
        says="managedPolicyArns",
    ),
    violating("attached everywhere, beside the role's list", LISTING, res(EVERYWHERE, "x", roles=["app"])),
    violating(
        "inline beside the role's own", INLINE, res(ROLE_POLICY, "y", role="app"), says="inlinePolicies"
    ),
    violating("exclusive beside the role's list", LISTING, res(EXCLUSIVE, "e", roleName=ref(LISTING))),
    violating(
        "not listed",
        PLAIN,
        res(ATTACHMENT, "x", role="app", policyArn=f"{ARN}/b"),
        res(EXCLUSIVE, "e", roleName="app", policyArns=[f"{ARN}/a"]),
        says="leaves out",
    ),
    violating(
        "not listed, of this stack",
        PLAIN,
        res(ATTACHMENT, "x", role=ref(PLAIN), policyArn=ref(B)),
        res(EXCLUSIVE, "e", roleName=ref(PLAIN), policyArns=[ref(A)]),
        A,
        B,
    ),
    violating(
        "inline, not listed",
        PLAIN,
        res(ROLE_POLICY, "y", role="app", name="y"),
        res(EXCLUSIVE_INLINE, "e", roleName="app", policyNames=["z"]),
    ),
    violating(
        "tflint aws_iam_policy_attachment_exclusive_attachment",
        res(EVERYWHERE, policyArn=f"{ARN}/a"),
        says="other stacks",
    ),
    absent_passes("a role by itself", PLAIN),
    unknown_fails(
        "the list, beside an attachment",
        res(ROLE, name="app", managedPolicyArns=UNKNOWN),
        res(ATTACHMENT, "x", role="app"),
    ),
    unknown(
        "the policy that is attached",
        PLAIN,
        res(ATTACHMENT, "x", role="app", policyArn=["no ARN"]),
        res(EXCLUSIVE, "e", roleName="app", policyArns=[f"{ARN}/a"]),
    ),
    not_applicable("aws-native", res(NATIVE_ROLE)),
]

MUTATION = mutation(added(res(EVERYWHERE, policyArn=f"{ARN}/a", roles=["app"])))
