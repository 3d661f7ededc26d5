"""Where a resource is made: its region and account, as far as a stack shows them.

A name such as `orders` is unique for each kind of resource in one region of one account, so a literal name is
only evidence within those.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .resource import Provider, Resource
from .values import reveal

# Services whose names are unique in an account, whatever the region.
_WITHOUT_REGION = frozenset(
    {"iam", "route53", "cloudfront", "organizations", "globalaccelerator", "shield", "waf"}
)
_TYPES_WITHOUT_REGION = frozenset({"aws:rds/globalCluster:GlobalCluster", "aws-native:rds:GlobalCluster"})
# Services whose names are unique in the whole of AWS.
_WORLDWIDE = frozenset({"s3"})


@dataclass(frozen=True, slots=True)
class Location:
    """A region and an account; "" where the stack does not show it. An account may be given by its profile."""

    region: str = ""
    account: str = ""

    def may_be(self, other: "Location", resource_type: str) -> bool:
        """Whether a name used here can mean a resource of `resource_type` made at `other`."""
        service = _service(resource_type)
        if service in _WORLDWIDE:
            return True
        if _differ(self.account, other.account) and self.account.isdigit() == other.account.isdigit():
            return False
        across_regions = service in _WITHOUT_REGION or resource_type in _TYPES_WITHOUT_REGION
        return across_regions or not _differ(self.region, other.region)


def location_of(resource: Resource) -> Location:
    """Return where `resource` is: by its own ARN, its own `region`, or its provider, in this order."""
    provider = resource.provider
    arn = _text(resource.properties.get("arn")).split(":", 5)
    by_arn = arn if len(arn) == 6 and arn[0] == "arn" else [""] * 6
    region = by_arn[3] or _text(resource.properties.get("region")) or _text(provider.properties.get("region"))
    return Location(region, by_arn[4] if by_arn[4].isdigit() else _account(provider))


def _account(provider: Provider) -> str:
    """The account number of the role that the provider assumes or is limited to; else its profile."""
    roles = [
        *_entries(provider.properties.get("assumeRoles")),
        *_entries(provider.properties.get("assumeRole")),
    ]
    # The last role of a chain is the one that makes the resources.
    for role in reversed(roles):
        arn = _text(role.get("roleArn")) if isinstance(role, Mapping) else ""
        if arn.count(":") >= 5:
            return arn.split(":")[4]
    allowed = _entries(provider.properties.get("allowedAccountIds"))
    if len(allowed) == 1 and (number := _text(allowed[0])):
        return number
    return _text(provider.properties.get("profile"))


def _entries(raw: Any) -> list[Any]:
    """Read a list, or one entry alone; the engine writes the nested values of a provider as JSON text."""
    raw = reveal(raw)
    if isinstance(raw, str):
        try:
            raw = json.loads(raw)
        except ValueError:
            return []
    return [reveal(item) for item in raw] if isinstance(raw, list) else [raw] if raw else []


def _text(raw: Any) -> str:
    raw = reveal(raw)
    return raw if isinstance(raw, str) else ""


def _differ(one: str, other: str) -> bool:
    return bool(one) and bool(other) and one != other


def _service(resource_type: str) -> str:
    """The service of a token: `rds` of `aws:rds/cluster:Cluster` and of `aws-native:rds:DbCluster`."""
    return resource_type.split(":")[1].split("/")[0] if ":" in resource_type else ""
