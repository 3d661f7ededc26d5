"""Ways in which a holder of policies gains more permissions than they give, shared by the controls of this folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from ...model import Statement
from ...model.policy_document import all_hold, those_where
from ..control import setting

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


def ways(statements: Sequence[Statement], settings: Escalation) -> list[str]:
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


def shown(found: list[str]) -> str:
    return ", ".join(found[:4]) + (f" and {len(found) - 4} more" if len(found) > 4 else "")
