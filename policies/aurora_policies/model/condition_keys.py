"""What a condition of a policy proves about the caller, by AWS's pages on condition keys.

The table `facts/condition_keys.json` gives each key what it proves: an identity, an organization, a network, a service
or nothing. A statement for everyone is limited only by a key that proves who calls or from where. A service proves
neither, because every service acts for anyone; a key whose value the caller chooses, such as `sts:ExternalId` or
`aws:username`, proves nothing.
"""

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache

from ..facts import load
from .addresses import is_public, network


class Proof(Enum):
    """What a key proves about the caller."""

    IDENTITY = "identity"
    ORGANIZATION = "organization"
    NETWORK = "network"
    SERVICE = "service"
    NOTHING = "nothing"


# What limits a statement for everyone.
WHO_OR_WHERE = frozenset((Proof.IDENTITY, Proof.ORGANIZATION, Proof.NETWORK))

# A policy variable such as ${aws:username}; getPolicyDocument spells it &{aws:username}.
VARIABLE = re.compile(r"[$&]\{\s*([\w.-]+:[\w./-]+)\s*(,[^{}]*)?\}")

# Variables whose value the owner of the resource decides, and not the caller.
_OF_THE_OWNER = ("aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths")


@cache
def _keys() -> Mapping[str, tuple[Proof, str]]:
    data = load("condition_keys").data
    return {
        key.lower(): (proof, kind)
        for proof in Proof
        if proof is not Proof.NOTHING
        for key, kind in data[proof.value].items()
    }


def proof_of(key: str) -> Proof:
    """What a condition on `key` can prove; a key that is not in the table proves nothing."""
    return _keys().get(key.lower(), (Proof.NOTHING, ""))[0]


def admits_strangers(key: str, value: str) -> bool:
    """Whether a value of a condition on `key` admits whom it should keep out.

    A policy variable counts as a wildcard, unless the owner of the resource decides its value.
    """
    value = VARIABLE.sub(lambda found: "x" if found[1].lower() in _OF_THE_OWNER else "*", value)
    if value.strip("*?") == "":
        return True
    kind = _keys().get(key.lower(), (Proof.NOTHING, ""))[1]
    match kind:
        case "id":
            return is_wild(value)
        case "service":  # rds.*.amazonaws.com
            return is_wild(value.split(".", 1)[0])
        case "unique-id":  # AIDA..., or AROA...:session
            return is_wild(value.split(":", 1)[0])
        case "organization-path":  # o-1234567890/r-ab12/*
            return is_wild(value.split("/", 1)[0])
        case "range":
            return network(value) is None or is_public(value)
        case "arn" if not value.lower().startswith("arn:"):
            return is_wild(value)
    return value.lower().startswith("arn:") and _is_arn_of_strangers(value)


def is_wild(text: str) -> bool:
    """Whether it has a wildcard of IAM."""
    return "*" in text or "?" in text


def _is_arn_of_strangers(arn: str) -> bool:
    _, _, service, _, account, resource = (*arn.split(":", 5), "*", "*", "*", "*", "*")[:6]
    if re.match(r"\d{12}", account):
        return False
    if is_wild(account) and service != "s3":
        return True
    # The names of buckets are unique in the world, and their ARNs have no account.
    return (account == "" or is_wild(account)) and resource[:1] in ("*", "?")
