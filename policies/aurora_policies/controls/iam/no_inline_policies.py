"""An inline policy is found nowhere but in its identity: it has no versions and cannot be reviewed once for all."""

from ...model.iam import Identity, InlinePolicy
from ..control import PASS, Severity, Verdict, control, fail


@control(
    title="IAM policies are managed, not inline",
    severity=Severity.LOW,
    topic="iam",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
    remediation="Make the document a managed policy and attach that; both are in place.",
)
def no_inline_policies(holder: InlinePolicy | Identity) -> Verdict:
    if isinstance(holder, InlinePolicy):
        return fail(f"`{holder.policy.path}` is an inline policy.", holder.policy)
    if not holder.is_native and not holder.resource.type.endswith(":Role"):
        return PASS
    document = "policyDocument" if holder.is_native else "policy"
    # The aws provider has an empty block for "no inline policy at all".
    blocks = [block for block in holder.inline_policies.items() if block.at(document).is_set]
    if not blocks:
        return PASS
    plural = "policy" if len(blocks) == 1 else "policies"
    return fail(f"`{holder.inline_policies.path}` has {len(blocks)} inline {plural}.", holder.inline_policies)
