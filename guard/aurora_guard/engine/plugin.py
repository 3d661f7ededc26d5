"""Component plugins: components of other programs, constructed by a process of their own."""

import sys
import threading
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import grpc
from pulumi.runtime.proto import provider_pb2, provider_pb2_grpc, resource_pb2

from ..errors import GuardError
from . import project as projects
from .process import Process
from .project import Project
from .target import Target
from .urn import package_of

#: Seconds a plugin may take to start.
BOOT_TIMEOUT = 30.0

#: The package of Aurora Guardrails, and the module that its plugin serves.
_OWN = ("aurora", "aurora_components")


class Plugins:
    """The component plugins of a project, each started when the program first asks for it."""

    def __init__(self, project: Project, target: Target) -> None:
        self._project = project
        self._target = target
        self._processes: list[Process] = []
        self._stubs: dict[str, Any] = {}
        self._lock = threading.Lock()

    def construct(
        self, request: resource_pb2.RegisterResourceRequest, providers: dict[str, str], address: str
    ) -> resource_pb2.RegisterResourceResponse:
        """Lets the plugin of a component register it, with all its children, at the monitor `address`."""
        package = package_of(request.type)
        with self._lock:
            if package not in self._stubs:
                self._stubs[package] = self._start(package, request, address)
        construct = provider_pb2.ConstructRequest(
            project=self._target.project,
            stack=self._target.stack,
            organization=self._target.organization,
            config=self._target.config,
            configSecretKeys=sorted(self._target.secret_keys),
            dryRun=True,
            parallel=16,
            monitorEndpoint=address,
            type=request.type,
            name=request.name,
            parent=request.parent,
            inputs=request.object,
            inputDependencies={
                key: provider_pb2.ConstructRequest.PropertyDependencies(urns=dependencies.urns)
                for key, dependencies in request.propertyDependencies.items()
            },
            providers=providers,
            dependencies=request.dependencies,
            aliases=[*request.aliases],
            additionalSecretOutputs=request.additionalSecretOutputs,
            deletedWith=request.deletedWith,
            ignoreChanges=request.ignoreChanges,
            replaceOnChanges=request.replaceOnChanges,
        )
        if request.HasField("protect"):
            construct.protect = request.protect
        if request.HasField("retainOnDelete"):
            construct.retainOnDelete = request.retainOnDelete
        try:
            response = self._stubs[package].Construct(construct)
        except grpc.RpcError as error:
            raise GuardError(
                f"{request.type} '{request.name}' could not be constructed: {error.details()}"
            ) from None
        return resource_pb2.RegisterResourceResponse(
            urn=response.urn,
            object=response.state,
            propertyDependencies={
                key: resource_pb2.RegisterResourceResponse.PropertyDependencies(urns=dependencies.urns)
                for key, dependencies in response.stateDependencies.items()
            },
        )

    def _start(self, package: str, request: resource_pb2.RegisterResourceRequest, address: str) -> Any:
        folder = self._find(package)
        if folder is None:
            raise GuardError(
                f"{request.type} '{request.name}' is a component of the package '{package}', and no plugin "
                f"for it is here: name its folder under `packages` in {self._project.file}."
            )
        settings = projects.read_yaml(folder / "PulumiPlugin.yaml", "plugin file")
        if (runtime := projects.runtime_of(settings)) != "python":
            raise GuardError(
                f"The plugin '{package}' in {folder} has the runtime {runtime}: guard runs Python only."
            )
        process = Process(
            [projects.interpreter(settings, folder, sys.executable), "-u", str(folder), address],
            cwd=self._project.folder,
            env={},
        )
        self._processes.append(process)
        try:
            line = process.first_line(BOOT_TIMEOUT)
        except TimeoutError:
            line = None
        if line is None or not line.strip().isdecimal():
            process.close()
            raise GuardError(
                f"The plugin '{package}' in {folder} did not start: its first line must be its port.",
                detail=process.output,
            )
        return provider_pb2_grpc.ResourceProviderStub(grpc.insecure_channel(f"127.0.0.1:{int(line)}"))

    def _find(self, package: str) -> Path | None:
        """The folder of a plugin: as the project names it, or of Aurora Guardrails itself."""
        for folder in (*self._named(package), *_own(package)):
            if (folder / "PulumiPlugin.yaml").is_file():
                return folder
        return None

    def _named(self, package: str) -> list[Path]:
        settings = self._project.settings
        packages, plugins = settings.get("packages") or {}, settings.get("plugins") or {}
        named = packages.get(package)
        paths = [named.get("source") if isinstance(named, dict) else named]
        paths += [
            plugin.get("path") for plugin in plugins.get("providers") or () if plugin.get("name") == package
        ]
        return [self._project.folder / str(path) for path in paths if path]

    def close(self) -> None:
        for process in self._processes:
            process.close()


def _own(package: str) -> list[Path]:
    name, module = _OWN
    spec = find_spec(module) if package == name else None
    return [Path(spec.origin).parent.parent] if spec is not None and spec.origin else []
