"""Component plugins: components of other programs, constructed by a process of their own."""

import threading
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import grpc
from pulumi.runtime.proto import errors_pb2, provider_pb2, provider_pb2_grpc, resource_pb2, status_pb2

from ..errors import GuardError, shortened
from . import project as projects
from .deadline import Deadline, duration
from .documents import read_yaml
from .hosts.python import interpreter
from .process import Process, port
from .project import Project
from .target import Target
from .urn import package_of

#: Seconds a plugin may take to start.
BOOT_TIMEOUT = 30.0

#: How much of the time that is left a plugin may take for a component: when it hangs, the message is about it, and
#: not about the program that waits for it.
_SHARE = 0.9

#: The package of Aurora Guardrails, and the module that its plugin serves.
_OWN = ("aurora", "aurora_components")


class Plugins:
    """The component plugins of a project, each started when the program first asks for it."""

    def __init__(self, project: Project, target: Target, deadline: Deadline) -> None:
        self._project = project
        self._deadline = deadline
        self._target = target
        self._processes: list[Process] = []
        self._stubs: dict[str, Any] = {}
        self._lock = threading.Lock()

    def construct(
        self, request: resource_pb2.RegisterResourceRequest, providers: dict[str, str], address: str
    ) -> resource_pb2.RegisterResourceResponse | None:
        """Lets the plugin of a component register it, with all its children, at the monitor `address`.

        None when the package has no plugin that guard can run.
        """
        package = package_of(request.type)
        with self._lock:
            if package not in self._stubs:
                found = self._find(package)
                self._stubs[package] = self._start(package, *found, address) if found else None
        stub = self._stubs[package]
        if stub is None:
            return None
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
        limit = self._deadline.left * _SHARE
        try:
            response = stub.Construct(construct, timeout=limit)
        except grpc.RpcError as error:
            raise GuardError(f"{request.type} '{request.name}' {_why(error, limit)}") from None
        return resource_pb2.RegisterResourceResponse(
            urn=response.urn,
            object=response.state,
            propertyDependencies={
                key: resource_pb2.RegisterResourceResponse.PropertyDependencies(urns=dependencies.urns)
                for key, dependencies in response.stateDependencies.items()
            },
        )

    def _start(self, package: str, folder: Path, settings: dict[str, Any], address: str) -> Any:
        python = interpreter.choose(settings, folder)
        process = Process(
            [python.path, "-u", str(folder), address], cwd=self._project.folder, env=python.env()
        )
        self._processes.append(process)
        limit = self._deadline.at_most(BOOT_TIMEOUT)
        try:
            line = process.first_line(limit)
        except TimeoutError:
            problem = f"did not print its port within {duration(limit)}, and was stopped"
        else:
            if line is not None and (number := port(line)) is not None:
                return provider_pb2_grpc.ResourceProviderStub(grpc.insecure_channel(f"127.0.0.1:{number}"))
            said = "it printed nothing" if line is None else f"it printed {shortened(line)!r}"
            problem = f"did not start: its first line must be its port, and {said}"
        process.close()
        raise GuardError(f"The plugin '{package}' in {folder} {problem}.", detail=process.output)

    def _find(self, package: str) -> tuple[Path, dict[str, Any]] | None:
        """The folder and settings of a plugin in Python: as the project names it, or Aurora Guardrails' own.

        Raises GuardError for a folder that the project names and that holds no plugin. What it names may
        also be the name, the repository or the provider that Pulumi would install a plugin from.
        """
        for folder in (*self._named(package), *_own(package)):
            if (folder / "PulumiPlugin.yaml").is_file():
                settings = read_yaml(folder / "PulumiPlugin.yaml", "plugin file")
                return (folder, settings) if projects.runtime_of(settings) == "python" else None
            if folder.is_dir():
                raise GuardError(f"The plugin '{package}' in {folder} has no PulumiPlugin.yaml.")
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


def _why(error: grpc.RpcError, limit: float) -> str:
    """Why a component could not be constructed: all that the plugin says, which is not all in the message."""
    if error.code() == grpc.StatusCode.DEADLINE_EXCEEDED:
        return (
            f"was not constructed within {duration(limit)}: its plugin hangs, or needs more with --timeout."
        )
    lines = [error.details() or "its plugin gives no reason"]
    metadata: Any = error.trailing_metadata() or ()
    for key, value in metadata:
        if key == "grpc-status-details-bin":
            for detail in status_pb2.Status.FromString(value).details:
                problems = errors_pb2.InputPropertiesError()
                if detail.Unpack(problems):
                    lines += [f"  {each.property_path}: {each.reason}" for each in problems.errors]
    return "could not be constructed: " + "\n".join(filter(None, lines))


def _own(package: str) -> list[Path]:
    name, module = _OWN
    spec = find_spec(module) if package == name else None
    return [Path(spec.origin).parent.parent] if spec is not None and spec.origin else []
