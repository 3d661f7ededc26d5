"""Pulumi refuses to delete or replace what is protected, before AWS is asked.

AWS's own deletion protection knows nothing of keys and vaults, and comes too late for a replacement.
"""

from ...model.backup import Vault
from ...model.kms import KmsKey
from ...model.rds import DbCluster, GlobalCluster
from ..control import Severity, Verdict, control, fail, passed


@control(
    title="Databases, their keys and vaults are protected in Pulumi",
    severity=Severity.LOW,
    topic="resilience",
    source="https://www.pulumi.com/docs/iac/concepts/resources/options/protect/",
    remediation="Give the resource the option protect=True; it only changes the state.",
    opt_in="throw-away stacks are meant to be destroyed",
)
def pulumi_protect(resource: DbCluster | GlobalCluster | KmsKey | Vault) -> Verdict:
    if resource.resource.options.protect:
        return passed()
    return fail("The resource option `protect` is not set: Pulumi may delete or replace it.")
