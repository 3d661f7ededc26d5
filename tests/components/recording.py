"""Run component code in this process against a monitor that records every registration.

`record` is the in-process path of a Python program: the real SDK serialises the real resources, and only the
engine's side of the wire is ours. The answers are those of a believable account, so documents stay readable.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pulumi
from google.protobuf import json_format
from pulumi.runtime import mocks, rpc
from pulumi.runtime.settings import SETTINGS
from pulumi.runtime.stack import run_pulumi_func
from pulumi.runtime.sync_await import _sync_await

ACCOUNT = "123456789012"

DNS_SUFFIXES = {"aws": "amazonaws.com", "aws-cn": "amazonaws.com.cn", "aws-us-gov": "amazonaws.com"}

_SIGNATURE = "4dabf18193072939515e22adb298388d"
_SECRET = "1b47061264138c4ac30d75fd1eb44270"


class _Unknown:
    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = _Unknown()
"""Stands for an input that is not known before the update."""


@dataclass(frozen=True)
class Secret:
    """An input that is marked as a secret on the wire."""

    value: Any


@dataclass
class Registration:
    """One RegisterResource request, in plain Python. Other resources are named by their logical names."""

    type: str
    name: str
    urn: str
    parent: str | None
    """None for what stands directly in the stack."""
    inputs: dict[str, Any]
    protect: bool | None
    ignore_changes: tuple[str, ...]
    dependencies: frozenset[str]
    property_dependencies: dict[str, frozenset[str]]
    retain_on_delete: bool | None
    delete_before_replace: bool | None
    custom_timeouts: dict[str, str]
    aliases: tuple[str, ...]
    import_id: str | None
    custom: bool
    provider: str
    additional_secret_outputs: tuple[str, ...]
    outputs: dict[str, Any] = field(default_factory=dict)
    """What a component passed to `register_outputs`."""

    @property
    def depends_on(self) -> frozenset[str]:
        """Dependencies that come from no input: the explicit ones."""
        return self.dependencies - frozenset().union(*self.property_dependencies.values())


class Recording(list[Registration]):
    """The registrations of one run in the order they reached the engine, without the stack itself."""

    def of(self, type_: str) -> list[Registration]:
        """All of one type, by name; `rds/cluster:Cluster` and `Network` are short for the full tokens."""
        tokens = (type_, f"aws:{type_}", f"aurora:index:{type_}")
        return sorted((each for each in self if each.type in tokens), key=lambda each: each.name)

    def one(self, type_: str, name: str | None = None) -> Registration:
        """The only resource of this type, or the only one with this name too."""
        found = [each for each in self.of(type_) if name is None or each.name == name]
        assert len(found) == 1, f"{len(found)} of {type_} {name or ''}: {[each.name for each in found]}"
        return found[0]

    def named(self, name: str) -> Registration:
        """The only resource with this logical name."""
        found = [each for each in self if each.name == name]
        assert len(found) == 1, f"{len(found)} named {name}: {[each.type for each in found]}"
        return found[0]

    def tree(self) -> list[tuple[str, str, str | None]]:
        """(type, name, parent) of everything, sorted: what the name freeze compares."""
        return sorted(((each.type, each.name, each.parent) for each in self), key=repr)


@dataclass
class World(mocks.Mocks):
    region: str
    partition: str
    outputs: Mapping[str, Mapping[str, Any]]

    def new_resource(self, args: mocks.MockResourceArgs) -> tuple[str | None, dict[str, Any]]:
        service, _, kind = args.typ.removeprefix("aws:").partition("/")
        region = args.inputs.get("region") or self.region
        state: dict[str, Any] = {
            "arn": f"arn:{self.partition}:{service}:{region}:{ACCOUNT}:{kind.partition(':')[0]}/{args.name}"
        }
        if not args.typ.startswith("aurora:"):
            state |= args.inputs | self._computed(args.typ, args.name, region, args.inputs)
        return f"{args.name}-id", {**state, **self.outputs.get(args.typ, {})}

    def _computed(self, type_: str, name: str, region: str, inputs: Mapping[str, Any]) -> dict[str, Any]:
        def arn(service: str, resource: str) -> str:
            return f"arn:{self.partition}:{service}:{region}:{ACCOUNT}:{resource}"

        physical = inputs.get("name") or f"{name}-1a2b3c4"
        match type_:
            case "pulumi:index:Stash":
                return {"output": inputs.get("input")}
            case "aws:rds/cluster:Cluster":
                identifier = inputs.get("clusterIdentifier") or physical
                host = f"{identifier}.cluster-abc.{region}.rds.{DNS_SUFFIXES[self.partition]}"
                return {
                    "arn": arn("rds", f"cluster:{identifier}"),
                    "clusterIdentifier": identifier,
                    "clusterResourceId": "cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                    "endpoint": host,
                    "readerEndpoint": host.replace(".cluster-", ".cluster-ro-"),
                    "engineVersionActual": inputs.get("engineVersion"),
                    "hostedZoneId": "Z1234567890",
                    "port": inputs.get("port") or 5432,
                    "masterUserSecrets": [
                        {
                            "secretArn": arn("secretsmanager", "secret:rds!cluster-1234-abcdef"),
                            "secretStatus": "active",
                            "kmsKeyId": inputs.get("masterUserSecretKmsKeyId"),
                        }
                    ]
                    if inputs.get("manageMasterUserPassword")
                    else [],
                }
            case "aws:rds/clusterInstance:ClusterInstance":
                return {"arn": arn("rds", f"db:{inputs.get('identifier') or physical}")}
            case "aws:rds/proxy:Proxy":
                return {
                    "arn": arn("rds", "db-proxy:prx-0123456789abcdef0"),
                    "endpoint": f"{physical}.proxy-abc.{region}.rds.{DNS_SUFFIXES[self.partition]}",
                    "name": physical,
                }
            case "aws:kms/key:Key" | "aws:kms/replicaKey:ReplicaKey":
                key_id = f"mrk-{name}" if "replica" in type_ or inputs.get("multiRegion") else name
                return {"arn": arn("kms", f"key/{key_id}"), "keyId": key_id}
            case "aws:cloudwatch/logGroup:LogGroup":
                return {"arn": arn("logs", f"log-group:{physical}"), "name": physical}
            case "aws:iam/role:Role":
                path = inputs.get("path") or "/"
                return {
                    "arn": f"arn:{self.partition}:iam::{ACCOUNT}:role{path}{physical}",
                    "name": physical,
                }
            case "aws:iam/policy:Policy":
                return {"arn": f"arn:{self.partition}:iam::{ACCOUNT}:policy/{physical}", "name": physical}
            case "aws:sns/topic:Topic":
                return {"arn": arn("sns", physical), "name": physical}
            case "aws:secretsmanager/secret:Secret":
                return {"arn": arn("secretsmanager", f"secret:{physical}-abcdef"), "name": physical}
            case "aws:ec2/vpc:Vpc":
                return {
                    "arn": arn("ec2", f"vpc/{name}-id"),
                    "cidrBlock": inputs.get("cidrBlock") or "10.99.0.0/16",
                    "ipv6CidrBlock": "2001:db8:1234:1a00::/56",
                    "defaultSecurityGroupId": "sg-default",
                }
            case _:
                return {"name": physical}

    def call(self, args: mocks.MockCallArgs) -> dict[str, Any]:  # type: ignore[override]  # the monitor takes both
        region = args.args.get("region") or self.region
        suffix = DNS_SUFFIXES[self.partition]
        match args.token:
            case "aws:index/getCallerIdentity:getCallerIdentity":
                answer: dict[str, Any] = {
                    "accountId": ACCOUNT,
                    "arn": f"arn:{self.partition}:iam::{ACCOUNT}:role/deployer",
                    "id": ACCOUNT,
                    "userId": "AIDAEXAMPLE",
                }
            case "aws:index/getPartition:getPartition":
                answer = {"partition": self.partition, "dnsSuffix": suffix, "id": self.partition}
            case "aws:index/getRegion:getRegion":
                answer = {
                    "region": region,
                    "name": region,
                    "id": region,
                    "endpoint": f"ec2.{region}.{suffix}",
                }
            case "aws:index/getAvailabilityZones:getAvailabilityZones":
                answer = {"names": [f"{region}{zone}" for zone in "abc"], "id": region}
            case "aws:secretsmanager/getRandomPassword:getRandomPassword":
                answer = {"randomPassword": "recorded-random-password", "id": "password"}
            case "aws:ssm/getParameter:getParameter":
                answer = {"value": "ami-0123456789abcdef0", "name": args.args.get("name"), "arn": "arn"}
            case "aws:ec2/getVpc:getVpc":
                answer = {"id": args.args.get("id"), "cidrBlock": "10.0.0.0/16"}
            case _:
                raise AssertionError(f"the recording has no answer for {args.token}; add one here")
        return answer


class _RecordingMonitor(mocks.MockMonitor):
    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.recording = Recording()
        self._names: dict[str, str] = {}

    def RegisterResource(self, request: Any) -> Any:
        response = super().RegisterResource(request)  # type: ignore[no-untyped-call]
        if request.type == "pulumi:pulumi:Stack":
            return response
        self._names[response.urn] = request.name
        timeouts = request.customTimeouts
        self.recording.append(
            Registration(
                type=request.type,
                name=request.name,
                urn=response.urn,
                parent=self._names.get(request.parent),
                inputs=_plain(json_format.MessageToDict(request.object)),
                protect=request.protect if request.HasField("protect") else None,
                ignore_changes=tuple(request.ignoreChanges),
                dependencies=self._named(request.dependencies),
                property_dependencies={
                    key: self._named(value.urns) for key, value in request.propertyDependencies.items()
                },
                retain_on_delete=request.retainOnDelete if request.HasField("retainOnDelete") else None,
                delete_before_replace=request.deleteBeforeReplace
                if request.deleteBeforeReplaceDefined
                else None,
                custom_timeouts={
                    key: getattr(timeouts, key)
                    for key in ("create", "update", "delete")
                    if getattr(timeouts, key)
                },
                aliases=tuple(str(alias) for alias in request.aliases),
                import_id=request.importId or None,
                custom=request.custom,
                provider=request.provider,
                additional_secret_outputs=tuple(request.additionalSecretOutputs),
            )
        )
        return response

    def RegisterResourceOutputs(self, request: Any) -> Any:
        for each in self.recording:
            if each.urn == request.urn:
                each.outputs = _plain(json_format.MessageToDict(request.outputs))
        return super().RegisterResourceOutputs(request)  # type: ignore[no-untyped-call]

    def _named(self, urns: Any) -> frozenset[str]:
        return frozenset(self._names.get(urn, urn) for urn in urns)


def record(
    program: Callable[[], Any],
    *,
    preview: bool = False,
    region: str = "eu-central-1",
    partition: str = "aws",
    outputs: Mapping[str, Mapping[str, Any]] | None = None,
) -> Recording:
    """Run `program` as a stack and return what it registered; what it raises is raised here.

    With `preview`, outputs the recording does not compute are unknown. `outputs` overrides computed outputs
    by full type token: `{"aws:rds/cluster:Cluster": {"endpoint": "..."}}`.
    """
    monitor = _RecordingMonitor(World(region, partition, outputs or {}))
    _run(program, monitor, preview)
    return monitor.recording


def refusals(program: Callable[[], Any]) -> dict[str, str]:
    """Run `program`, which must refuse its arguments before it registers anything: path -> reason."""
    monitor = _RecordingMonitor(World("eu-central-1", "aws", {}))
    try:
        _run(program, monitor, preview=False)
    except pulumi.InputPropertiesError as error:
        assert not monitor.recording, "something was registered before the arguments were refused"
        return {each["property_path"]: each["reason"] for each in error.errors or []}
    raise AssertionError("the arguments were accepted")


def _run(program: Callable[[], Any], monitor: _RecordingMonitor, preview: bool) -> None:
    pulumi.runtime.set_mocks(monitor.mocks, project="project", stack="test", preview=preview, monitor=monitor)
    SETTINGS.rpc_manager.clear()
    SETTINGS.outputs.clear()

    def run() -> None:
        program()

    _sync_await(run_pulumi_func(run))


def assert_frozen(recording: Recording, configuration: str) -> None:
    """Compare types, names and parents with `golden/<configuration>.json`: to change one is to replace it.

    `UPDATE_GOLDEN=1` writes the file instead; its difference belongs in the changelog.
    """
    golden = Path(__file__).parent / "golden" / f"{configuration}.json"
    if os.environ.get("UPDATE_GOLDEN"):
        lines = ",\n".join(json.dumps(each) for each in recording.tree())
        golden.write_text(f"[\n{lines}\n]\n")
    assert recording.tree() == [tuple(each) for each in json.loads(golden.read_text())]


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        if value.get(_SIGNATURE) == _SECRET:
            return Secret(_plain(value.get("value")))
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if value == rpc.UNKNOWN:
        return UNKNOWN
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def names(registrations: Iterator[Registration] | list[Registration]) -> set[str]:
    """The logical names of some registrations."""
    return {each.name for each in registrations}
