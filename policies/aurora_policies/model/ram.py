"""AWS Resource Access Manager, which shares resources with other accounts."""

from .resource import Flag, Text, View


class ResourceShare(View):
    """What resources are shared through, and with whom."""

    TYPES = ("aws:ram/resourceShare:ResourceShare",)
    IDENTITIES = ("arn", "id")
    NOUN = "resource share"

    external_principals = Flag("allowExternalPrincipals")


class ResourceAssociation(View):
    """One resource of a share."""

    TYPES = ("aws:ram/resourceAssociation:ResourceAssociation",)
    NOUN = "resource of a share"

    shared = Text("resourceArn")
    share = Text("resourceShareArn")
