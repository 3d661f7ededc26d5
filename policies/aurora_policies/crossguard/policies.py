"""Controls as the policies that `GetAnalyzerInfo` publishes."""

from typing import Any

from pulumi_policy import (
    EnforcementLevel,
    Policy,
    PolicyConfigSchema,
    ResourceValidationPolicy,
    StackValidationPolicy,
)
from pulumi_policy import Severity as PolicySeverity

from ..controls.control import Control
from ..frameworks import requirements_of
from ..reference import guide_url
from ..settings import schema


class ResourcePolicy(ResourceValidationPolicy):
    """A control that judges one resource at a time."""

    def __init__(self, control: Control) -> None:
        super().__init__(control.id, control.title, **_metadata(control))
        self.control = control

    def has_remediation(self) -> bool:
        return self.control.fix is not None


class StackPolicy(StackValidationPolicy):
    """A control that needs the whole stack."""

    def __init__(self, control: Control) -> None:
        super().__init__(control.id, control.title, **_metadata(control))
        self.control = control


ControlPolicy = ResourcePolicy | StackPolicy


def build_policies(controls: tuple[Control, ...]) -> list[Policy]:
    """Return one policy for each control, in the catalogue's order."""
    return [StackPolicy(item) if item.needs_stack else ResourcePolicy(item) for item in controls]


def _metadata(control: Control) -> dict[str, Any]:
    required = tuple(f"{framework}:{requirement}" for framework, requirement in requirements_of(control.id))
    return {
        "enforcement_level": EnforcementLevel(control.level.value),
        "config_schema": PolicyConfigSchema(properties=schema(control)),
        "display_name": control.id,
        "severity": PolicySeverity(control.severity.value),
        "tags": [f"topic:{control.topic}", f"scope:{control.scope}", *required],
        "remediation_steps": control.remediation,
        "url": guide_url(control.source),
    }
