"""The DatabasePersonas component: IAM policies for viewers, operators, auditors and admins of databases."""

from collections.abc import Mapping

import pulumi
import pulumi_aws as aws
from pulumi import Input, Output

from ..support import connection as handle
from ..support.arguments import check
from ..support.aws import child_options, locate, output_map
from .args import DatabasePersonasArgs
from .policies import policy_documents
from .validation import validate


class DatabasePersonas(pulumi.ComponentResource):
    """IAM policies for four kinds of people. None of them reads data through IAM: for that, see AppAccess."""

    viewer_policy_arn: Output[str]
    """Policy of the viewers."""
    operator_policy_arn: Output[str]
    """Policy of the operators."""
    auditor_policy_arn: Output[str]
    """Policy of the auditors."""
    admin_policy_arn: Output[str]
    """Policy of the admins."""
    policy_documents: Output[Mapping[str, str]]
    """The same as JSON by persona, for permission sets of IAM Identity Center."""

    def __init__(
        self, name: str, args: DatabasePersonasArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        spec = check("DatabasePersonas", name, args, DatabasePersonasArgs, validate)
        super().__init__("aurora:index:DatabasePersonas", name, {}, opts)

        location = locate(self, spec.get("region"))
        clusters = [handle.decode(connection) for connection in spec["connections"].values()]
        documents = policy_documents(clusters, location, spec)
        roles = {
            "viewer": spec.get("viewer_role_names", {}),
            "operator": spec.get("operator_role_names", {}),
            "auditor": spec.get("auditor_role_names", {}),
            "admin": spec.get("admin_role_names", {}),
        }
        arns = {
            persona: self._policy(name, persona, document, roles[persona], spec)
            for persona, document in documents.items()
        }
        self.viewer_policy_arn = arns["viewer"]
        self.operator_policy_arn = arns["operator"]
        self.auditor_policy_arn = arns["auditor"]
        self.admin_policy_arn = arns["admin"]
        self.policy_documents = output_map(documents)
        self.register_outputs({output: getattr(self, output) for output in DatabasePersonas.__annotations__})

    def _policy(
        self,
        name: str,
        persona: str,
        document: Output[str],
        roles: Mapping[str, Input[str]],
        spec: DatabasePersonasArgs,
    ) -> Output[str]:
        policy = aws.iam.Policy(
            f"{name}-{persona}",
            description=f"{persona.capitalize()} of Aurora databases",
            path=spec.get("iam_path"),
            policy=document,
            tags={"Name": f"{name}-{persona}", **spec.get("tags", {})},
            opts=child_options(self),
        )
        for key, role in roles.items():
            aws.iam.RolePolicyAttachment(
                f"{name}-{persona}-{key}", role=role, policy_arn=policy.arn, opts=child_options(self)
            )
        return policy.arn
