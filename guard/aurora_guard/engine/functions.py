"""Provider functions that guard can answer with no account: from configuration, or by computing.

A function that is not here is unknown until the update, and so is one whose arguments are. Names
follow the AWS provider's tokens without the package: `iam/getPolicyDocument`.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from .wire import Properties, has_unknown, secret

#: Stands for the account of the stack where nothing in the configuration names one.
PLACEHOLDER_ACCOUNT = "123456789012"


@dataclass(frozen=True)
class Aws:
    """Where a call would go: the region and the account of the provider that makes it."""

    region: str
    account: str = PLACEHOLDER_ACCOUNT

    @property
    def partition(self) -> str:
        if self.region.startswith("cn-"):
            return "aws-cn"
        return "aws-us-gov" if self.region.startswith("us-gov-") else "aws"

    @property
    def dns_suffix(self) -> str:
        return "amazonaws.com.cn" if self.partition == "aws-cn" else "amazonaws.com"


def answer(token: str, args: Properties, aws: Aws) -> Properties | None:
    """What the function `token` would return, or None when only the provider can tell."""
    package, _, function = token.partition(":")
    known = AWS_FUNCTIONS.get(function.split(":")[0]) if package == "aws" else None
    if known is None or has_unknown(args):
        return None
    # Most functions take another region than their provider's.
    return known(args, replace(aws, region=args.get("region") or aws.region))


def _caller_identity(_: Properties, aws: Aws) -> Properties:
    return {
        "accountId": aws.account,
        "arn": f"arn:{aws.partition}:iam::{aws.account}:root",
        "id": aws.account,
        "userId": aws.account,
    }


def _partition(_: Properties, aws: Aws) -> Properties:
    return {
        "id": aws.partition,
        "partition": aws.partition,
        "dnsSuffix": aws.dns_suffix,
        "reverseDnsPrefix": ".".join(reversed(aws.dns_suffix.split("."))),
    }


def _region(args: Properties, aws: Aws) -> Properties:
    region = args.get("name") or aws.region
    return {
        "id": region,
        "name": region,
        "region": region,
        "description": region,
        "endpoint": f"ec2.{region}.{Aws(region).dns_suffix}",
    }


#: How the parts of a region are written in the ids of its zones: `use1-az1` is in us-east-1.
_ABBREVIATIONS = {
    "gov": "g",
    "north": "n",
    "south": "s",
    "east": "e",
    "west": "w",
    "central": "c",
    "northeast": "ne",
    "northwest": "nw",
    "southeast": "se",
    "southwest": "sw",
}


def _availability_zones(_: Properties, aws: Aws) -> Properties:
    zones = [f"{aws.region}{letter}" for letter in "abc"]
    short = "".join(_ABBREVIATIONS.get(part, part) for part in aws.region.split("-"))
    return {
        "id": aws.region,
        "names": zones,
        "zoneIds": [f"{short}-az{number}" for number in range(1, 4)],
        "groupNames": [aws.region],
        "region": aws.region,
    }


def _service_principal(args: Properties, aws: Aws) -> Properties:
    service = args["serviceName"]
    return {
        "id": f"{service}.{aws.region}.amazonaws.com",
        "name": f"{service}.amazonaws.com",
        "serviceName": service,
        "suffix": "amazonaws.com",
        "region": aws.region,
    }


def _service(args: Properties, aws: Aws) -> Properties | None:
    service = args.get("serviceId")
    if not service:
        return None
    prefix = ".".join(reversed(aws.dns_suffix.split(".")))
    return {
        "id": f"{prefix}.{aws.region}.{service}",
        "serviceId": service,
        "region": aws.region,
        "dnsName": f"{service}.{aws.region}.{aws.dns_suffix}",
        "reverseDnsName": f"{prefix}.{aws.region}.{service}",
        "reverseDnsPrefix": prefix,
        "partition": aws.partition,
        "supported": True,
    }


def _random_password(args: Properties, aws: Aws) -> Properties:
    """A secret of the asked length. It is no password: the update draws one."""
    length = int(args.get("passwordLength") or 32)
    return {"id": aws.region, "randomPassword": secret("x" * length), "region": aws.region}


def _engine_version(args: Properties, aws: Aws) -> Properties | None:
    """The version that was asked for. What the region offers, only the provider can tell."""
    version = args.get("version")
    if not version:
        return None
    return {**args, "id": version, "version": version, "versionActual": version, "region": aws.region}


def _policy_document(args: Properties, _: Aws) -> Properties:
    """The JSON document that the provider builds: statements in order, merged by `Sid`.

    Source documents come first and may not share a Sid; override documents replace by Sid.
    """
    document: dict[str, Any] = {"Version": args.get("version") or "2012-10-17"}
    if args.get("policyId"):
        document["Id"] = args["policyId"]
    own = [_statement(statement) for statement in args.get("statements") or []]
    statements: list[Any] = []
    for source in args.get("sourcePolicyDocuments") or []:
        statements += _statements_of(source)
    _override(statements, own)
    for override in args.get("overridePolicyDocuments") or []:
        _override(statements, _statements_of(override))
    document["Statement"] = statements
    return {
        **args,
        "id": "0",
        "json": json.dumps(document, indent=2),
        "minifiedJson": json.dumps(document, separators=(",", ":")),
    }


def _statements_of(document: str) -> list[Any]:
    statements = json.loads(document).get("Statement", []) if document else []
    return statements if isinstance(statements, list) else [statements]


def _override(statements: list[Any], newer: list[Any]) -> None:
    """Adds `newer`, each in the place of the statement with its Sid if there is one."""
    places = {
        statement.get("Sid"): place for place, statement in enumerate(statements) if statement.get("Sid")
    }
    for statement in newer:
        place = places.get(statement.get("Sid"))
        if place is None:
            statements.append(statement)
        else:
            statements[place] = statement


def _statement(args: Properties) -> Properties:
    statement: Properties = {"Sid": args["sid"]} if args.get("sid") else {}
    statement["Effect"] = args.get("effect") or "Allow"
    for key in ("actions", "notActions", "resources", "notResources"):
        if args.get(key):
            name = key[0].upper() + key[1:-1]
            statement[name] = _one_or_many([_variables(item) for item in args[key]])
    for key in ("principals", "notPrincipals"):
        if args.get(key):
            statement[key[0].upper() + key[1:-1]] = _principals(args[key])
    if args.get("conditions"):
        statement["Condition"] = _conditions(args["conditions"])
    return statement


def _principals(principals: list[Properties]) -> Any:
    if any(entry["type"] == "*" and entry["identifiers"] == ["*"] for entry in principals):
        return "*"
    merged: dict[str, list[str]] = {}
    for entry in principals:
        merged.setdefault(entry["type"], []).extend(_variables(name) for name in entry["identifiers"])
    return {kind: _one_or_many(names) for kind, names in merged.items()}


def _conditions(conditions: list[Properties]) -> Any:
    merged: dict[str, dict[str, list[str]]] = {}
    for condition in conditions:
        values = merged.setdefault(condition["test"], {}).setdefault(condition["variable"], [])
        values.extend(_variables(value) for value in condition["values"])
    return {
        test: {variable: _one_or_many(values) for variable, values in variables.items()}
        for test, variables in merged.items()
    }


def _one_or_many(values: list[str]) -> str | list[str]:
    return values[0] if len(values) == 1 else values


def _variables(text: str) -> str:
    """`&{aws:username}` is the provider's way to write the policy variable `${aws:username}`."""
    return text.replace("&{", "${")


AWS_FUNCTIONS: dict[str, Callable[[Properties, Aws], Properties | None]] = {
    "index/getCallerIdentity": _caller_identity,
    "index/getPartition": _partition,
    "index/getRegion": _region,
    "index/getAvailabilityZones": _availability_zones,
    "index/getServicePrincipal": _service_principal,
    "index/getService": _service,
    "iam/getPolicyDocument": _policy_document,
    "secretsmanager/getRandomPassword": _random_password,
    "rds/getEngineVersion": _engine_version,
}
