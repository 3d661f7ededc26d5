"""In enforce mode a VPC carries nothing that the network does not encrypt; in monitor mode it only reports."""

from ...model.vpc import EncryptionControl
from ..control import Severity, Verdict, control, equals


@control(
    title="VPC Encryption Control enforces",
    severity=Severity.LOW,
    topic="data-protection",
    source="inter-network-traffic-privacy",
    remediation="Set mode to enforce, once monitoring shows nothing that would break.",
    opt_in="it is billed, and refuses older instance types",
)
def encryption_control(encryption: EncryptionControl) -> Verdict:
    return equals(encryption.mode, "enforce", absent="monitor")
