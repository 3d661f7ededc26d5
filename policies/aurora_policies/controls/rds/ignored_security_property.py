"""An update never corrects what ignoreChanges lists: if someone opens it by hand, it stays open.

Only properties that guard the data count: encryption, networks, resource and IAM policies, shared accounts and the
retention of logs. What has to be ignored, such as the password, the version of a member of a global database or
backups that AWS Backup manages, does not.
"""

import re
from dataclasses import dataclass

from ...model import View
from ...model.backup import VaultLockConfiguration, VaultPolicy
from ...model.iam import IdentityPolicy, Role
from ...model.kms import ExternalKey, KeyPolicy, KmsKey, ReplicaKey
from ...model.log_group import LogGroup, LogResourcePolicy
from ...model.rds import (
    ClusterInstance,
    ClusterParameterGroup,
    DbCluster,
    DbInstance,
    DbProxy,
    GlobalCluster,
    ParameterGroup,
    ShardGroup,
    Snapshot,
    SnapshotCopy,
    SubnetGroup,
)
from ...model.secret import Secret, SecretPolicy
from ...model.sg import SecurityGroup, SecurityGroupRule
from ...model.sns import Topic, TopicPolicy
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
    | ReplicaKey
    | ExternalKey
    | KeyPolicy
    | Secret
    | SecretPolicy
    | Topic
    | TopicPolicy
    | VaultPolicy
    | VaultLockConfiguration
    | Role
    | IdentityPolicy
    | Snapshot
    | SnapshotCopy
    | LogGroup
    | LogResourcePolicy
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
_KEY = ("policy", "keyPolicy", "enableKeyRotation", "isEnabled", "enabled")
_OTHERS: dict[type[View], tuple[str, ...]] = {
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
    KmsKey: _KEY,
    ReplicaKey: _KEY,
    ExternalKey: _KEY,
    KeyPolicy: ("policy",),
    Secret: ("policy", "kmsKeyId"),
    SecretPolicy: ("policy", "resourcePolicy", "blockPublicPolicy"),
    Topic: ("policy", "kmsMasterKeyId"),
    TopicPolicy: ("policy", "policyDocument"),
    VaultPolicy: ("policy",),
    VaultLockConfiguration: ("minRetentionDays", "changeableForDays"),
    Role: (
        "assumeRolePolicy",
        "assumeRolePolicyDocument",
        "inlinePolicies",
        "managedPolicyArns",
        "permissionsBoundary",
        "policies",
    ),
    IdentityPolicy: ("policy", "policyDocument", "inlinePolicy", "policies"),
    Snapshot: ("sharedAccounts",),
    SnapshotCopy: ("sharedAccounts",),
    LogGroup: ("retentionInDays", "kmsKeyId"),
    LogResourcePolicy: ("policyDocument",),
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
    title="ignoreChanges must not list a property that guards the data",
    severity=Severity.MEDIUM,
    topic="best-practices",
    source="https://www.pulumi.com/docs/iac/concepts/resources/options/ignorechanges/",
    remediation="Remove the property from ignoreChanges, and state the value that is in force; nothing is replaced.",
)
def ignored_security_property(resource: Guarded, settings: Ignored) -> Verdict:
    ignored = resource.resource.options.ignore_changes
    if "*" in ignored:
        return fail("ignoreChanges lists everything, so an update corrects nothing that guards the data.")
    guards = set(_guards(resource)) - set(settings.allowed)
    hidden = [key for key in map(_top_level, ignored) if key in guards]
    if not hidden:
        return PASS
    names = ", ".join(f"`{key}`" for key in dict.fromkeys(hidden))
    return fail(f"ignoreChanges hides {names}: a change made by hand stays.", hidden[0])
