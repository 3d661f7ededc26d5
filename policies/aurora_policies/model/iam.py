"""AWS IAM resources."""

from collections.abc import Iterator
from typing import Any

from .resource import Anything, View
from .values import Value


class IdentityPolicy(View):
    """A managed or inline policy of an IAM identity, or an identity with inline policies of its own."""

    _IDENTITIES = (
        "aws:iam/role:Role",
        "aws-native:iam:Role",
        "aws-native:iam:User",
        "aws-native:iam:Group",
    )
    TYPES = (
        "aws:iam/policy:Policy",
        "aws:iam/rolePolicy:RolePolicy",
        "aws:iam/userPolicy:UserPolicy",
        "aws:iam/groupPolicy:GroupPolicy",
        "aws-native:iam:ManagedPolicy",
        "aws-native:iam:RolePolicy",
        "aws-native:iam:UserPolicy",
        "aws-native:iam:GroupPolicy",
        *_IDENTITIES,
    )
    NOUN = "IAM policy"

    policy = Anything("policy", native="policyDocument")
    inline_policies = Anything("inlinePolicies", native="policies")

    def documents(self) -> Iterator[Value[Any]]:
        """Yield the policy documents; those inside of an identity one by one.

        Raises:
            UnknownValue: the list of inline policies as a whole is not known before the update.
        """
        if self.resource.type not in self._IDENTITIES:
            yield self.policy
            return
        document = "policyDocument" if self.is_native else "policy"
        yield from (inline.at(document) for inline in self.inline_policies.items())
