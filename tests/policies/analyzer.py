"""The pack in its own process, spoken to as the engine does."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import grpc
from google.protobuf import empty_pb2, json_format
from pulumi.runtime.proto import analyzer_pb2, analyzer_pb2_grpc

from aurora_policies import wording
from tests.policies.cases import STACK_URN, Sample, wire

PACK = Path(__file__).parents[2] / "policies"
LEVELS = {"advisory": 0, "mandatory": 1, "disabled": 2, "remediate": 3}


@dataclass(frozen=True)
class Finding:
    """What the pack said about one resource under one control."""

    status: str
    message: str = ""


class Analyzer:
    """A running pack."""

    def __init__(self, pack: Path = PACK) -> None:
        environment = {
            **os.environ,
            "PULUMI_PROJECT": "test",
            "PULUMI_STACK": "dev",
            "PULUMI_DRY_RUN": "true",
            "PULUMI_ORGANIZATION": "organization",
            "PULUMI_CONFIG": "{}",
        }
        command = [sys.executable, "-u", "-m", "pulumi.policy", "127.0.0.1:1", str(pack)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=pack, env=environment)
        assert self._process.stdout is not None
        port = int(self._process.stdout.readline())
        self._channel = grpc.insecure_channel(f"127.0.0.1:{port}")
        self.stub: Any = analyzer_pb2_grpc.AnalyzerStub(self._channel)
        self.info = self.stub.GetAnalyzerInfo(empty_pb2.Empty())
        self.policies = {item.name: item for item in self.info.policies}

    def close(self) -> None:
        self._channel.close()
        self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def configure(
        self,
        settings: Mapping[str, Mapping[str, Any]] | None = None,
        level: str | None = "advisory",
        everywhere: bool = True,
        changed: Mapping[str, str] | None = None,
    ) -> None:
        """Configure every policy; `level` None keeps each one's own but for `changed`. `settings` are per policy.

        `everywhere` reports all of them also in a stack without a database.
        """
        request = analyzer_pb2.ConfigureAnalyzerRequest()
        for name, policy in self.policies.items():
            config = request.policyConfig[name]
            config.enforcementLevel = policy.enforcementLevel if level is None else LEVELS[level]
            if name in (changed or {}):
                config.enforcementLevel = LEVELS[(changed or {})[name]]
            properties = json_format.MessageToDict(policy.configSchema.properties)
            defaults = {key: item["default"] for key, item in properties.items() if "default" in item}
            if everywhere and "everywhere" in properties:
                defaults["everywhere"] = True
            config.properties.update({**defaults, **(settings or {}).get(name, {})})
        for name in set(settings or {}) - set(self.policies):
            request.policyConfig[name].enforcementLevel = LEVELS["advisory"]
        self.stub.Configure(request)

    def respond(self, sample: Sample) -> Any:
        """Send one resource; return the pack's response as it is."""
        request = analyzer_pb2.AnalyzeRequest(urn=sample.urn, type=sample.type, name=sample.name)
        request.properties.update(wire(sample.properties))
        request.options.protect = sample.protect
        request.options.ignoreChanges.extend(sample.ignore_changes)
        request.options.parent = sample.parent
        if sample.provider:
            request.provider.type = "pulumi:providers:aws"
            request.provider.properties.update(wire(sample.provider))
        return self.stub.Analyze(request)

    def analyze(self, sample: Sample) -> dict[str, Finding]:
        """Send one resource; return the finding of every resource policy that is on."""
        response = self.respond(sample)
        found = {name: Finding("pass") for name, policy in self.policies.items() if policy.policy_type != 2}
        found.update({item.policy_name: _skipped(item.reason) for item in response.not_applicable})
        found.update({item.policyName: _diagnosed(item) for item in response.diagnostics})
        return found

    def analyze_stack(
        self, samples: Sequence[Sample], computed: Mapping[str, Mapping[str, Any]] | None = None
    ) -> dict[tuple[str, str], Finding]:
        """Send a stack; return findings by (policy, urn), and by (policy, "") what is said of the policy.

        As the engine does, send every resource by itself before. `computed` are outputs by name of resource that
        the provider adds to what the program states.
        """
        for sample in samples:
            self.respond(sample)
        request = stack_request(*samples, computed=computed or {})
        response = self.stub.AnalyzeStack(request)
        found = {}
        for item in response.not_applicable:
            reason, urn = wording.split_resource(item.reason)
            found[item.policy_name, urn] = _skipped(reason)
        found.update({(item.policyName, item.urn): _diagnosed(item) for item in response.diagnostics})
        return found

    def __enter__(self) -> "Analyzer":
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self.close()


def stack_request(*samples: Sample, computed: Mapping[str, Mapping[str, Any]] | None = None) -> Any:
    """The request that judges a stack of `samples`, with outputs that are `computed` by name of resource."""
    request = analyzer_pb2.AnalyzeStackRequest()
    for sample in samples:
        resource = request.resources.add(urn=sample.urn, type=sample.type, name=sample.name)
        resource.properties.update(wire({**sample.properties, **(computed or {}).get(sample.name, {})}))
        resource.options.protect = sample.protect
        resource.options.ignoreChanges.extend(sample.ignore_changes)
        resource.parent = sample.parent or STACK_URN
        for key, urns in sample.dependencies.items():
            resource.propertyDependencies[key].urns.extend(urns)
            resource.dependencies.extend(urns)
        if sample.provider:
            resource.provider.type = "pulumi:providers:aws"
            resource.provider.properties.update(wire(sample.provider))
    return request


def _skipped(reason: str) -> Finding:
    if wording.is_same_reason(reason):
        return Finding("unknown", reason)
    return Finding("exempt" if reason.startswith(wording.EXEMPT) else "not-applicable", reason)


def _diagnosed(item: Any) -> Finding:
    if (reason := wording.unknown_reason(item.message)) is not None:
        return Finding("unknown", reason)
    return Finding("fail", item.message.removeprefix(item.description + "\n"))
