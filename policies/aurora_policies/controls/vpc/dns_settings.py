"""A database is reached by its name, which changes hands in a failover; without DNS in the VPC nothing finds it."""

from ...model.vpc import Vpc
from ..control import Fix, Severity, Verdict, control, is_true


@control(
    title="VPC resolves names",
    severity=Severity.LOW,
    topic="vpc",
    source="USER_VPC.WorkingWithRDSInstanceinaVPC",
    remediation="Set enableDnsSupport to true, and enableDnsHostnames with it; in place.",
    fix=Fix(Vpc.dns_support, True),
)
def dns_settings(vpc: Vpc) -> Verdict:
    return is_true(vpc.dns_support, absent=True)
