"""Hosts: each starts programs of some runtimes, so that they meet guard's monitor."""

from collections.abc import Callable

from ...errors import GuardError
from .. import project as projects
from ..project import Project
from . import environment
from .launch import Context, Launch
from .nodejs import host as nodejs
from .program import Program
from .python import host as python

__all__ = ["Context", "Launch", "Program", "launch"]

#: The host of each runtime of Pulumi.yaml.
HOSTS: dict[str, Callable[[Project, Context], Launch]] = {
    "python": python.launch,
    "nodejs": nodejs.launch,
    "go": environment.launch,
    "dotnet": environment.launch,
    "java": environment.launch,
}


def launch(project: Project, context: Context) -> Launch:
    """How the program of `project` is started. Raises GuardError where no host can."""
    if context.command:
        return environment.launch(project, context)
    runtime = projects.runtime_of(project.settings)
    if runtime == "yaml":
        raise GuardError(
            f"{project.file} has the runtime yaml. Only the Pulumi CLI resolves the provider schemas that such a "
            "program needs: run the policy pack there, with `pulumi preview --policy-pack DIR`."
        )
    if runtime == "bun":
        raise GuardError(
            f"{project.file} has the runtime bun, which guard does not run: set `runtime: nodejs` for the preview."
        )
    if runtime not in HOSTS:
        raise GuardError(
            f"{project.file} has the runtime {runtime or 'none'}: guard previews {', '.join(HOSTS)}. Any other "
            "program that meets a monitor by its environment runs with `guard preview -- COMMAND`."
        )
    return HOSTS[runtime](project, context)
