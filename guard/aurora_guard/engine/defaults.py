"""What the Check of the AWS provider adds to the inputs of a resource.

Constant defaults that the SDK fills by itself need no entry here. Two kinds of default do:

- a default of the Terraform schema, as long as it is not false, zero or empty: since version 7.27 the
  provider leaves those out. Computed properties have none, whatever AWS then chooses;
- the name of a resource that is given none: its logical name and seven random hexadecimal digits. Here
  the digits follow from the URN, so that a report does not change from one preview to the next.

Only what a program for Aurora is likely to hold is listed. Any other type is taken as it was registered.
"""

import hashlib
import json
from typing import Any

from .wire import SECRET, SIGNATURE, UNKNOWN, Properties, has_secret, has_unknown, is_signed, reveal, secret


def checked(type_: str, urn: str, name: str, inputs: Properties) -> Properties:
    """`inputs` as they are after Check, with the provider's defaults for what is absent."""
    result = {**DEFAULTS.get(type_, {}), **inputs}
    if (key := DOCUMENTS.get(type_)) in result:
        result[key] = _document(result[key])
    for key, defaults in NESTED_DEFAULTS.get(type_, {}).items():
        if isinstance(items := result.get(key), list):
            result[key] = [_filled(item, defaults) for item in items]
    named = NAMED.get(type_)
    if named and named not in result and f"{named}Prefix" not in result:
        digits = hashlib.sha256(urn.encode()).hexdigest()[:7]
        result[named] = f"{name.lower() if type_ in LOWER_CASE else name}-{digits}"
    return result


def _document(value: Any) -> Any:
    """A policy document as the provider makes it: text in JSON, unknown as a whole where anything in it is."""
    if not isinstance(value, dict):
        return value
    if has_unknown(value):
        return secret(UNKNOWN) if has_secret(value) else UNKNOWN
    if is_signed(value, SECRET) and not isinstance(reveal(value), dict):
        return value
    text = json.dumps(reveal(value), separators=(",", ":"), sort_keys=True)
    return secret(text) if has_secret(value) else text


def _filled(item: Any, defaults: Properties) -> Any:
    """An item of a list of objects with its defaults. A secret or unknown item stays as it is."""
    return {**defaults, **item} if isinstance(item, dict) and SIGNATURE not in item else item


#: The property of a type that the SDK also takes as a policy document that is not text yet.
DOCUMENTS = {
    "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": "policyDocument",
    "aws:ecr/lifecyclePolicy:LifecyclePolicy": "policy",
    "aws:ecr/registryPolicy:RegistryPolicy": "policy",
    "aws:ecr/repositoryPolicy:RepositoryPolicy": "policy",
    "aws:elasticsearch/domain:Domain": "accessPolicies",
    "aws:elasticsearch/domainPolicy:DomainPolicy": "accessPolicies",
    "aws:iam/groupPolicy:GroupPolicy": "policy",
    "aws:iam/policy:Policy": "policy",
    "aws:iam/role:Role": "assumeRolePolicy",
    "aws:iam/rolePolicy:RolePolicy": "policy",
    "aws:iam/userPolicy:UserPolicy": "policy",
    "aws:s3/bucket:Bucket": "policy",
    "aws:s3/bucketPolicy:BucketPolicy": "policy",
    "aws:sns/topicPolicy:TopicPolicy": "policy",
    "aws:sqs/queuePolicy:QueuePolicy": "policy",
}

_PARAMETERS = {"parameters": {"applyMethod": "immediate"}}

DEFAULTS: dict[str, Properties] = {
    "aws:cloudwatch/metricAlarm:MetricAlarm": {"actionsEnabled": True, "treatMissingData": "missing"},
    "aws:ec2/flowLog:FlowLog": {"logDestinationType": "cloud-watch-logs", "maxAggregationInterval": 600},
    "aws:ec2/vpc:Vpc": {"enableDnsSupport": True, "instanceTenancy": "default"},
    "aws:ec2/vpcEndpoint:VpcEndpoint": {"vpcEndpointType": "Gateway"},
    "aws:iam/policy:Policy": {"path": "/"},
    "aws:iam/role:Role": {"maxSessionDuration": 3600, "path": "/"},
    "aws:kms/key:Key": {
        "customerMasterKeySpec": "SYMMETRIC_DEFAULT",
        "isEnabled": True,
        "keyUsage": "ENCRYPT_DECRYPT",
    },
    "aws:rds/cluster:Cluster": {"deleteAutomatedBackups": True, "engineMode": "provisioned"},
    "aws:rds/clusterInstance:ClusterInstance": {"autoMinorVersionUpgrade": True},
    "aws:rds/eventSubscription:EventSubscription": {"enabled": True},
    "aws:rds/instance:Instance": {"autoMinorVersionUpgrade": True, "deleteAutomatedBackups": True},
    "aws:secretsmanager/secret:Secret": {"recoveryWindowInDays": 30},
}

#: Defaults inside lists of objects.
NESTED_DEFAULTS: dict[str, dict[str, Properties]] = {
    "aws:rds/clusterParameterGroup:ClusterParameterGroup": _PARAMETERS,
    "aws:rds/parameterGroup:ParameterGroup": _PARAMETERS,
}

#: The property that holds the name of the resource, for the types that Check names.
NAMED: dict[str, str] = {
    "aws:backup/plan:Plan": "name",
    "aws:backup/selection:Selection": "name",
    "aws:backup/vault:Vault": "name",
    "aws:cloudwatch/eventRule:EventRule": "name",
    "aws:cloudwatch/logGroup:LogGroup": "name",
    "aws:cloudwatch/metricAlarm:MetricAlarm": "name",
    "aws:ec2/securityGroup:SecurityGroup": "name",
    "aws:iam/policy:Policy": "name",
    "aws:iam/role:Role": "name",
    "aws:iam/rolePolicy:RolePolicy": "name",
    "aws:lambda/function:Function": "name",
    "aws:rds/clusterParameterGroup:ClusterParameterGroup": "name",
    "aws:rds/eventSubscription:EventSubscription": "name",
    "aws:rds/instance:Instance": "identifier",
    "aws:rds/optionGroup:OptionGroup": "name",
    "aws:rds/parameterGroup:ParameterGroup": "name",
    "aws:rds/proxy:Proxy": "name",
    "aws:rds/subnetGroup:SubnetGroup": "name",
    "aws:secretsmanager/secret:Secret": "name",
    "aws:sns/topic:Topic": "name",
}

#: Types whose names AWS keeps in lower case.
LOWER_CASE = frozenset(type_ for type_ in NAMED if type_.startswith("aws:rds/"))
