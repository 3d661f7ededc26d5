"""A static parameter waits for a restart; asked to apply it at once, AWS refuses it or shows a change for ever.

The provider asks for that where nothing else is said, so a TLS or audit parameter looks set and is not.
"""

from typing import Any

from ...model import Value, to_text
from ...model.rds import ClusterParameterGroup, ParameterGroup
from ...model.static_parameters import static_parameters
from ..control import PASS, Severity, Verdict, control, each, fail, not_applicable
from ._parameter_groups import is_other_family


@control(
    title="Static parameter waits for a restart",
    severity=Severity.LOW,
    topic="best-practices",
    source="USER_WorkingWithParamGroups",
    remediation="Give the parameter applyMethod pending-reboot, and restart the instances; in place.",
)
def parameter_apply_method(group: ClusterParameterGroup | ParameterGroup) -> Verdict:
    if is_other_family(group):
        return not_applicable("Neptune and DocumentDB are not judged")
    if group.is_native:
        return not_applicable("CloudFormation picks the apply method itself")
    static = static_parameters((group.family.get("") or "").lower())
    if not static:
        return not_applicable("which parameters of the engine are static is not known here")

    def judge(parameter: Value[Any]) -> Verdict:
        name = parameter.at("name", to_text).get("")
        method = parameter.at("applyMethod", to_text)
        if name not in static or method.get("immediate").lower() == "pending-reboot":
            return PASS
        state = (
            "has no `applyMethod` (the default is immediate)"
            if method.is_absent
            else "is applied immediately"
        )
        return fail(f"{name} is static and {state}; it must be pending-reboot.", method)

    return each(group.value("parameters").items(), judge)
