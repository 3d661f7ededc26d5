"""Some actions let their holder take on more than he was given: write the own policy, or run code as another role.

Only actions on all resources of their kind count, and not those that a condition narrows or the same policy denies.
"""

from dataclasses import dataclass
from functools import partial

from ...model import PolicyDocument, Statement
from ...model.iam import IdentityPolicy
from ...model.policy_document import all_hold, those_where
from ..control import PASS, Severity, Verdict, control, fail, setting
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


def _judge(document: PolicyDocument, settings: Escalation) -> Verdict:
    accepted = {action.lower() for action in settings.allowed_actions}

    def can(action: str, kind: str | None) -> bool:
        if action.lower() in accepted:
            return False
        return all_hold(
            lambda: bool(those_where(document.statements, lambda one: _gives(one, action, kind))),
            lambda: not those_where(document.statements, lambda one: _denies(one, action)),
        )

    def is_open(way: tuple[str, ...]) -> bool:
        return all_hold(*(partial(can, one, _KINDS.get(one)) for one in way))

    ways = [(action,) for action in _ALONE] + [("iam:PassRole", *way) for way in _WITH_ANY_ROLE]
    found = [" + ".join(way) for way in those_where(ways, is_open)]
    if not found:
        return PASS
    shown = ", ".join(found[:4]) + (f" and {len(found) - 4} more" if len(found) > 4 else "")
    return fail(
        f"`{document.path}` lets its holder gain permissions that it does not give by {shown}.", document.path
    )


@control(
    title="IAM policy does not let its holder escalate privileges",
    severity=Severity.HIGH,
    topic="iam",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    remediation=(
        "Remove the action, or name its resources; roles that are passed must be named. The change is in place."
    ),
)
def no_privilege_escalation(policy: IdentityPolicy, settings: Escalation) -> Verdict:
    return each_document(policy, lambda document: _judge(document, settings))
