"""Log groups, trails and the publishers to a topic use a key under their own name, which the default policy does not
know: the log group is refused, and an alarm to an encrypted topic reaches nobody and says nothing.

RDS, Secrets Manager and AWS Backup use the key with the permissions of their caller and are left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...model import PolicyDocument, Stack, Statement, UnknownValue, Value, View
from ...model.cloudtrail import Trail
from ...model.cloudwatch import Alarm
from ...model.kms import KEYS, AnyKey, ExternalKey, KeyPolicy, KmsKey, ReplicaKey
from ...model.log_group import LogGroup
from ...model.rds import EventSubscription
from ...model.sns import Topic
from ..control import PASS, Severity, Verdict, control, fail, not_applicable


@dataclass(frozen=True)
class _Need:
    """A service that must be able to use the key, and the resource that has it do so."""

    service: str
    actions: tuple[str, ...]
    user: View


_LOGS = ("kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey")
_PUBLISHER = ("kms:Decrypt", "kms:GenerateDataKey")
_ALARM_ACTIONS = ("alarmActions", "okActions", "insufficientDataActions")


def _needs(key: AnyKey, stack: Stack) -> Iterator[_Need]:
    for group in stack.referrers(key, LogGroup, LogGroup.kms_key_id, among=KEYS):
        yield _Need("logs", _LOGS, group)
    for trail in stack.referrers(key, Trail, Trail.kms_key_id, among=KEYS):
        yield _Need("cloudtrail", ("kms:GenerateDataKey",), trail)
    for topic in stack.referrers(key, Topic, Topic.kms_key_id, among=KEYS):
        for alarm in stack.referrers(topic, Alarm, *_ALARM_ACTIONS)[:1]:
            yield _Need("cloudwatch", _PUBLISHER, alarm)
        for subscription in stack.referrers(topic, EventSubscription, EventSubscription.topic)[:1]:
            yield _Need("events.rds", _PUBLISHER, subscription)


def _admits(statement: Statement, service: str) -> bool:
    """Whether the statement is for the service, in any Region, or for everyone."""
    return statement.is_for_everyone or any(
        principal.service == service or principal.service.startswith(f"{service}.")
        for principal in statement.principals
    )


def _lacks(need: _Need, statements: list[Statement]) -> list[str]:
    admitting = [statement for statement in statements if _admits(statement, need.service)]
    return [action for action in need.actions if not any(one.covers(action) for one in admitting)]


def _allowing(key: AnyKey, stack: Stack) -> list[Statement]:
    """What the key's policies allow, its own and those attached to it."""
    policies: list[Value[Any]] = [key.policy]
    if stack.undecided_referrers(KEYS, KeyPolicy, KeyPolicy.key):
        raise UnknownValue(
            "a key policy of this stack may be the key's: its `keyId` is not known before the update"
        )
    policies += [item.policy for item in stack.referrers(key, KeyPolicy, KeyPolicy.key, among=KEYS)]
    documents = [document for policy in policies if (document := PolicyDocument.of(policy)) is not None]
    return [statement for document in documents for statement in document.allowing()]


@control(
    title="KMS key policy lets the services of this stack use the key",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-services.html",
    remediation=(
        "Allow the service's principal the actions it lacks, limited by aws:SourceAccount or, for log groups, by"
        " kms:EncryptionContext:aws:logs:arn; the change is in place."
    ),
)
def key_policy_serves_users(key: KmsKey | ReplicaKey | ExternalKey, stack: Stack) -> Verdict:
    needs = list(_needs(key, stack))
    if not needs:
        return not_applicable(
            "no log group, trail or topic of this stack uses the key under a service's name"
        )
    statements = _allowing(key, stack)
    unmet = [(need, lacking) for need in needs if (lacking := _lacks(need, statements))]
    if not unmet:
        return PASS
    need, lacking = unmet[0]
    return fail(
        f"`{key.policy.path}` does not allow {need.service} to {', '.join(lacking)}, which {need.user.NOUN}"
        f" `{need.user.name}` needs.",
        key.policy,
    )
