"""Run a Pulumi program in a process of its own, as a preview does, and look at what it registered."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from textwrap import dedent
from typing import Any

import yaml

from aurora_guard.engine import project as projects
from aurora_guard.engine.deadline import Deadline
from aurora_guard.engine.hosts import Context, Program, launch
from aurora_guard.engine.monitor import Monitor
from aurora_guard.engine.plugin import Plugins
from aurora_guard.engine.preview import Request, preview, run
from aurora_guard.engine.resources import Deployment, Resource
from aurora_guard.engine.target import Target
from aurora_guard.engine.wire import Properties
from aurora_guard.report.model import Report
from tests.harness.command import nothing_left


def write_program(
    folder: Path,
    source: str,
    *,
    name: str = "test",
    config: Mapping[str, Any] | None = None,
    stack: str = "dev",
    **settings: Any,
) -> Path:
    """A project in `folder` with `source` as its program and `config` as the configuration of its stack.

    `settings` are further entries of Pulumi.yaml, such as `config` declarations (as `declared`).
    """
    if "declared" in settings:
        settings["config"] = settings.pop("declared")
    project = {"name": name, "runtime": "python", **settings}
    (folder / "Pulumi.yaml").write_text(yaml.safe_dump(project, sort_keys=False))
    (folder / "__main__.py").write_text(dedent(source))
    if config is not None:
        (folder / f"Pulumi.{stack}.yaml").write_text(
            yaml.safe_dump({"config": dict(config)}, sort_keys=False)
        )
    return folder


def deploy(
    folder: Path,
    stack: str | None = None,
    *,
    timeout: float = 60,
    overrides: Mapping[str, str] | None = None,
    stack_outputs: Mapping[str, Properties] | None = None,
    command: Sequence[str] = (),
) -> Deployment:
    """What the program in `folder` registers. Raises GuardError as a preview does."""
    project = projects.load(folder)
    organization, stack = projects.choose_stack(project, stack)
    configuration = projects.configure(project, stack, overrides or {})
    target = Target(
        project.name,
        stack,
        organization,
        configuration.values,
        configuration.secret_keys,
        stack_outputs or {},
    )
    deadline = Deadline(timeout)
    with (
        nothing_left(),
        closing(Plugins(project, target, deadline)) as plugins,
        closing(Monitor(target, plugins.construct)) as monitor,
        Program(launch(project, Context(target, monitor.address, command=command))) as program,
    ):
        return run(program, monitor, deadline)


def previewed(folder: Path, *packs: Path, timeout: float = 60, **options: Any) -> Report:
    """The report of a preview. Raises GuardError as the command shows it; `options` are of `Request`."""
    with nothing_left():
        return preview(Request(folder, packs, timeout=timeout, **options))


def named(deployment: Deployment, name: str, type_: str = "") -> Resource:
    """The one resource with this logical name, and this type where several share the name."""
    found = [
        resource
        for resource in deployment.resources.values()
        if resource.name == name and (not type_ or resource.type == type_)
    ]
    assert len(found) == 1, f"{len(found)} resources are named {name}: {sorted(deployment.resources)}"
    return found[0]
