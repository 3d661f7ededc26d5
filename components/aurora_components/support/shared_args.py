"""Arguments that a component made of others passes on to its parts."""

from typing import NotRequired, TypedDict

from pulumi import Input

from .enums import ProtectionName, StrMap


class Region(TypedDict):
    """Where a part is."""

    region: NotRequired[str]


class Tags(TypedDict):
    """The tags of a part."""

    tags: NotRequired[StrMap]


class Place(Region, Tags):
    """Where a part is, and its tags."""


class Roles(TypedDict):
    """What the IAM roles of a part are like."""

    permissions_boundary_arn: NotRequired[Input[str]]
    iam_path: NotRequired[str]


class Policies(TypedDict):
    """What the IAM policies of a part are like."""

    iam_path: NotRequired[str]


class Guarded(TypedDict):
    """Protection of a part against deletion."""

    protection: NotRequired[ProtectionName]
