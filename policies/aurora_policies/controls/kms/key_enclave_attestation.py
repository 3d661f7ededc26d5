"""A key for Nitro Enclaves opens for attested code alone: one statement without the condition, and anyone who may use
that statement reads what only the enclave should.

An enclave in debug mode attests with zeros, so zeros as the expected measurement admit any code."""

import re

from ...model import Condition, PolicyDocument, Statement
from ...model.kms import ExternalKey, KmsKey, PolicyHolder
from ..control import PASS, Severity, Verdict, control, each, fail, not_applicable

_ATTESTED = ("kms:Decrypt", "kms:DeriveSharedSecret", "kms:GenerateDataKey", "kms:GenerateDataKeyPair")


def _is_attestation(condition: Condition) -> bool:
    return condition.key.lower().startswith("kms:recipientattestation:")


def _is_enclave_key(key: PolicyHolder, document: PolicyDocument) -> bool:
    if any(_is_attestation(condition) for item in document.statements for condition in item.conditions):
        return True
    if isinstance(key, (KmsKey, ExternalKey)):
        return any("enclave" in f"{name} {value}".lower() for name, value in key.tags.get({}).items())
    return False


def _refuses_unattested(statement: Statement) -> bool:
    """Whether it denies everyone the sensitive actions unless the caller is attested."""
    if statement.allows or not statement.is_for_everyone:
        return False
    return all(statement.covers(action) for action in _ATTESTED[::2]) and any(
        _is_attestation(condition)
        and ("not" in condition.operator.lower() or condition.operator.lower() == "null")
        for condition in statement.conditions
    )


def _judge(statement: Statement) -> Verdict:
    if not statement.allows or not any(statement.covers(action) for action in _ATTESTED):
        return PASS
    measured = [condition for condition in statement.conditions if _is_attestation(condition)]
    if any(re.fullmatch("0+", str(value)) for condition in measured for value in condition.values):
        return fail(
            f"In `{statement.path}`, {statement.position} expects a measurement of zeros, which every enclave in"
            " debug mode has.",
            statement.path,
        )
    if not any(condition.restricts for condition in measured):
        return fail(
            f"In `{statement.path}`, {statement.position} allows use of the key without attestation.",
            statement.path,
        )
    return PASS


@control(
    title="KMS key of an enclave opens for attested code alone",
    severity=Severity.LOW,
    topic="data-protection",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/services-nitro-enclaves.html",
    remediation=(
        "Give every statement that allows kms:Decrypt or kms:GenerateDataKey a condition on"
        " kms:RecipientAttestation:ImageSha384 or a PCR, or deny both to everyone without one; in place."
    ),
    opt_in="it is about Nitro Enclaves, which an ordinary database stack does not have",
)
def key_enclave_attestation(key: PolicyHolder) -> Verdict:
    document = PolicyDocument.of(key.policy)
    if document is None or not _is_enclave_key(key, document):
        return not_applicable("not a key of an enclave: its policy asks for no attestation")
    if any(_refuses_unattested(statement) for statement in document.statements):
        return PASS
    return each(document.statements, _judge)
