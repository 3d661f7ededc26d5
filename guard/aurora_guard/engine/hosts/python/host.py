"""Programs in Python, on the interpreter and the SDK of their own."""

import json
from pathlib import Path

from ....errors import GuardError
from ...project import Project
from ..launch import Context, Launch
from . import interpreter

RUN = Path(__file__).with_name("run.py")

#: The exit status of `run.py` when the program raised; its traceback is on standard error.
FAILED = 32


def launch(project: Project, context: Context) -> Launch:
    """How the program of `project` is started. Raises GuardError where there is none."""
    folder, main = project.program
    entry = folder / main / "__main__.py" if main == "." else folder / main
    if not entry.is_file():
        raise GuardError(f"There is no program at {entry}. Add it, or correct `main` in {project.file}.")
    python = interpreter.choose(project.settings, project.folder, context.python)
    target = context.target
    settings = {
        "project": project.name,
        "stack": target.stack,
        "organization": target.organization,
        "root": str(project.folder),
        "address": context.address,
        "config": target.config,
        "secret_keys": sorted(target.secret_keys),
        "program": main,
    }
    return Launch(
        command=[python.path, "-u", str(RUN)],
        cwd=folder,
        env=python.env(),
        runtime=_in_words(project, python),
        runtime_is_own=_is_own(project, python),
        text=json.dumps(settings),
        warnings=list(interpreter.mismatches(project.folder, python)),
        explained=frozenset({FAILED}),
    )


def _is_own(project: Project, python: interpreter.Interpreter) -> bool:
    return python.environment is not None and python.environment.is_relative_to(project.folder)


def _in_words(project: Project, python: interpreter.Interpreter) -> str:
    """Which Python it is, as the report says it."""
    if python.environment is not None and _is_own(project, python):
        return f"Python of {python.environment.relative_to(project.folder)}"
    if python.environment is not None:
        return f"Python of {python.environment}"
    versions = ", ".join(f"{name} {version}" for name, version in python.versions().items())
    runs = f"Python at {python.path}" + (f", {versions}" if versions else "")
    return f"{runs}: guard's own, since {python.own_because}" if python.own_because else runs
