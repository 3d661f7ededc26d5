"""AWS takes the last of two values of one parameter, so the first, which somebody may rely on, does nothing."""

from collections import Counter

from ...model.rds import ClusterParameterGroup, ParameterGroup
from ..control import PASS, Severity, Verdict, control, fail


@control(
    title="Parameter group must state each parameter once",
    severity=Severity.LOW,
    topic="best-practices",
    source="USER_WorkingWithParamGroups",
    remediation="Remove all but one entry of the parameter from parameters; in place.",
)
def parameter_stated_once(group: ClusterParameterGroup | ParameterGroup) -> Verdict:
    counts = Counter(name.lower() for name in group.parameter_names())
    twice = [f"`{name}`" for name, count in counts.items() if count > 1]
    if not twice:
        return PASS
    return fail(f"`parameters` states {', '.join(twice)} more than once; the last one counts.", "parameters")
