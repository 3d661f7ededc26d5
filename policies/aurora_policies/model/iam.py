"""AWS IAM: policies, the identities they belong to, and what attaches the one to the other."""

from collections.abc import Iterator
from typing import Any

from .policy_document import PolicyDocument, Statement, all_hold, those_where
from .resource import Anything, Text, Texts, View
from .stack import Stack
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
        "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
        "aws-native:iam:ManagedPolicy",
        "aws-native:iam:RolePolicy",
        "aws-native:iam:UserPolicy",
        "aws-native:iam:GroupPolicy",
        "aws-native:sso:PermissionSet",
        *_IDENTITIES,
    )
    NOUN = "IAM policy"

    policy = Anything("policy", native="policyDocument")
    inline_policies = Anything("inlinePolicies", native="policies")
    permission_set_policy = Anything("inlinePolicy")

    @property
    def is_identity(self) -> bool:
        """Whether it is a role, user or group, which may have inline policies and need not."""
        return self.resource.type in self._IDENTITIES

    def documents(self) -> Iterator[Value[Any]]:
        """Yield the policy documents; those inside of an identity one by one.

        Raises:
            UnknownValue: the list of inline policies as a whole is not known before the update.
        """
        if self.resource.type.startswith(("aws:ssoadmin/", "aws-native:sso:")):
            yield self.permission_set_policy
        elif self.is_identity:
            document = "policyDocument" if self.is_native else "policy"
            yield from (inline.at(document) for inline in self.inline_policies.items())
        else:
            yield self.policy


class ManagedPolicy(View):
    """A managed policy of the account's own. With aws-native it may name the identities it is attached to."""

    TYPES = ("aws:iam/policy:Policy", "aws-native:iam:ManagedPolicy")
    IDENTITIES = ("arn", "policyArn", "id")
    NOUN = "IAM policy"

    policy = Anything("policy", native="policyDocument")
    policy_name = Text("name", native="managedPolicyName")
    roles = Texts("roles")
    users = Texts("users")
    groups = Texts("groups")


class InlinePolicy(View):
    """A policy inside of one role, user or group."""

    TYPES = (
        "aws:iam/rolePolicy:RolePolicy",
        "aws:iam/userPolicy:UserPolicy",
        "aws:iam/groupPolicy:GroupPolicy",
        "aws-native:iam:RolePolicy",
        "aws-native:iam:UserPolicy",
        "aws-native:iam:GroupPolicy",
    )
    NOUN = "inline IAM policy"

    policy = Anything("policy", native="policyDocument")


class RolePolicy(View):
    """A policy inside of one role."""

    TYPES = ("aws:iam/rolePolicy:RolePolicy", "aws-native:iam:RolePolicy")
    NOUN = "inline IAM policy"

    policy = Anything("policy", native="policyDocument")
    role = Text("role", native="roleName")


class UserPolicy(View):
    """A policy inside of one user."""

    TYPES = ("aws:iam/userPolicy:UserPolicy", "aws-native:iam:UserPolicy")
    NOUN = "inline IAM policy"

    policy = Anything("policy", native="policyDocument")
    user = Text("user", native="userName")


class GroupPolicy(View):
    """A policy inside of one group."""

    TYPES = ("aws:iam/groupPolicy:GroupPolicy", "aws-native:iam:GroupPolicy")
    NOUN = "inline IAM policy"

    policy = Anything("policy", native="policyDocument")
    group = Text("group", native="groupName")


class Identity(View):
    """A role, user or group, with the policies that it states itself."""

    TYPES = (
        "aws:iam/role:Role",
        "aws:iam/user:User",
        "aws:iam/group:Group",
        "aws-native:iam:Role",
        "aws-native:iam:User",
        "aws-native:iam:Group",
    )
    IDENTITIES = ("arn", "id", "name", "roleName", "userName", "groupName")
    NOUN = "IAM identity"

    inline_policies = Anything("inlinePolicies", native="policies")
    managed_policies = Texts("managedPolicyArns")


class Role(View):
    """An IAM role: who may take it on, and the policies it states itself."""

    TYPES = ("aws:iam/role:Role", "aws-native:iam:Role")
    IDENTITIES = ("arn", "name", "roleName", "id")
    NOUN = "IAM role"

    role_name = Text("name", native="roleName")
    path = Text("path")
    trust = Anything("assumeRolePolicy", native="assumeRolePolicyDocument")
    inline_policies = Anything("inlinePolicies", native="policies")
    managed_policies = Texts("managedPolicyArns")
    permissions_boundary = Text("permissionsBoundary")

    def is_trusted_to(self, service: str) -> bool:
        """Whether an AWS service, `rds` for rds.amazonaws.com, may take the role on.

        Raises:
            Undecided: the trust policy is not known before the update, or cannot be read.
        """

        def lets_in(statement: Statement) -> bool:
            return all_hold(
                lambda: statement.allows,
                lambda: statement.covers("sts:AssumeRole"),
                lambda: (
                    statement.is_for_everyone
                    or bool(statement.principals_where(lambda one: one.service == service))
                ),
            )

        document = PolicyDocument.of(self.trust)
        return document is not None and bool(those_where(document.statements, lets_in))


class ServiceLinkedRole(View):
    """A role that belongs to an AWS service."""

    TYPES = ("aws:iam/serviceLinkedRole:ServiceLinkedRole", "aws-native:iam:ServiceLinkedRole")
    IDENTITIES = ("arn", "name", "roleName", "id")
    NOUN = "service-linked role"

    service = Text("awsServiceName")


