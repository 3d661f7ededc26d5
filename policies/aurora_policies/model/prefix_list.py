"""Managed prefix lists."""

from .resource import Anything, Text, View


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
