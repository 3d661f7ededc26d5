"""A policy pack judges what is about to be deployed; Config rules judge what was changed by hand afterwards."""

from dataclasses import dataclass

from ...model import Stack
from ...model.config import ConfigRule, ConformancePack
from ..control import PASS, Scope, Severity, Verdict, control, fail, setting


@dataclass(frozen=True)
class Rules:
    """The managed rules that must be deployed."""

    identifiers: tuple[str, ...] = setting(
        ("RDS_STORAGE_ENCRYPTED", "RDS_INSTANCE_PUBLIC_ACCESS_CHECK", "RDS_SNAPSHOTS_PUBLIC_PROHIBITED"),
        "Source identifiers of managed rules.",
    )


@control(
    title="AWS Config watches the deployed databases with its managed rules",
    severity=Severity.LOW,
    scope=Scope.ACCOUNT,
    topic="compliance",
    source="https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html",
    remediation=(
        "Add an aws.cfg.Rule for each identifier, or a conformance pack that holds them; evaluations are"
        " billed."
    ),
    opt_in="Config rules are usually an account's concern, and evaluations are billed.",
)
def rules_deployed(stack: Stack, settings: Rules) -> Verdict:
    deployed = [rule.identifier.get("") for rule in stack.all(ConfigRule)]
    templates = [pack.template.get("") for pack in stack.all(ConformancePack)]
    missing = [
        name
        for name in settings.identifiers
        if name not in deployed and not any(name in text for text in templates)
    ]
    return fail(f"No Config rule of this stack is {', '.join(missing)}.") if missing else PASS
