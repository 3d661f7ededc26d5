"""Some actions let their holder gain more than they were given: write their own policy, or run code as another role.

Only actions on all resources of their kind count, and not those that a condition narrows or the same policy denies.
The policies of one role, user or group are also judged together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from ...model import PolicyDocument, Stack, Statement, Undecided
from ...model.iam import Identity, IdentityPolicy, policies_of
from ...model.policy_document import all_hold, those_where
from ..control import PASS, Severity, Verdict, all_of, control, fail, setting
from ._statements import each_document

# Each of these is enough; with the kind of resource it is about.
_ALONE = {
    "iam:AddUserToGroup": "group/",
    "iam:AttachGroupPolicy": "group/",
    "iam:AttachRolePolicy": "role/",
    "iam:AttachUserPolicy": "user/",
    "iam:CreateAccessKey": "user/",
    "iam:CreateLoginProfile": "user/",
    "iam:CreatePolicyVersion": "policy/",
    "iam:DeleteRolePermissionsBoundary": "role/",
    "iam:DeleteUserPermissionsBoundary": "user/",
    "iam:PutGroupPolicy": "group/",
    "iam:PutRolePolicy": "role/",
    "iam:PutUserPolicy": "user/",
    "iam:SetDefaultPolicyVersion": "policy/",
    "iam:UpdateAssumeRolePolicy": "role/",
    "iam:UpdateLoginProfile": "user/",
    "apprunner:UpdateService": "service/",
    "cloudformation:UpdateStack": "stack/",
    "codebuild:StartBuild": "project/",
    "codebuild:StartBuildBatch": "project/",
    "glue:UpdateDevEndpoint": "devEndpoint/",
    "lambda:UpdateFunctionCode": "function:",
    "lambda:UpdateFunctionConfiguration": "function:",
    "sagemaker:CreatePresignedNotebookInstanceUrl": "notebook-instance/",
    "ssm:SendCommand": "",
    "ssm:StartSession": "",
}

# Ways of running code as a role, for whoever may pass any role.
_WITH_ANY_ROLE = (
    ("apprunner:CreateService",),
    ("autoscaling:CreateAutoScalingGroup", "autoscaling:CreateLaunchConfiguration"),
    ("autoscaling:UpdateAutoScalingGroup", "autoscaling:CreateLaunchConfiguration"),
    ("bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:InvokeCodeInterpreter"),
    ("cloudformation:CreateStack",),
    ("cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"),
    ("cloudformation:UpdateStackSet",),
    ("codebuild:CreateProject", "codebuild:StartBuild"),
    ("codebuild:CreateProject", "codebuild:StartBuildBatch"),
    ("codestar:CreateProject",),
    ("datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition", "datapipeline:ActivatePipeline"),
    ("ec2:RequestSpotInstances",),
    ("ec2:RunInstances",),
    ("ecs:RegisterTaskDefinition", "ecs:CreateService"),
    ("ecs:RunTask",),
    ("ecs:StartTask",),
    ("glue:CreateDevEndpoint",),
    ("glue:CreateJob", "glue:CreateTrigger"),
    ("glue:CreateJob", "glue:StartJobRun"),
    ("glue:UpdateJob", "glue:CreateTrigger"),
    ("glue:UpdateJob", "glue:StartJobRun"),
    ("lambda:CreateFunction", "lambda:AddPermission"),
    ("lambda:CreateFunction", "lambda:CreateEventSourceMapping"),
    ("lambda:CreateFunction", "lambda:InvokeFunction"),
    ("rds:AddRoleToDBCluster",),
    ("rds:AddRoleToDBInstance",),
    ("sagemaker:CreateNotebookInstance",),
    ("sagemaker:CreateProcessingJob",),
    ("sagemaker:CreateTrainingJob",),
)

# Of which kind of resource an action must be allowed on all.
_KINDS = {**_ALONE, "iam:PassRole": "role/"}


@dataclass(frozen=True)
class Escalation:
    allowed_actions: tuple[str, ...] = setting(
        (), "Actions that are accepted and do not count, such as `ssm:StartSession`."
    )


def _gives(statement: Statement, action: str, kind: str | None) -> bool:
    """Whether the statement allows `action`, on all resources of the kind where there is one."""
    service = action.split(":")[0]
    return all_hold(
        lambda: statement.allows,
        lambda: statement.covers(action),
        lambda: kind is None or statement.covers_every(service, kind),
        lambda: not statement.is_restricted(),
    )


def _denies(statement: Statement, action: str) -> bool:
    return all_hold(
        lambda: not statement.allows,
        lambda: statement.covers(action),
        lambda: statement.covers_every_resource and not statement.has("NotResource"),
        lambda: not statement.has("Condition"),
    )


def _ways(statements: Sequence[Statement], settings: Escalation) -> list[str]:
    """The ways in which the statements together let their holder gain permissions."""
    accepted = {action.lower() for action in settings.allowed_actions}

    def can(action: str, kind: str | None) -> bool:
        if action.lower() in accepted:
            return False
        return all_hold(
            lambda: bool(those_where(statements, lambda one: _gives(one, action, kind))),
            lambda: not those_where(statements, lambda one: _denies(one, action)),
        )

    def is_open(way: tuple[str, ...]) -> bool:
        return all_hold(*(partial(can, one, _KINDS.get(one)) for one in way))

    ways = [(action,) for action in _ALONE] + [("iam:PassRole", *way) for way in _WITH_ANY_ROLE]
    return [" + ".join(way) for way in those_where(ways, is_open)]


def _judge(document: PolicyDocument, settings: Escalation) -> Verdict:
    if not (found := _ways(document.statements, settings)):
        return PASS
    return fail(
        f"`{document.path}` lets its holder gain permissions that it does not give by {_shown(found)}.",
        document.path,
    )


def _shown(ways: list[str]) -> str:
    return ", ".join(ways[:4]) + (f" and {len(ways) - 4} more" if len(ways) > 4 else "")


def _judge_together(identity: Identity, stack: Stack, settings: Escalation) -> Verdict:
    """Fail on what only the identity's policies together allow; each by itself is judged where it is written.

    A document that is not known is reported there too, and left out here.
    """
    documents = []
    for policy in policies_of(identity, stack):
        try:
            if (document := PolicyDocument.of(policy)) is not None:
                documents.append(document)
        except Undecided:
            continue
    if len(documents) < 2:
        return PASS
    try:
        together = _ways([one for document in documents for one in document.statements], settings)
        alone = {way for document in documents for way in _ways(document.statements, settings)}
    except Undecided:
        return PASS
    found = [way for way in together if not any(part <= set(way.split(" + ")) for part in map(_parts, alone))]
    if not found:
        return PASS
    return fail(
        f"The {len(documents)} policies of {identity.name} together let their holder gain permissions that they do not"
        f" give by {_shown(found)}."
    )


def _parts(way: str) -> set[str]:
    return set(way.split(" + "))


@control(
    title="IAM policies must not let their holder escalate privileges",
    severity=Severity.HIGH,
    topic="iam",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    remediation=(
        "Remove the action, or name its resources; name the roles that may be passed. The change is in place."
    ),
)
def no_privilege_escalation(
    subject: IdentityPolicy | Identity, stack: Stack, settings: Escalation
) -> Verdict:
    def alone() -> Verdict:
        if (policy := IdentityPolicy.of(subject.resource)) is None:
            return PASS
        return each_document(policy, lambda document: _judge(document, settings))

    def together() -> Verdict:
        if (identity := Identity.of(subject.resource)) is None:
            return PASS
        return _judge_together(identity, stack, settings)

    return all_of(alone, together)
