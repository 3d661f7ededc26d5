"""What is listed in ignoreChanges is never put right again: someone opens it by hand, and every update agrees.

Only properties that guard the data count. What has to be ignored, such as the password, the version of a member of
a global database or backups that AWS Backup manages, does not.
"""

import re
from dataclasses import dataclass

from ...model.kms import KmsKey
from ...model.rds import (
    ClusterInstance,
    ClusterParameterGroup,
    DbCluster,
    DbInstance,
    DbProxy,
    GlobalCluster,
    ParameterGroup,
    ShardGroup,
    SubnetGroup,
)
from ...model.sg import SecurityGroup, SecurityGroupRule
from ..control import PASS, Severity, Verdict, control, fail, setting

Guarded = (
    DbCluster
    | ClusterInstance
    | DbInstance
    | GlobalCluster
    | ShardGroup
    | SubnetGroup
    | ClusterParameterGroup
    | ParameterGroup
    | DbProxy
    | KmsKey
    | SecurityGroup
    | SecurityGroupRule
)

# In both providers' spelling. Backups, windows, versions, tags and names are left out: others may manage them.
_DATABASE = (
    "storageEncrypted",
    "kmsKeyId",
    "vpcSecurityGroupIds",
    "vpcSecurityGroups",
    "dbSubnetGroupName",
    "dbClusterParameterGroupName",
    "dbParameterGroupName",
    "parameterGroupName",
    "iamDatabaseAuthenticationEnabled",
    "enableIamDatabaseAuthentication",
    "manageMasterUserPassword",
    "masterUserSecretKmsKeyId",
    "masterUserSecret",
    "deletionProtection",
    "publiclyAccessible",
    "enableHttpEndpoint",
    "enabledCloudwatchLogsExports",
    "enableCloudwatchLogsExports",
    "performanceInsightsKmsKeyId",
)
_RULE = (
    "cidrIpv4",
    "cidrIpv6",
    "cidrIp",
    "cidrBlocks",
    "ipv6CidrBlocks",
    "ipProtocol",
    "protocol",
    "fromPort",
    "toPort",
    "referencedSecurityGroupId",
    "sourceSecurityGroupId",
    "prefixListId",
    "prefixListIds",
    "sourcePrefixListId",
)
_OTHERS = {
    SubnetGroup: ("subnetIds",),
    ClusterParameterGroup: ("parameters",),
    ParameterGroup: ("parameters",),
    DbProxy: (
        "requireTls",
        "auths",
        "auth",
        "vpcSecurityGroupIds",
        "vpcSubnetIds",
        "roleArn",
        "debugLogging",
    ),
    KmsKey: ("policy", "keyPolicy", "enableKeyRotation", "isEnabled", "enabled"),
    SecurityGroupRule: _RULE,
}
_INLINE_RULES = ("ingress", "egress", "securityGroupIngress", "securityGroupEgress")


@dataclass(frozen=True)
class Ignored:
    """What may be ignored after all."""

    allowed: tuple[str, ...] = setting(
        (), "Properties that ignoreChanges may list, as the provider spells them."
    )


def _guards(resource: Guarded) -> tuple[str, ...]:
    """The properties of `resource` that guard the data."""
    if isinstance(resource, SecurityGroup):
        # Without inline rules, ignoring them is how one leaves them to rule resources.
        return tuple(key for key in _INLINE_RULES if resource.value(key).is_set)
    return _OTHERS.get(type(resource), _DATABASE)


def _top_level(path: str) -> str:
    """The property that a path of ignoreChanges is about: `parameters` of `parameters[0].value`."""
    found = re.search(r"\w+", path)
    words = found[0].split("_") if found else [""]
    return words[0] + "".join(word.capitalize() for word in words[1:])


@control(
    title="ignoreChanges hides no property that guards the data",
    severity=Severity.MEDIUM,
    topic="best-practices",
    source="https://www.pulumi.com/docs/iac/concepts/resources/options/ignorechanges/",
    remediation="Take the property out of ignoreChanges, and state the value that is in force; nothing is replaced.",
)
def ignored_security_property(resource: Guarded, settings: Ignored) -> Verdict:
    ignored = resource.resource.options.ignore_changes
    if "*" in ignored:
        return fail("ignoreChanges lists everything, so nothing that guards the data is put right.")
    guards = set(_guards(resource)) - set(settings.allowed)
    hidden = [key for key in map(_top_level, ignored) if key in guards]
    if not hidden:
        return PASS
    names = ", ".join(f"`{key}`" for key in dict.fromkeys(hidden))
    return fail(f"ignoreChanges hides {names}: a change made by hand stays.", hidden[0])
