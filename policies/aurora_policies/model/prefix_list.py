"""Managed prefix lists."""

from typing import Any

from .resource import Anything, Text, View
from .stack import Stack
from .values import Undecided, Value, to_text


class PrefixList(View):
    """A customer-managed prefix list: address ranges that rules and routes name together."""

    TYPES = ("aws:ec2/managedPrefixList:ManagedPrefixList", "aws-native:ec2:PrefixList")
    IDENTITIES = ("id", "prefixListId", "arn")
    NOUN = "prefix list"

    entries = Anything("entries")


class PrefixListEntry(View):
    """One range of a prefix list, as a resource of its own."""

    TYPES = ("aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry",)
    NOUN = "prefix list entry"

    prefix_list = Text("prefixListId")
    cidr = Text("cidr")


def listed_ranges(lists: Value[Any], stack: Stack) -> tuple[list[Value[str]], list[str]]:
    """Return the address ranges of the prefix lists that a property names, and why some are not known."""
    reference = stack.follow(lists, PrefixList)
    found: list[Value[str]] = []
    undecided = [reference.outside_reason] if reference.outside else []
    for named in reference.found:
        try:
            found += [entry.at("cidr", to_text) for entry in named.entries.items()]
        except Undecided as reason:
            undecided.append(f"prefix list {named.name}: {reason.reason}")
        found += [entry.cidr for entry in stack.referrers(named, PrefixListEntry, "prefixListId")]
    return found, undecided
