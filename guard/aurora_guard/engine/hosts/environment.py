"""Programs that take everything from their environment: Go, .NET, Java, and any other that speaks the protocol."""

import json
import os
import shlex
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ...errors import GuardError
from .. import project as projects
from ..project import Project
from .launch import Context, Launch

#: How many bytes one variable of the environment may have on Linux, less its name.
_LONGEST = 128 * 1024 - 64

#: The SDKs print why a program failed, and end it with this status; Go's own runner gives it as well.
_FAILED = frozenset({1, 32, 255})

_ZERO = "The SDK gives the program empty values for them, and what it makes of those is judged as it is."


def launch(project: Project, context: Context) -> Launch:
    """How a program of another runtime than Python and Node.js is started.

    Raises GuardError where its toolchain or its program is not there.
    """
    runtime = projects.runtime_of(project.settings)
    folder, main = project.program
    if not folder.is_dir():
        raise GuardError(f"There is no program at {folder}. Add it, or correct `main` in {project.file}.")
    if context.command:
        command = list(context.command)
    elif binary := projects.options_of(project.settings).get("binary"):
        command = _of_binary(project, project.folder / str(binary))
    else:
        command = _COMMANDS[runtime](folder, main)
    _need(project, command[0], folder)
    return Launch(
        command=command,
        cwd=folder,
        env=_environment(project, context),
        runtime=shlex.join(command),
        explained=_FAILED,
        unanswered=_ZERO,
    )


def _environment(project: Project, context: Context) -> Mapping[str, str]:
    """What every SDK reads (pulumi/sdk/go/pulumi/run.go, and its like)."""
    target = context.target
    env = {
        "PULUMI_MONITOR": context.address,
        "PULUMI_ENGINE": context.address,
        "PULUMI_PROJECT": project.name,
        "PULUMI_STACK": target.stack,
        "PULUMI_ORGANIZATION": target.organization,
        "PULUMI_ROOT_DIRECTORY": str(project.folder),
        "PULUMI_CONFIG": json.dumps(target.config),
        "PULUMI_CONFIG_SECRET_KEYS": json.dumps(sorted(target.secret_keys)),
        "PULUMI_DRY_RUN": "true",
        "PULUMI_PARALLEL": "16",
    }
    if (size := len(env["PULUMI_CONFIG"].encode())) > _LONGEST:
        raise GuardError(
            f"The configuration of stack '{target.stack}' has {size:,} bytes, and a program of this runtime takes it "
            f"from its environment, which holds {_LONGEST:,}: move large values to files."
        )
    return env


def _of_binary(project: Project, binary: Path) -> list[str]:
    """What `runtime.options.binary` names: an executable, an assembly of .NET or an archive of Java."""
    if not binary.is_file():
        raise GuardError(
            f"{project.file}: runtime.options.binary is {binary}, which does not exist. Build it first."
        )
    runner = {".dll": ["dotnet"], ".jar": ["java", "-jar"]}.get(binary.suffix, [])
    return [*runner, str(binary)]


def _go(folder: Path, main: str) -> list[str]:
    return ["go", "run", main]


def _dotnet(folder: Path, main: str) -> list[str]:
    return ["dotnet", "run", *([] if main == "." else ["--project", main])]


def _java(folder: Path, main: str) -> list[str]:
    if main != ".":
        return ["java", *(["-jar"] if main.endswith(".jar") else []), main]
    wrapper = projects.above(folder, "gradlew")
    if wrapper or (folder / "build.gradle").is_file() or (folder / "build.gradle.kts").is_file():
        return [
            str(wrapper / "gradlew") if wrapper else "gradle",
            "--no-daemon",
            "--console=plain",
            "-q",
            "run",
        ]
    return ["mvn", "--quiet", "--batch-mode", "--no-transfer-progress", "compile", "exec:java"]


#: What runs the program in a folder, by runtime.
_COMMANDS: dict[str, Callable[[Path, str], list[str]]] = {"go": _go, "dotnet": _dotnet, "java": _java}

#: What to install where a command is absent.
_INSTALL = {
    "go": "install Go, or build the program elsewhere and name it as runtime.options.binary",
    "dotnet": "install the .NET SDK",
    "java": "install a Java runtime",
    "mvn": "install Maven and a JDK, or name the program's jar as runtime.options.binary",
    "gradle": "install Gradle and a JDK, or name the program's jar as runtime.options.binary",
}


def _need(project: Project, command: str, folder: Path) -> None:
    where: Any = os.environ.get("PATH")
    found = shutil.which(str(folder / command)) if os.sep in command else shutil.which(command, path=where)
    if found is None:
        hint = _INSTALL.get(command, "install it, or correct the command")
        raise GuardError(f"The program of {project.file} runs with `{command}`, which is not here: {hint}.")
