"""What runs programs: containers, functions, batch jobs and instances, as far as they are given credentials."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from .resource import View
from .values import Value


class Workload(View):
    """A resource that hands environment variables to a program."""

    # The properties with the variables, by kind of resource.
    _ENVIRONMENTS: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "aws:ecs/taskDefinition:TaskDefinition": ("containerDefinitions",),
        "aws-native:ecs:TaskDefinition": ("containerDefinitions",),
        "aws:apprunner/service:Service": ("sourceConfiguration",),
        "aws-native:apprunner:Service": ("sourceConfiguration",),
        "aws:batch/jobDefinition:JobDefinition": (
            "containerProperties",
            "ecsProperties",
            "eksProperties",
            "nodeProperties",
            "parameters",
        ),
        "aws-native:batch:JobDefinition": (
            "containerProperties",
            "ecsProperties",
            "eksProperties",
            "nodeProperties",
            "parameters",
        ),
        "aws:codebuild/project:Project": ("environment",),
        "aws:elasticbeanstalk/environment:Environment": ("settings",),
    }
    TYPES = tuple(_ENVIRONMENTS)
    NOUN = "workload"

    def environments(self) -> Iterator[Value[object]]:
        """Yield each property that may hold environment variables and is given."""
        for path in self._ENVIRONMENTS[self.resource.type]:
            if (found := self.value(path)).is_set:
                yield found


class UserData(View):
    """An instance, or a template of instances, with a script that runs at its start."""

    TYPES = (
        "aws:ec2/instance:Instance",
        "aws:ec2/launchTemplate:LaunchTemplate",
        "aws:ec2/launchConfiguration:LaunchConfiguration",
        "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
        "aws-native:ec2:Instance",
        "aws-native:ec2:LaunchTemplate",
    )
    NOUN = "instance"

    def scripts(self) -> Iterator[Value[object]]:
        """Yield each property that holds a start script and is given."""
        for path in ("userData", "userDataBase64", "launchTemplateData.userData"):
            if (found := self.value(path)).is_set:
                yield found
