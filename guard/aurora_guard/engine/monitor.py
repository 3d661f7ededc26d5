"""A resource monitor and an engine for one preview, in the place of Pulumi's own.

It answers a program as the engine does while it previews a stack that does not exist yet: every custom
resource is to be created, its id and its computed properties are unknown, nothing is changed anywhere.
"""

import re
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import wraps
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

import grpc
from google.protobuf import empty_pb2
from pulumi.runtime.proto import (
    engine_pb2,
    engine_pb2_grpc,
    provider_pb2,
    resource_pb2,
    resource_pb2_grpc,
)

from ..errors import GuardError
from . import defaults, functions
from .providers import Providers
from .resources import Options, Resource, Source
from .target import Target
from .transforms import Callbacks, transform, transform_function
from .urn import package_of, urn
from .wire import UNKNOWN, Properties, from_struct, resolved, secret, to_struct

#: Everything but output values, which only add detail that property dependencies already give, and the
#: engine's own gating of function calls, in whose place the SDK waits for ids by itself.
FEATURES = [
    resource_pb2.RESOURCE_MONITOR_FEATURE_SECRETS,
    resource_pb2.RESOURCE_MONITOR_FEATURE_RESOURCE_REFERENCES,
    resource_pb2.RESOURCE_MONITOR_FEATURE_ALIAS_SPECS,
    resource_pb2.RESOURCE_MONITOR_FEATURE_REPLACEMENT_TRIGGER,
    resource_pb2.RESOURCE_MONITOR_FEATURE_DELETED_WITH,
    resource_pb2.RESOURCE_MONITOR_FEATURE_REPLACE_WITH,
    resource_pb2.RESOURCE_MONITOR_FEATURE_TRANSFORMS,
    resource_pb2.RESOURCE_MONITOR_FEATURE_INVOKE_TRANSFORMS,
    resource_pb2.RESOURCE_MONITOR_FEATURE_PARAMETERIZATION,
    resource_pb2.RESOURCE_MONITOR_FEATURE_RESOURCE_HOOKS,
    resource_pb2.RESOURCE_MONITOR_FEATURE_ERROR_HOOKS,
    resource_pb2.RESOURCE_MONITOR_FEATURE_STATE_MIGRATIONS,
]

#: What SDKs before `GetDeploymentInfo` ask for, by the names they use.
_LEGACY_FEATURES = {
    "secrets", "resourceReferences", "aliasSpecs", "deletedWith", "replaceWith", "transforms",
    "invokeTransforms", "parameterization", "resourceHooks", "errorHooks",
}  # fmt: skip

_SEVERITIES = {engine_pb2.WARNING: "warning", engine_pb2.ERROR: "error"}

STASH_TYPE = "pulumi:index:Stash"

#: Registers a component of another program, given the providers it inherits and the monitor's address.
#: None when that program cannot be run.
Construct = Callable[
    [resource_pb2.RegisterResourceRequest, dict[str, str], str], resource_pb2.RegisterResourceResponse | None
]


def _reported(method: Callable[..., Any]) -> Callable[..., Any]:
    """Turns a `GuardError` of an RPC into the call's failure, and keeps it for the person who waits."""

    @wraps(method)
    def rpc(self: "Monitor", request: Any, context: grpc.ServicerContext) -> Any:
        try:
            return method(self, request, context)
        except GuardError as error:
            self.problems.append(error)
            context.abort(grpc.StatusCode.UNKNOWN, str(error))
        except grpc.RpcError as error:  # a callback into the program failed; the program is told why
            context.abort(grpc.StatusCode.UNKNOWN, error.details() or str(error))

    return rpc


