"""How the analyzer server says what the protocol has no field for. `guard` reads it back with the same module.

The protocol knows violations and policies that do not apply. Unknown results, exemptions, the property at fault
and what is left out are said in the text of a diagnostic or of a reason, as the functions here write them.
"""

import re

EXEMPT = "exempt: "
"""Starts the text of an accepted violation."""

UNUSED = "unused exemption: "
"""Starts the text about an exemption that matches nothing."""

DEFERRED = "reported with the whole stack, where it has a database"
"""The reason for a resource whose finding comes with the stack's."""

LEFT_OUT = "left out: the stack has no database, and the control is of medium or low severity"
"""The reason for a finding that is not reported."""

_SAME_REASON = "not judged for the same reason as "
_UNKNOWN = re.compile(r"can't run policy '.*?' from policy pack '.*?'(?: during preview)?: ", re.DOTALL)
_RESOURCE = re.compile(r" \[resource: (?P<urn>urn:.*)\]\Z", re.DOTALL)
_PROPERTY = re.compile(r"\s*\[property: (?P<path>[^\]]*(?:\[[^\]]*\][^\]]*)*)\]\s*\Z")


def unknown(policy: str, pack: str, version: str, reason: str, *, preview: bool) -> str:
    """Say that `policy` cannot judge yet, in the words of Pulumi's SDKs. `preview` is where the update will tell."""
    when = " during preview" if preview else ""
    return f"can't run policy '{policy}' from policy pack '{pack}@v{version}'{when}: {reason}"


def unknown_reason(message: str) -> str | None:
    """Return the reason in what `unknown` wrote, or None for another message. Reads every Python pack's."""
    match = _UNKNOWN.match(message)
    return message[match.end() :] if match else None


def with_property(message: str, path: str) -> str:
    """Add the property at fault to a message."""
    return f"{message} [property: {path}]" if path else message


def split_property(message: str) -> tuple[str, str]:
    """Return a message without the property that ends it, and the property's path or nothing."""
    match = _PROPERTY.search(message)
    return (message[: match.start()], match["path"]) if match else (message, "")


def same_reason(policy: str, reason: str) -> str:
    """Say that `policy` reports the reason why a resource cannot be judged."""
    return f"{_SAME_REASON}{policy}: {reason}"


def is_same_reason(reason: str) -> bool:
    """Whether `same_reason` wrote it."""
    return reason.startswith(_SAME_REASON)


def with_resource(reason: str, urn: str) -> str:
    """Add the resource to a reason: a policy that does not apply to one of a stack has no field for it."""
    return f"{reason} [resource: {urn}]" if urn else reason


def split_resource(reason: str) -> tuple[str, str]:
    """Return a reason without the resource that ends it, and the resource's URN or nothing."""
    match = _RESOURCE.search(reason)
    return (reason[: match.start()], match["urn"]) if match else (reason, "")


def unused(index: int) -> str:
    """Start the message about the exemption at `index` of a control's list."""
    return f"{UNUSED}exemptions[{index}] matches no violation"
