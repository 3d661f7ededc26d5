"""Whether a property names a customer-managed key.

A key's id and ARN look the same whoever manages it, so a literal that is no key of the stack says little: a
program that looks up `alias/aws/rds` passes on such an ARN. What does tell:

- a key, or an alias, that the stack makes is the customer's. One that it only reads (`Key.get`) is AWS's where it
  has the policy that AWS gives to its own;
- an alias is the customer's unless it begins with `alias/aws/`, which AWS keeps for itself;
- only a customer-managed key can be multi-Region (`mrk-`) or used from another account.

Source: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html
"""

import re
from typing import Any

from ..model import Stack, Value
from ..model.kms import KEYS, Alias, AnyKey
from ..model.location import location_of
from .control import PASS, Verdict, each, fail, unknown

_AWS_ALIAS = re.compile(r"(?:^|:)(?:alias/)?(aws/[\w/-]+)$")
_CUSTOMER_ALIAS = re.compile(r"(?:^|:)alias/(?!aws/)")
_ARN = re.compile(r"arn:[^:]*:kms:[^:]*:(\d{12}):")


def customer_key(value: Value[Any], stack: Stack, managed_alias: str, encrypts: str) -> Verdict:
    """Pass where a customer-managed key is named, fail on none or one of AWS, else unknown.

    `managed_alias` is the service's own key (`rds`), and `encrypts` begins the message: "The cluster is encrypted".
    """
    if value.is_absent:
        return fail(f"{encrypts} with an AWS key: `{value.path}` names no customer-managed key.", value)
    text = value.get("") if isinstance(value.raw, str) else ""
    # A name without `alias/` means the same key: consoles show it as `aws/rds`.
    if found := _AWS_ALIAS.search(text):
        return fail(f"{encrypts} with the AWS-managed key `alias/{found[1]}`.", value)

    def judge(key: AnyKey) -> Verdict:
        if key.is_aws_managed:
            return fail(
                f"{encrypts} with the AWS-managed key `alias/aws/{managed_alias}`: `{value.path}` names"
                f" `{key.name}`, which is one of AWS.",
                value,
            )
        return PASS

    reference = stack.follow(value, *KEYS)
    if reference.found:
        return each(reference.found, judge)
    if stack.follow(value, Alias).found or _CUSTOMER_ALIAS.search(text) or "mrk-" in text:
        return PASS
    owner = stack.by_urn.get(value.owner)
    own_account = "" if owner is None else location_of(owner).account
    if (arn := _ARN.match(text)) and own_account.isdigit() and arn[1] != own_account:
        return PASS
    return unknown(
        f"`{value.path}` names a key that is not part of this stack, and its id does not tell whether AWS manages"
        " it; name it by its alias to show that it is yours",
        value,
    )
