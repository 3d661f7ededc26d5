"""What starts in a subnet that hands out public addresses stands on the internet without anybody's saying so."""

from dataclasses import dataclass

from ...model.subnet import DefaultSubnet, Subnet
from ..control import Fix, Severity, Verdict, control, fail, is_false, not_applicable, setting


@dataclass(frozen=True)
class PublicTier:
    exempt_tags: tuple[str, ...] = setting(
        (), "Subnets with one of these tags (`key` or `key=value`) may give public addresses."
    )


def _is_exempt(subnet: Subnet, settings: PublicTier) -> bool:
    if not settings.exempt_tags or subnet.tags.is_unknown:
        return False
    tags = subnet.tags.get() or {}
    return any(
        tag in settings.exempt_tags or f"{tag}={value}" in settings.exempt_tags for tag, value in tags.items()
    )


@control(
    title="Subnet gives no public addresses",
    severity=Severity.MEDIUM,
    topic="vpc",
    source="USER_VPC.Scenarios",
    remediation="Set mapPublicIpOnLaunch to false; in place. What needs an address asks for one itself.",
    fix=Fix(Subnet.map_public_ip, False),
)
def no_auto_assign_public_ip(subnet: Subnet | DefaultSubnet, settings: PublicTier) -> Verdict:
    if isinstance(subnet, DefaultSubnet):
        if subnet.map_public_ip.get(True):
            return fail(
                "A default subnet gives public addresses unless `mapPublicIpOnLaunch` is false.",
                subnet.map_public_ip,
            )
        return is_false(subnet.map_public_ip)
    if _is_exempt(subnet, settings):
        return not_applicable("its tag says that it is a public one")
    return is_false(subnet.map_public_ip)
