"""Clients reach a database by its name, which follows a failover. Without DNS in the VPC they do not find it.

Private DNS of VPC endpoints needs both attributes.
"""

from ...model.vpc import Vpc
from ..control import Fix, Severity, Verdict, all_of, control, is_true


@control(
    title="VPC must resolve DNS names and host names",
    severity=Severity.LOW,
    topic="vpc",
    source="USER_VPC.WorkingWithRDSInstanceinaVPC",
    remediation="Set enableDnsSupport and enableDnsHostnames to true; in place.",
    fix=Fix(Vpc.dns_support, True),
)
def dns_settings(vpc: Vpc) -> Verdict:
    return all_of(
        lambda: is_true(vpc.dns_support, absent=True),
        lambda: is_true(vpc.dns_hostnames, absent=False),
    )
