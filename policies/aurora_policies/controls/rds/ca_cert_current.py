"""A server certificate of an expired authority breaks every client that checks it, as each client should.

What is not stated gets the account's default authority, which AWS keeps current.
"""

from dataclasses import dataclass

from ...model.rds import Certificate, ClusterInstance, DbCluster, DbInstance
from ..control import Severity, Verdict, control, none_of, setting


@dataclass(frozen=True)
class Authorities:
    expired_authorities: tuple[str, ...] = setting(
        ("rds-ca-2010", "rds-ca-2015", "rds-ca-2019"),
        "Certificate authorities that have expired; rds-ca-2019 did in August 2024.",
    )


@control(
    title="Server certificate is of a current authority",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="UsingWithRDS.SSL-certificate-rotation",
    remediation=(
        "Set caCertIdentifier to rds-ca-rsa2048-g1, or leave it out, and give clients the new bundle first; "
        "in place, with a restart on older engine versions."
    ),
)
def ca_cert_current(
    database: DbCluster | ClusterInstance | DbInstance | Certificate, settings: Authorities
) -> Verdict:
    return none_of(database.ca_certificate, settings.expired_authorities, "this authority has expired")
