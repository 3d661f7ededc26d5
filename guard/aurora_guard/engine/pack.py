"""A policy pack in a process of its own, driven over the analyzer protocol as the engine drives it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import grpc
from google.protobuf import empty_pb2
from pulumi.runtime.proto import analyzer_pb2, analyzer_pb2_grpc

from aurora_policies.controls.control import Level
from aurora_policies.nearest import nearest

from ..errors import GuardError, shortened
from . import project as projects
from .deadline import Deadline, duration
from .documents import read_yaml
from .hosts.python import interpreter
from .pack_config import Policy, PolicyConfig
from .process import Process, port
from .resources import Options, Resource
from .target import Target
from .wire import Properties, from_struct, to_struct

#: Seconds a pack may take to start.
BOOT_TIMEOUT = 30.0

#: Runs the pack as `python -m pulumi.policy` does, with configuration that may be longer than a process takes in
#: its environment.
_RUN = (
    "import os, runpy, sys; os.environ['PULUMI_CONFIG'] = sys.stdin.read(); "
    "runpy.run_module('pulumi.policy', run_name='__main__', alter_sys=True)"
)

#: How gRPC words an exception that a policy raised.
_RAISED = "Exception calling application: "

_MAX_MESSAGE = 400 * 1024 * 1024
_LEVELS = {
    analyzer_pb2.ADVISORY: Level.ADVISORY,
    analyzer_pb2.MANDATORY: Level.MANDATORY,
    analyzer_pb2.DISABLED: Level.DISABLED,
    analyzer_pb2.REMEDIATE: Level.REMEDIATE,
}
_WIRE_LEVELS = {level: number for number, level in _LEVELS.items()}
_SEVERITIES = {
    analyzer_pb2.POLICY_SEVERITY_LOW: "low",
    analyzer_pb2.POLICY_SEVERITY_MEDIUM: "medium",
    analyzer_pb2.POLICY_SEVERITY_HIGH: "high",
    analyzer_pb2.POLICY_SEVERITY_CRITICAL: "critical",
}


@dataclass(frozen=True)
class Analysis:
    """What a pack said about one resource, or about the stack."""

    diagnostics: Sequence[Any]
    not_applicable: Sequence[Any]


@dataclass(frozen=True)
class Remediated:
    """A resource that a pack changed before it analysed it: which policy changed which properties."""

    policy: str
    urn: str
    properties: tuple[str, ...]


class Pack:
    """A pack that has started. `connect` waits until it answers; leaving the context ends it.

    `folder` holds `PulumiPolicy.yaml`, whose version is the pack's.
    """

    def __init__(self, folder: Path, target: Target) -> None:
        self.folder = folder.resolve()
        settings = read_yaml(self._file(), "policy pack file")
        runtime = projects.runtime_of(settings)
        if runtime != "python":
            raise GuardError(
                f"{self._file()} has the runtime {runtime or 'none'}: guard runs Python packs only."
            )
        self.version = str(settings.get("version") or "0.0.0")
        self.name = self.folder.name
        self.config: dict[str, PolicyConfig] = {}
        self._target = target
        python = interpreter.choose(settings, self.folder, needs="pulumi_policy")
        self._process = Process(
            # The pack never calls the engine, so any address will do.
            [python.path, "-u", "-c", _RUN, "127.0.0.1:1", str(self.folder)],
            cwd=self.folder,
            env={
                **python.env(),
                "PULUMI_ORGANIZATION": target.organization,
                "PULUMI_PROJECT": target.project,
                "PULUMI_STACK": target.stack,
                "PULUMI_DRY_RUN": "true",
            },
            text=json.dumps(target.config),
        )

    def _file(self) -> Path:
        file = next((f for e in ("yaml", "yml") if (f := self.folder / f"PulumiPolicy.{e}").is_file()), None)
        if file is None:
            raise GuardError(
                f"There is no policy pack in {self.folder}: --policy-pack takes a folder with a PulumiPolicy.yaml."
            )
        return file

    def connect(self, deadline: Deadline) -> None:
        """Waits until the pack answers, and learns its policies. Raises GuardError when it does not."""
        limit = deadline.at_most(BOOT_TIMEOUT)
        try:
            line = self._process.first_line(limit)
        except TimeoutError:
            self._process.close()
            raise self._error(f"did not start within {duration(limit)}, and was stopped") from None
        if line is None:
            self._process.close()
            raise self._error(f"ended with exit status {self._process.status} before it started")
        if (number := port(line)) is None:
            self._process.close()
            raise self._error(
                f"printed {shortened(line)!r} on standard output, where only its port may come: "
                "take the print out, or send it to sys.stderr"
            )
        channel = grpc.insecure_channel(
            f"127.0.0.1:{number}",
            options=[
                ("grpc.max_receive_message_length", _MAX_MESSAGE),
                ("grpc.max_send_message_length", _MAX_MESSAGE),
            ],
        )
        self._analyzer = analyzer_pb2_grpc.AnalyzerStub(channel)
        limit = deadline.at_most(BOOT_TIMEOUT)
        self.configure_stack(self._target, preview=True, timeout=limit)
        try:
            info = self._analyzer.GetAnalyzerInfo(empty_pb2.Empty(), timeout=limit)
        except grpc.RpcError as error:
            raise self._rpc_error(error, "to start", limit) from None
        unknown = [policy.name for policy in info.policies if policy.enforcementLevel not in _LEVELS]
        if unknown:
            raise self._error(f"announces policies at a level that does not exist: {', '.join(unknown)}")
        self.name = info.name
        self.policies = policies_of(info)
        self.initial_config = {
            name: PolicyConfig(
                level=_LEVELS.get(config.enforcementLevel) if config.enforcementLevel else None,
                properties=from_struct(config.properties),
            )
            for name, config in info.initialConfig.items()
        }

    def configure_stack(self, target: Target, *, preview: bool, timeout: float) -> None:
        """Tells the pack of which stack it judges the resources, and whether they are deployed yet."""
        try:
            self._analyzer.ConfigureStack(stack_request(target, preview=preview), timeout=timeout)
        except grpc.RpcError as error:
            if error.code() != grpc.StatusCode.UNIMPLEMENTED:
                raise self._rpc_error(error, "to learn of the stack", timeout) from None

    def configure(self, config: dict[str, PolicyConfig], deadline: Deadline) -> None:
        """Sends the effective level and settings of every policy."""
        self.config = config
        self.policies, request = configured(self.policies, config)
        limit = deadline.left
        try:
            self._analyzer.Configure(request, timeout=limit)
        except grpc.RpcError as error:
            if error.code() == grpc.StatusCode.INVALID_ARGUMENT:
                raise GuardError(
                    f"The policy pack {self.name} refuses its configuration. {error.details()}"
                ) from None
            raise self._rpc_error(error, "to take its configuration", limit) from None

    def remediate(
        self, resources: Sequence[Resource], providers: dict[str, Resource], deadline: Deadline
    ) -> list[Remediated]:
        """Lets the policies at level `remediate` change the inputs and outputs of `resources`, in place."""
        if not any(policy.level is Level.REMEDIATE for policy in self.policies.values()):
            return []
        changed = []
        for resource in resources:
            limit = deadline.left
            try:
                response = self._analyzer.Remediate(_request(resource, providers), timeout=limit)
            except grpc.RpcError as error:
                raise self._rpc_error(error, f"in a remediation, on {resource.urn}", limit) from None
            self._announced(remediation.policyName for remediation in response.remediations)
            for remediation in response.remediations:
                if not remediation.HasField("properties") or remediation.diagnostic:
                    continue
                after = from_struct(remediation.properties)
                keys = sorted(
                    key
                    for key in {*after, *resource.inputs}
                    if after.get(key) != resource.inputs.get(key) and not key.startswith("__")
                )
                changed.append(Remediated(remediation.policyName, resource.urn, tuple(keys)))
                resource.inputs = after
                resource.outputs = {**resource.outputs, **{key: after[key] for key in keys if key in after}}
        return changed

    def analyze(
        self, resources: Sequence[Resource], providers: dict[str, Resource], deadline: Deadline
    ) -> tuple[list[Analysis], Analysis]:
        """What the pack says about each of `resources`, in their order, and about all of them together."""
        nothing = Analysis((), ())
        timeout = deadline.left
        of_each = [nothing] * len(resources)
        if self._has(of_stack=False):
            calls = [
                (resource.urn, self._analyzer.Analyze.future(_request(resource, providers), timeout=timeout))
                for resource in resources
            ]
            of_each = [self._result(call, f"in a policy, on {urn}", timeout) for urn, call in calls]
        if not self._has(of_stack=True):
            return of_each, nothing
        # Only now, as the engine does: a pack may need what it has seen of each resource.
        timeout = deadline.left
        stack = self._analyzer.AnalyzeStack.future(
            analyzer_pb2.AnalyzeStackRequest(
                resources=[_stack_resource(resource, providers) for resource in resources]
            ),
            timeout=timeout,
        )
        return of_each, self._result(stack, "in a policy of the stack", timeout)

    def _has(self, *, of_stack: bool) -> bool:
        """Whether a policy of this kind is on, so that there is something to ask."""
        return any(
            policy.of_stack is of_stack and policy.level is not Level.DISABLED
            for policy in self.policies.values()
        )

    def _result(self, call: Any, where: str, limit: float) -> Analysis:
        try:
            response = call.result()
        except grpc.RpcError as error:
            raise self._rpc_error(error, where, limit) from None
        self._announced(diagnostic.policyName for diagnostic in response.diagnostics)
        self._announced(entry.policy_name for entry in response.not_applicable)
        for diagnostic in response.diagnostics:
            if diagnostic.enforcementLevel not in _LEVELS:
                raise self._error(
                    f"reported on the policy '{diagnostic.policyName}' at the level {diagnostic.enforcementLevel}, "
                    "which does not exist"
                )
        return Analysis(response.diagnostics, response.not_applicable)

    def _announced(self, names: Iterable[str]) -> None:
        """Raises GuardError for a policy that the pack did not name when it started."""
        for name in names:
            if name not in self.policies:
                raise self._error(
                    f"reported on the policy '{name}'{nearest(name, self.policies)}, which it did not announce"
                )

    def _rpc_error(self, error: grpc.RpcError, where: str, limit: float) -> GuardError:
        if error.code() == grpc.StatusCode.DEADLINE_EXCEEDED:
            self._process.close()
            return self._error(
                f"did not answer {where} within {duration(limit)}, and was stopped: allow it more with --timeout"
            )
        if error.code() == grpc.StatusCode.UNAVAILABLE:
            self._process.close()
            return self._error("stopped answering")
        details = (error.details() or "").removeprefix(_RAISED)
        return self._error(f"failed {where}: {details}")

    def _error(self, what: str) -> GuardError:
        return GuardError(
            f"The policy pack in {self.folder} {what.rstrip('.')}.", detail=self._process.output
        )

    def close(self) -> None:
        self._process.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def policies_of(info: Any) -> dict[str, Policy]:
    """The policies in a pack's answer to `GetAnalyzerInfo`, by name."""
    return {policy.name: _policy(policy) for policy in info.policies}


