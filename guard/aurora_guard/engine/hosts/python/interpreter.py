"""Which Python runs a program, a plugin or a pack: the one that the Pulumi CLI would take.

The CLI knows three toolchains (pulumi/sdk/python/toolchain). Unlike it, guard makes no virtual environment: where
the one that is named does not exist, its own Python runs the program, and the report says so.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from aurora_policies.nearest import nearest

from ....errors import GuardError
from ... import project as projects

#: Seconds that poetry may take to name its environment.
_POETRY_TIMEOUT = 30.0

_TOOLCHAINS = ("pip", "poetry", "uv")

#: The packages whose version decides what a program registers.
_CHECKED = ("pulumi", "pulumi-aws")


@dataclass(frozen=True)
class Interpreter:
    """A Python, and the virtual environment it belongs to. `own_because` says why it is guard's own."""

    path: str
    environment: Path | None = None
    own_because: str = ""

    def env(self) -> dict[str, str]:
        """The variables of an activated environment."""
        if self.environment is None:
            return {}
        path = os.pathsep.join([str(Path(self.path).parent), os.environ.get("PATH", "")])
        return {"VIRTUAL_ENV": str(self.environment), "PATH": path}

    def versions(self) -> dict[str, str]:
        """The versions of the packages that matter, as far as they are installed where they are looked for."""
        folder = Path(self.path).parent.parent
        paths = [str(path) for path in folder.glob("lib/python3*/*-packages")]
        if self.path == sys.executable:
            paths = sys.path
        found = {}
        for name in _CHECKED:
            for distribution in metadata.distributions(name=name, path=paths):
                found[name] = distribution.version
        return found


def choose(
    settings: Mapping[str, Any], folder: Path, asked: str | None = None, *, needs: str = "pulumi"
) -> Interpreter:
    """The Python for what `settings` (of a project, plugin or pack file in `folder`) describe.

    In this order: the one asked for; the environment of `runtime.options`; that of the lock file of uv or poetry;
    an active virtual environment; `.venv` or `venv` in the folder; guard's own. An environment that nothing names
    has to hold the package `needs`.

    Raises GuardError where the one asked for, or the toolchain, is none.
    """
    if asked is not None:
        return _asked(asked)
    options = projects.options_of(settings)
    toolchain = str(options.get("toolchain") or _toolchain_by_lock_file(folder) or "pip")
    if toolchain not in _TOOLCHAINS:
        raise GuardError(
            f"runtime.options.toolchain is {toolchain!r}{nearest(toolchain, _TOOLCHAINS)}: it must be pip, poetry "
            "or uv."
        )
    named = options.get("virtualenv")
    if toolchain == "poetry":
        return _of_poetry(folder)
    if toolchain == "uv" and not named:
        root = projects.above(folder, "uv.lock") or projects.above(folder, "pyproject.toml") or folder
        named = str(root / ".venv")
    if named:
        return _in(folder / str(named)) or _own(
            f"the virtual environment {named} does not exist (`pulumi install` makes it)"
        )
    return _ambient(folder, needs)


def _asked(path: str) -> Interpreter:
    found = shutil.which(path)
    if found is None and (inside := _in(Path(path))) is not None:
        return inside
    if found is None:
        raise GuardError(
            f"--python {path}: there is no such Python. Name an interpreter or a virtual environment."
        )
    environment = Path(found).absolute().parent.parent
    is_virtual = (environment / "pyvenv.cfg").is_file()
    return Interpreter(str(Path(found).absolute()), environment if is_virtual else None)


def _in(environment: Path) -> Interpreter | None:
    for python in ("bin/python", "Scripts/python.exe"):
        if (path := environment / python).is_file():
            return Interpreter(str(path), environment)
    return None


def _own(why: str) -> Interpreter:
    return Interpreter(sys.executable, own_because=why)


def _toolchain_by_lock_file(folder: Path) -> str | None:
    if projects.above(folder, "uv.lock"):
        return "uv"
    return "poetry" if projects.above(folder, "poetry.lock") else None


def _of_poetry(folder: Path) -> Interpreter:
    command = shutil.which("poetry")
    if command is None:
        return _own("the project uses poetry, which is not installed here")
    try:
        result = subprocess.run(
            [command, "env", "info", "--path"],
            check=False,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_POETRY_TIMEOUT,
        )
    except (OSError, subprocess.TimeoutExpired):
        return _own("`poetry env info` did not answer")
    environment = result.stdout.strip()
    if result.returncode or not environment:
        return _own("poetry has no environment for the project (`poetry install` makes it)")
    return _in(Path(environment)) or _own(f"poetry's environment {environment} holds no Python")


def _ambient(folder: Path, needs: str) -> Interpreter:
    active = os.environ.get("VIRTUAL_ENV")
    for environment in (*([Path(active)] if active else []), folder / ".venv", folder / "venv"):
        found = _in(environment)
        if found is not None and any(environment.glob(f"lib/python3*/site-packages/{needs}")):
            return found
    command = os.environ.get("PULUMI_PYTHON_CMD")
    if command and (path := shutil.which(command)):
        return Interpreter(path)
    return _own("the project has no virtual environment")


def mismatches(folder: Path, interpreter: Interpreter) -> Iterator[str]:
    """What the requirements of a program ask for and its interpreter does not have."""
    installed = interpreter.versions()
    for file, requirement in _requirements(folder):
        version = installed.get(canonicalize_name(requirement.name))
        if version is not None and not requirement.specifier.contains(version, prereleases=True):
            yield (
                f"warning: {file} asks for {requirement.name}{requirement.specifier}, and the program runs with "
                f"{version}: what it registers may differ. Name the program's own Python with --python."
            )


def _requirements(folder: Path) -> Iterator[tuple[str, Requirement]]:
    for name, lines in (("requirements.txt", _lines), ("pyproject.toml", _dependencies)):
        file = folder / name
        if not file.is_file():
            continue
        for line in lines(file):
            try:
                requirement = Requirement(line)
            except InvalidRequirement:
                continue
            if canonicalize_name(requirement.name) in _CHECKED:
                yield name, requirement


def _lines(file: Path) -> list[str]:
    text = file.read_text("utf-8", "replace")
    return [line.split(" #")[0].split(" --")[0].strip() for line in text.splitlines()]


def _dependencies(file: Path) -> list[str]:
    try:
        content = tomllib.loads(file.read_text("utf-8", "replace"))
    except tomllib.TOMLDecodeError:
        return []
    found = _within(content, "project", "dependencies")
    poetry = _within(content, "tool", "poetry", "dependencies")
    lines = [str(line) for line in found] if isinstance(found, list) else []
    pinned = poetry.items() if isinstance(poetry, dict) else ()
    return [*lines, *(f"{name}{_specifier(value)}" for name, value in pinned if isinstance(value, str))]


def _within(content: Any, *keys: str) -> Any:
    for key in keys:
        content = content.get(key) if isinstance(content, dict) else None
    return content


def _specifier(text: str) -> str:
    """A version as poetry writes it, as pip does: `^6.1` is `>=6.1,<7`."""
    if text.startswith("^"):
        major = text[1:].split(".")[0]
        return f">={text[1:]},<{int(major) + 1}" if major.isdecimal() else ""
    return "" if text == "*" else text if text[:1] in "<>=!~" else f"=={text}"
