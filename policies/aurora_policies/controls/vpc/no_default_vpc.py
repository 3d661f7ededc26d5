"""Every subnet of the default VPC is public, and everything in an account that names no VPC lands there."""

from ...model.subnet import DefaultSubnet
from ...model.vpc import DefaultVpc
from ..control import Severity, Verdict, control, fail, passed


@control(
    title="Default VPC is not used",
    severity=Severity.MEDIUM,
    topic="vpc",
    source="USER_VPC.WorkingWithRDSInstanceinaVPC",
    remediation="Make a VPC of your own; to remove the default one, adopt it once with forceDestroy.",
)
def no_default_vpc(default: DefaultVpc | DefaultSubnet) -> Verdict:
    if default.force_destroy.get(False):
        return passed()
    return fail(f"The stack adopts a {default.NOUN}, which is public.")