class User(View):
    """An IAM user."""

    TYPES = ("aws:iam/user:User", "aws-native:iam:User")
    IDENTITIES = ("name", "userName", "arn", "id")
    NOUN = "IAM user"

    groups = Texts("groups")
    inline_policies = Anything("inlinePolicies", native="policies")
    managed_policies = Texts("managedPolicyArns")
    login_profile = Anything("loginProfile")


class Group(View):
    """An IAM group."""

    TYPES = ("aws:iam/group:Group", "aws-native:iam:Group")
    IDENTITIES = ("name", "groupName", "arn", "id")
    NOUN = "IAM group"

    managed_policies = Texts("managedPolicyArns")


class RolePolicyAttachment(View):
    """A managed policy attached to one role, beside whatever else it has."""

    TYPES = ("aws:iam/rolePolicyAttachment:RolePolicyAttachment",)
    NOUN = "policy attachment"

    role = Text("role")
    policy_arn = Text("policyArn")


class UserPolicyAttachment(View):
    """A managed policy attached to one user."""

    TYPES = ("aws:iam/userPolicyAttachment:UserPolicyAttachment",)
    NOUN = "policy attachment"

    user = Text("user")
    policy_arn = Text("policyArn")


class GroupPolicyAttachment(View):
    """A managed policy attached to one group."""

    TYPES = ("aws:iam/groupPolicyAttachment:GroupPolicyAttachment",)
    NOUN = "policy attachment"

    group = Text("group")
    policy_arn = Text("policyArn")


class PolicyAttachment(View):
    """A managed policy with all its roles, users and groups; it detaches the policy from all others."""

    TYPES = ("aws:iam/policyAttachment:PolicyAttachment",)
    NOUN = "policy attachment"

    policy_arn = Text("policyArn")
    roles = Texts("roles")
    users = Texts("users")
    groups = Texts("groups")


class RolePoliciesExclusive(View):
    """The names of all inline policies of a role; it deletes all others."""

    TYPES = ("aws:iam/rolePoliciesExclusive:RolePoliciesExclusive",)
    NOUN = "list of inline policies"

    role = Text("roleName")
    policy_names = Texts("policyNames")


class RolePolicyAttachmentsExclusive(View):
    """All managed policies of a role; it detaches all others."""

    TYPES = ("aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",)
    NOUN = "list of attached policies"

    role = Text("roleName")
    policy_arns = Texts("policyArns")


class GroupMembership(View):
    """All users of a group."""

    TYPES = ("aws:iam/groupMembership:GroupMembership",)
    NOUN = "group membership"

    group = Text("group")
    users = Texts("users")


class UserGroupMembership(View):
    """Groups of a user."""

    TYPES = ("aws:iam/userGroupMembership:UserGroupMembership",)
    NOUN = "group membership"

    user = Text("user")
    groups = Texts("groups")


class GivesManagedPolicies(View):
    """Whatever gives an identity managed policies: an attachment, or an identity that lists them itself."""

    _ONE = (
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        "aws:iam/userPolicyAttachment:UserPolicyAttachment",
        "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
        "aws:iam/policyAttachment:PolicyAttachment",
    )
    _EXCLUSIVE = (
        "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
        "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
        "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
    )
    TYPES = (
        *_ONE,
        *_EXCLUSIVE,
        "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
        "aws:iam/role:Role",
        "aws-native:iam:Role",
        "aws-native:iam:User",
        "aws-native:iam:Group",
        "aws-native:sso:PermissionSet",
    )
    NOUN = "policy attachment"

    policy_arn = Text("policyArn")
    policy_arns = Texts("policyArns")
    permission_set_policy_arn = Text("managedPolicyArn")
    managed_policies = Texts("managedPolicyArns")
    permission_set_policies = Texts("managedPolicies")

    @property
    def policies(self) -> Value[Any]:
        """The ARN or ARNs of the policies, in whichever property this kind of resource has them."""
        kind = self.resource.type
        if kind in self._ONE:
            return self.policy_arn
        if kind in self._EXCLUSIVE:
            return self.policy_arns
        if kind.startswith("aws:ssoadmin/"):
            return self.permission_set_policy_arn
        return self.permission_set_policies if kind.startswith("aws-native:sso:") else self.managed_policies


class UserLoginProfile(View):
    """The password with which a user signs in to the console."""

    TYPES = ("aws:iam/userLoginProfile:UserLoginProfile",)
    NOUN = "login profile"

    user = Text("user")


class AccessKey(View):
    """A long-lived access key of a user."""

    TYPES = ("aws:iam/accessKey:AccessKey", "aws-native:iam:AccessKey")
    NOUN = "access key"

    status = Text("status")


def policies_of(identity: Identity, stack: Stack) -> Iterator[Value[Any]]:
    """Yield the policy documents that the stack gives a role, user or group, inline and attached."""
    own = IdentityPolicy.of(identity.resource)
    if own is not None and isinstance(own.inline_policies.raw, list):
        yield from own.documents()
    inline: tuple[InlinePolicy, ...] = stack.referrers(identity, InlinePolicy, *_HOLDERS)
    yield from (policy.policy for policy in inline)
    attached: dict[str, ManagedPolicy] = {}
    for attachment in stack.referrers(identity, GivesManagedPolicies, *_HOLDERS, "roles", "users", "groups"):
        attached |= {policy.urn: policy for policy in stack.follow(attachment.policies, ManagedPolicy).found}
    if identity.managed_policies.is_set:
        attached |= {
            policy.urn: policy for policy in stack.follow(identity.managed_policies, ManagedPolicy).found
        }
    for policy in stack.referrers(identity, ManagedPolicy, "roles", "users", "groups"):
        attached[policy.urn] = policy
    yield from (attached[urn].policy for urn in sorted(attached))


# The properties in which a policy, or an attachment, names its identity.
_HOLDERS = ("role", "user", "group", "roleName", "userName", "groupName")
