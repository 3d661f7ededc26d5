"""A service acts for whoever asks it. Without a condition on the source, another account's resource can have the
service use this key."""

from ...model import PolicyDocument, Statement
from ...model.kms import PolicyHolder
from ..control import PASS, Severity, Verdict, control, each, fail

_SOURCES = (
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceOrgID",
    "aws:SourceOrgPaths",
    "kms:CallerAccount",
    "kms:ViaService",
)


def _judge(statement: Statement) -> Verdict:
    services = [principal.id for principal in statement.principals if principal.kind == "Service"]
    if not statement.allows or not services or statement.is_limited_by(*_SOURCES):
        return PASS
    if any(
        condition.restricts and condition.key.lower().startswith("kms:encryptioncontext:")
        for condition in statement.conditions
    ):
        return PASS
    return fail(
        f"In `{statement.path}`, {statement.position} lets {', '.join(f'`{one}`' for one in services)} use the key for"
        " the resources of any account.",
        statement.path,
    )


@control(
    title="KMS key policy ties services to the resources they act for",
    severity=Severity.LOW,
    topic="data-protection",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    remediation=(
        "Limit the statement by aws:SourceAccount or aws:SourceArn, or for log groups by"
        " kms:EncryptionContext:aws:logs:arn; the change is in place."
    ),
)
def key_service_principal_source(key: PolicyHolder) -> Verdict:
    document = PolicyDocument.of(key.policy)
    return PASS if document is None else each(document.statements, _judge)
