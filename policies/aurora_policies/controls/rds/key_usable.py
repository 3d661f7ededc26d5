"""RDS can only use a symmetric key of its own Region; with any other the database is not created.

The secondary of a global database is where the primary's key is most often named by mistake.
"""

import re

from ...model import Stack
from ...model.kms import KmsKey
from ...model.rds import DbCluster, DbInstance
from ..control import PASS, Severity, Verdict, control, fail, not_applicable

_KEY_ARN = re.compile(r"arn:[\w-]+:kms:([\w-]+):")


def _region_of(database: DbCluster | DbInstance) -> str:
    """The Region the database is created in, where the program says it."""
    for region in (
        database.resource.properties.get("region"),
        database.resource.provider.properties.get("region"),
    ):
        if isinstance(region, str) and region:
            return region
    return ""


@control(
    title="Database's key is symmetric and of its Region",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="Overview.Encryption.Keys",
    remediation="Set kmsKeyId to a symmetric encryption key of the database's Region; a replacement.",
)
def key_usable(database: DbCluster | DbInstance, stack: Stack) -> Verdict:
    named = database.kms_key_id
    if named.is_absent:
        return not_applicable("no key is named")
    if isinstance(named.raw, str) and (arn := _KEY_ARN.match(named.raw)):
        region = _region_of(database)
        if region and region != arn[1]:
            return fail(f"`{named.path}` names a key of {arn[1]}; the database is in {region}.", named)
    key: KmsKey | None = stack.follow(named, KmsKey).only()
    if key is None:
        return not_applicable("no key is named")
    if not key.is_symmetric:
        return fail(
            f"`{named.path}` names `{key.name}`, whose `{key.spec.path}` is {key.spec.shown()}.", named
        )
    if (key.usage.get("ENCRYPT_DECRYPT") or "ENCRYPT_DECRYPT").upper() != "ENCRYPT_DECRYPT":
        return fail(
            f"`{named.path}` names `{key.name}`, whose `{key.usage.path}` is {key.usage.shown()}.", named
        )
    return PASS
