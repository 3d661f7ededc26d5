"""The keys that AWS makes for each service have a policy nobody can change: no sharing, no revoking, no disabling.

Where a service has a control of its own, that one judges whether a key is named at all; this one finds every
`alias/aws/...` in the stack."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ...model import Resource, Stack
from ...model.values import holds_unknown, reveal
from ..control import PASS, Severity, Verdict, control, fail, unknown

_DEFAULT_KEY = re.compile(r"(arn:[^:]*:kms:[^:]*:[^:]*:)?alias/aws/[\w/-]+")
_KEY_PROPERTY = re.compile(r"kms.*key|key.*kms", re.IGNORECASE)


def _texts(raw: Any) -> Iterator[str]:
    raw = reveal(raw)
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, Mapping):
        for item in raw.values():
            yield from _texts(item)
    elif isinstance(raw, list):
        for item in raw:
            yield from _texts(item)


def _uses(resource: Resource) -> Iterator[str]:
    for name, raw in resource.properties.items():
        for text in _texts(raw):
            if _DEFAULT_KEY.fullmatch(text):
                alias = text[text.index("alias/") :]
                yield f"`{resource.name}` ({resource.type}) in `{name}`: {alias}"


def _undecided(resource: Resource) -> Iterator[str]:
    """The keys that are not known yet and come from no resource of the stack."""
    for name, raw in resource.properties.items():
        if _KEY_PROPERTY.search(name) and holds_unknown(raw) and not resource.property_dependencies.get(name):
            yield f"`{name}` of `{resource.name}`"


@control(
    title="No service uses the key that AWS made for it",
    severity=Severity.LOW,
    topic="data-protection",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html",
    remediation="Name a customer-managed key; many services take another key by replacement only.",
)
def default_key_not_used(stack: Stack) -> Verdict:
    # An alias of this form is AWS's own; what a stack reads of it is no use of the key.
    users = [
        each
        for each in stack.resources
        if each.type.startswith(("aws:", "aws-native:")) and ":kms" not in each.type
    ]
    found = [use for resource in users for use in _uses(resource)]
    if found:
        return fail(f"Encrypted with a key of AWS: {'; '.join(found)}.")
    undecided = [item for resource in users for item in _undecided(resource)]
    if undecided:
        return unknown(f"not known before the update: {', '.join(undecided)}")
    return PASS