def configured(
    policies: Mapping[str, Policy], config: Mapping[str, PolicyConfig]
) -> tuple[dict[str, Policy], Any]:
    """The policies at their effective levels, and the request that tells the pack."""
    request = analyzer_pb2.ConfigureAnalyzerRequest()
    effective = {}
    for name, policy in policies.items():
        level = config[name].level or policy.level
        effective[name] = replace(policy, level=level)
        request.policyConfig[name].enforcementLevel = _WIRE_LEVELS[level]
        request.policyConfig[name].properties.update(config[name].properties)
    return effective, request


def stack_request(target: Target, *, preview: bool) -> Any:
    """The request that tells a pack of which stack it judges the resources."""
    return analyzer_pb2.AnalyzerStackConfigureRequest(
        stack=target.stack,
        project=target.project,
        organization=target.organization,
        dry_run=preview,
        config=target.config,
        config_secret_keys=sorted(target.secret_keys),
    )


def _policy(info: Any) -> Policy:
    return Policy(
        name=info.name,
        description=info.description,
        level=_LEVELS[info.enforcementLevel],
        severity=_SEVERITIES.get(info.severity, "medium"),
        of_stack=info.policy_type == analyzer_pb2.POLICY_TYPE_STACK,
        remediation=info.remediation_steps,
        url=info.url,
        tags=tuple(info.tags),
        settings=from_struct(info.configSchema.properties),
        required=tuple(info.configSchema.required),
    )