class Monitor(resource_pb2_grpc.ResourceMonitorServicer, engine_pb2_grpc.EngineServicer):
    """Serves one program. `resources` and `reads` fill in the order of registration.

    `unanswered` are the functions whose result only the provider can tell, in the order of their first call.
    """

    def __init__(self, target: Target, construct: Construct) -> None:
        self.target = target
        self.resources: dict[str, Resource] = {}
        self.reads: dict[str, Resource] = {}
        self.problems: list[GuardError] = []
        self.messages: list[str] = []
        self.unanswered: dict[str, None] = {}
        self._construct = construct
        self._providers = Providers(target.config)
        self._lock = threading.Lock()
        self._callbacks = Callbacks()
        self._transforms: dict[str, list[Any]] = {}
        self._stack_transforms: list[Any] = []
        self._function_transforms: list[Any] = []
        self._component_providers: dict[str, dict[str, str]] = {}
        self._unknown_names: dict[tuple[str, str, str], int] = {}
        self._root = ""
        self._server = grpc.server(ThreadPoolExecutor(max_workers=64))
        resource_pb2_grpc.add_ResourceMonitorServicer_to_server(self, self._server)
        engine_pb2_grpc.add_EngineServicer_to_server(self, self._server)
        self.address = f"127.0.0.1:{self._server.add_insecure_port('127.0.0.1:0')}"
        self._server.start()

    def close(self) -> None:
        """Stops serving at once."""
        self._server.stop(grace=None)

    # Resources

    @_reported
    def RegisterResource(self, request: Any, context: Any) -> Any:
        self._name(request)
        own = list(request.transforms)
        inherited = [
            callback
            for parent in self._lineage(request.parent)
            for callback in self._transforms.get(parent, [])
        ]
        request = transform(request, [*own, *inherited, *self._stack_transforms], self._callbacks)
        providers = {**self._component_providers.get(request.parent, {}), **request.providers}
        constructed = self._construct(request, providers, self.address) if request.remote else None
        if constructed is not None:
            return constructed
        resource = self._resource(request)
        if request.remote:
            self.messages.append(
                f"warning: {resource.type} '{resource.name}' comes from the package "
                f"'{package_of(resource.type)}', whose plugin guard cannot run: what it makes is not judged, "
                "and what it returns is unknown."
            )
            resource.outputs = dict.fromkeys(resource.inputs, UNKNOWN)
        with self._lock:
            self._add(resource, self.resources)
            if own:
                self._transforms[resource.urn] = own
            if not resource.custom:
                self._component_providers[resource.urn] = providers
        return resource_pb2.RegisterResourceResponse(
            urn=resource.urn, id=resource.options.import_id, object=to_struct(resource.outputs)
        )

    @_reported
    def RegisterResourceOutputs(self, request: Any, context: Any) -> Any:
        resource = self.resources.get(request.urn)
        if resource is not None:
            resource.outputs = {key: resolved(value) for key, value in from_struct(request.outputs).items()}
        return empty_pb2.Empty()

    @_reported
    def ReadResource(self, request: Any, context: Any) -> Any:
        self._name(request)
        with self._lock:
            provider = self._provider_of(request)
            properties = from_struct(request.properties)
            resource = Resource(
                urn=self.target.urn(request.type, request.name, request.parent),
                type=request.type,
                name=request.name,
                custom=True,
                parent=request.parent,
                inputs=properties,
                outputs=properties,
                dependencies=sorted(request.dependencies),
                provider=provider,
                trace=_trace(request),
            )
            self._add(resource, self.reads)
        known = UNKNOWN not in request.id
        return resource_pb2.ReadResourceResponse(
            urn=resource.urn, properties=request.properties, id=request.id if known else ""
        )

    def ExistsResource(self, request: Any, context: Any) -> Any:
        return resource_pb2.ExistsResourceResponse(unknown=True)

    def _name(self, request: Any) -> None:
        """Gives a resource a readable name of its own where what the program made it of is unknown, and so the same."""
        if UNKNOWN not in request.name:
            return
        key = (request.type, request.parent, request.name)
        with self._lock:
            number = self._unknown_names[key] = self._unknown_names.get(key, 0) + 1
        request.name = request.name.replace(UNKNOWN, "unknown") + (f"-{number}" if number > 1 else "")

    def _resource(self, request: Any) -> Resource:
        resource = Resource(
            urn=self.target.urn(request.type, request.name, request.parent),
            type=request.type,
            name=request.name,
            custom=request.custom,
            parent=request.parent,
            inputs={key: resolved(value) for key, value in from_struct(request.object).items()},
            dependencies=sorted(request.dependencies),
            property_dependencies={
                key: sorted(dependencies.urns)
                for key, dependencies in sorted(request.propertyDependencies.items())
                if dependencies.urns
            },
            options=self._options(request),
            trace=_trace(request),
        )
        if resource.is_provider:
            resource.inputs = self._providers.checked(resource.inputs, request.version)
        elif resource.custom:
            with self._lock:
                resource.provider = self._provider_of(request)
            resource.inputs = defaults.checked(resource.type, resource.urn, resource.name, resource.inputs)
        resource.outputs = {
            key: secret(value) if key in resource.options.additional_secret_outputs else value
            for key, value in resource.inputs.items()
        }
        if resource.type == STASH_TYPE:  # the engine's own: it keeps the first value it is given
            resource.outputs["output"] = resource.outputs.get("input")
        return resource

    def _options(self, request: Any) -> Options:
        """The options of a resource. Protection and retention reach it from its parents."""
        parent = self.resources.get(request.parent)
        above = parent.options if parent is not None else Options()
        timeouts = request.customTimeouts
        return Options(
            protect=request.protect if request.HasField("protect") else above.protect,
            retain_on_delete=(
                request.retainOnDelete if request.HasField("retainOnDelete") else above.retain_on_delete
            ),
            deleted_with=request.deletedWith or above.deleted_with,
            delete_before_replace=request.deleteBeforeReplace if request.deleteBeforeReplaceDefined else None,
            ignore_changes=list(request.ignoreChanges),
            replace_on_changes=list(request.replaceOnChanges),
            additional_secret_outputs=list(request.additionalSecretOutputs),
            aliases=[*request.aliasURNs, *(self._alias(alias, request) for alias in request.aliases)],
            import_id=request.importId,
            create_timeout=_seconds(timeouts.create),
            update_timeout=_seconds(timeouts.update),
            delete_timeout=_seconds(timeouts.delete),
        )

    def _alias(self, alias: Any, request: Any) -> str:
        if not alias.HasField("spec"):
            return str(alias.urn)
        spec = alias.spec
        parent = "" if spec.noParent else spec.parentUrn or request.parent
        return urn(
            spec.stack or self.target.stack,
            spec.project or self.target.project,
            spec.type or request.type,
            spec.name or request.name,
            parent,
        )

    def _add(self, resource: Resource, to: dict[str, Resource]) -> None:
        earlier = self.resources.get(resource.urn) or self.reads.get(resource.urn)
        if earlier is not None:
            raise GuardError(
                f"Two resources have the same URN, {resource.urn}: the names of the resources of one type "
                f"must differ. It is registered {_at(earlier)} and again {_at(resource)}."
            )
        to[resource.urn] = resource

    def _provider_of(self, request: Any) -> str:
        """The URN of the provider of a custom resource or a read: the one it names, the one its parents
        carry, or the default provider, which comes into being with its first resource."""
        named = request.provider or self._component_providers.get(request.parent, {}).get(
            request.type.split(":")[0], ""
        )
        if named:
            return str(named).rsplit("::", 1)[0]
        return self._default_provider(request.type, request.version, request.pluginDownloadURL)

    def _default_provider(self, token: str, version: str, url: str) -> str:
        provider = self._providers.default_for(token, version, url)
        if provider is None:
            return ""
        type_, name, inputs = provider
        key = self.target.urn(type_, name)
        if key not in self.resources:
            self.resources[key] = Resource(key, type_, name, custom=True, inputs=inputs, outputs=inputs)
        return key

    def _lineage(self, parent: str) -> list[str]:
        """`parent`, its parent, and so on up to the stack."""
        lineage = []
        while parent in self.resources:
            lineage.append(parent)
            parent = self.resources[parent].parent
        return lineage

    # Functions

    @_reported
    def Invoke(self, request: Any, context: Any) -> Any:
        request = transform_function(request, self._function_transforms, self._callbacks)
        args = from_struct(request.args)
        if request.tok == "pulumi:pulumi:getResource":
            return resource_pb2.ResourceInvokeResponse(**{"return": to_struct(self._state(args["urn"]))})
        result = functions.answer(request.tok, args, self._aws(request))
        if result is None:
            self.unanswered[request.tok] = None
            return resource_pb2.ResourceInvokeResponse(unknown=True)
        return resource_pb2.ResourceInvokeResponse(**{"return": to_struct(result)})

    def Call(self, request: Any, context: Any) -> Any:
        """Methods run where their resource does, so their result is unknown until the update."""
        return provider_pb2.CallResponse(**{"return": to_struct({"result": UNKNOWN})})

    def _state(self, urn: str) -> Properties:
        resource = self.resources.get(urn) or self.reads.get(urn)
        if resource is None:
            raise GuardError(f"No resource has the URN {urn}: nothing registered it before it was looked up.")
        return {"urn": urn, "id": resource.options.import_id, "state": resource.outputs}

    def _aws(self, request: Any) -> functions.Aws:
        with self._lock:
            urn = str(request.provider).rsplit("::", 1)[0] if request.provider else ""
            urn = urn or self._default_provider(request.tok, request.version, request.pluginDownloadURL)
            provider = self.resources.get(urn)
        return self._providers.aws(provider.inputs if provider else {})

    # Transforms, hooks and packages

    def RegisterStackTransform(self, request: Any, context: Any) -> Any:
        self._stack_transforms.append(request)
        return empty_pb2.Empty()

    def RegisterStackInvokeTransform(self, request: Any, context: Any) -> Any:
        self._function_transforms.append(request)
        return empty_pb2.Empty()

    def RegisterResourceHook(self, request: Any, context: Any) -> Any:
        """Hooks run when a resource changes; a preview changes none."""
        return empty_pb2.Empty()

    def RegisterErrorHook(self, request: Any, context: Any) -> Any:
        return empty_pb2.Empty()

    def RegisterPackage(self, request: Any, context: Any) -> Any:
        name = request.parameterization.name or request.extension.name or request.name
        version = request.parameterization.version or request.extension.version or request.version
        return resource_pb2.RegisterPackageResponse(ref=f"{name}@{version}")

    # The engine

    def GetDeploymentInfo(self, request: Any, context: Any) -> Any:
        return resource_pb2.DeploymentInfo(
            project=self.target.project,
            stack=self.target.stack,
            organization=self.target.organization,
            config=self.target.config,
            configSecretKeys=sorted(self.target.secret_keys),
            dryRun=True,
            supportedFeatures=FEATURES,
        )

    def SupportsFeature(self, request: Any, context: Any) -> Any:
        return resource_pb2.SupportsFeatureResponse(hasSupport=request.id in _LEGACY_FEATURES)

    def SignalAndWaitForShutdown(self, request: Any, context: Any) -> Any:
        return empty_pb2.Empty()

    def Log(self, request: Any, context: Any) -> Any:
        if request.severity != engine_pb2.DEBUG and not request.ephemeral:
            severity = _SEVERITIES.get(request.severity)
            text = request.message.rstrip()
            self.messages.append(f"{severity}: {text}" if severity else text)
        return empty_pb2.Empty()

    def GetRootResource(self, request: Any, context: Any) -> Any:
        return engine_pb2.GetRootResourceResponse(urn=self._root)

    def SetRootResource(self, request: Any, context: Any) -> Any:
        self._root = request.urn
        return engine_pb2.SetRootResourceResponse()

    def StartDebugging(self, request: Any, context: Any) -> Any:
        return empty_pb2.Empty()

    def RequirePulumiVersion(self, request: Any, context: Any) -> Any:
        """There is no CLI whose version could be too old."""
        return engine_pb2.RequirePulumiVersionResponse()


def _trace(request: Any) -> tuple[Source, ...]:
    positions = [frame.pc for frame in request.stackTrace.frames] or [request.sourcePosition]
    return tuple(
        Source(Path(unquote(urlparse(position.uri).path)), position.line)
        for position in positions
        if position.uri
    )


def _at(resource: Resource) -> str:
    return f"at {resource.trace[0].file}:{resource.trace[0].line}" if resource.trace else "by its provider"


_DURATION = re.compile(r"([0-9.]+)(ns|us|µs|ms|s|m|h)")
_UNITS = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1, "m": 60, "h": 3600}


def _seconds(duration: str) -> float:
    """A timeout such as `1h30m` in seconds; 0 when there is none."""
    return sum(float(number) * _UNITS[unit] for number, unit in _DURATION.findall(duration))
