"""Which AWS managed policies are given, shared by the controls of this folder."""

import re

from ...model import Stack, Value
from ...model.iam import GivesManagedPolicies, ManagedPolicy
from ...model.values import UNKNOWN, to_text


def not_own(attachment: GivesManagedPolicies, stack: Stack) -> list[Value[object]]:
    """The policies that are given, but for those of this stack, whose ARN no preview knows.

    Raises:
        UnknownValue: the policies as a whole are not known before the update.
    """
    policies = attachment.policies
    own = len(stack.follow(policies, ManagedPolicy).found) if policies.is_unknown else 0
    if policies.raw is UNKNOWN and own:
        return []
    given = list(policies.items())
    known = [value for value in given if not value.is_unknown]
    return known if len(given) - len(known) <= own else given


def aws_policy(value: Value[object]) -> str:
    """The path and name of the AWS managed policy, such as `service-role/...`, or an empty string.

    Raises:
        UnknownValue: the ARN is not known before the update.
    """
    arn = value.as_(to_text).get("")
    found = re.fullmatch(r"arn:[^:]*:iam::aws:policy/(.+)", arn)
    return found.group(1) if found else ""