def _request(resource: Resource, providers: dict[str, Resource]) -> Any:
    return analyzer_pb2.AnalyzeRequest(
        type=resource.type,
        urn=resource.urn,
        name=resource.name,
        properties=_properties(resource.inputs),
        options=_options(resource),
        provider=_provider(resource, providers),
    )


def _stack_resource(resource: Resource, providers: dict[str, Resource]) -> Any:
    return analyzer_pb2.AnalyzerResource(
        type=resource.type,
        urn=resource.urn,
        name=resource.name,
        properties=_properties(resource.outputs),
        options=_options(resource),
        provider=_provider(resource, providers),
        parent=resource.parent,
        dependencies=resource.dependencies,
        propertyDependencies={
            key: analyzer_pb2.AnalyzerPropertyDependencies(urns=urns)
            for key, urns in resource.property_dependencies.items()
        },
    )


def _provider(resource: Resource, providers: dict[str, Resource]) -> Any:
    provider = providers.get(resource.provider)
    if provider is None:
        return None
    return analyzer_pb2.AnalyzerProviderResource(
        type=provider.type,
        urn=provider.urn,
        name=provider.name,
        properties=_properties(provider.inputs),
    )


def _options(resource: Resource) -> Any:
    options: Options = resource.options
    return analyzer_pb2.AnalyzerResourceOptions(
        protect=options.protect,
        ignoreChanges=options.ignore_changes,
        deleteBeforeReplace=bool(options.delete_before_replace),
        deleteBeforeReplaceDefined=options.delete_before_replace is not None,
        additionalSecretOutputs=options.additional_secret_outputs,
        aliases=options.aliases,
        customTimeouts=analyzer_pb2.AnalyzerResourceOptions.CustomTimeouts(
            create=options.create_timeout, update=options.update_timeout, delete=options.delete_timeout
        ),
        parent=resource.parent,
    )


def _properties(properties: Properties) -> Any:
    """Without the keys that the engine keeps to itself."""
    return to_struct({key: value for key, value in properties.items() if not key.startswith("__")})
