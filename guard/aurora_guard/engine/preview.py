"""One preview: the program runs, the packs analyse what it registered, and a report is made of it."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

from aurora_policies.controls.control import Level

from ..errors import GuardError
from ..report.architecture import diagram
from ..report.model import Exemption, Finding, PackInfo, Report, ReportedResource, Unjudged
from . import findings, hosts, pack_config, project, stack_outputs
from .deadline import Deadline
from .findings import controls_of
from .graph import stack_of
from .hosts import Context, Program
from .monitor import Monitor
from .pack import Pack
from .plugin import Plugins
from .resources import Deployment, Resource
from .target import Target
from .unjudged import unjudged
from .wire import UNKNOWN

#: Seconds for a whole preview.
TIMEOUT = 300.0


@dataclass(frozen=True)
class Request:
    """What to preview, and with what.

    `pack_configs` go with `packs` in the same order, as many of them as there are. `everything` reports also
    what is left out of a stack without a database. `python` is the interpreter of a program in Python, by its path or
    name; `transpile_only` leaves out the check of TypeScript's types; `command` is run in place of what the runtime
    would run; `stack_outputs` are files with the outputs of other stacks, by the names of these.
    """

    folder: Path
    packs: Sequence[Path]
    stack: str | None = None
    pack_configs: Sequence[Path] = ()
    overrides: Mapping[str, str] = field(default_factory=dict)
    timeout: float = TIMEOUT
    everything: bool = False
    python: str | None = None
    transpile_only: bool = False
    command: Sequence[str] = ()
    stack_outputs: Mapping[str, Path] = field(default_factory=dict)


def preview(request: Request, progress: Callable[[str], None] = lambda _: None) -> Report:
    """Previews a stack under policy packs.

    `progress` is told what is being done. Raises GuardError when the project, its configuration, the
    program, a pack or a pack's configuration is wrong. No process is left when it returns or raises.
    """
    deadline = Deadline(request.timeout)
    loaded = project.load(request.folder)
    organization, stack = project.choose_stack(loaded, request.stack)
    configuration = project.configure(loaded, stack, request.overrides)
    configs = [pack_config.read(file) for file in request.pack_configs]
    outputs = stack_outputs.load(loaded.folder, request.stack_outputs)
    target = Target(
        loaded.name, stack, organization, configuration.values, configuration.secret_keys, outputs
    )
    with ExitStack() as running:
        # All processes start before anything waits: importing is most of what each of them does.
        packs = [running.enter_context(Pack(folder, target)) for folder in request.packs]
        plugins = running.enter_context(closing(Plugins(loaded, target, deadline)))
        monitor = running.enter_context(closing(Monitor(target, plugins.construct)))
        context = Context(target, monitor.address, request.python, request.transpile_only, request.command)
        program = running.enter_context(Program(hosts.launch(loaded, context)))
        progress("Starting the policy pack" if len(packs) == 1 else "Starting the policy packs")
        for place, pack in enumerate(packs):
            pack.connect(deadline)
            given = configs[place] if place < len(configs) else {}
            file = request.pack_configs[place] if given else None
            effective = pack_config.effective(pack.policies, pack.initial_config, given, file)
            if request.everything:
                effective = pack_config.everywhere(pack.policies, effective)
            pack.configure(effective, deadline)
        progress("Running the program")
        deployment = run(program, monitor, deadline)
        found: list[Finding] = []
        unused: list[Exemption] = []
        for pack in packs:
            progress(f"Analysing {len(deployment.resources)} resources with {pack.name}")
            of_pack, unused_of_pack = _analyse(pack, deployment, target, deadline)
            found += of_pack
            unused += unused_of_pack
    deployment.messages[:0] = configuration.warnings
    return _report(loaded.folder, target, packs, deployment, found, unused)


def run(program: Program, monitor: Monitor, deadline: Deadline) -> Deployment:
    """Waits for a program that was started. What the monitor refused explains a failure best, and after that
    what it could not answer."""
    try:
        output = program.finish(deadline)
    except GuardError as error:
        if monitor.problems:
            raise monitor.problems[0] from None
        error.detail = "\n".join(filter(None, [*monitor.errors, error.detail]))
        if monitor.unanswered:
            raise GuardError(
                f"{error} It may need to know what these functions return, which is unknown without an account: "
                f"{', '.join(monitor.unanswered)}.",
                detail=error.detail,
            ) from None
        raise
    if monitor.problems:  # the program carried on without what was refused
        raise monitor.problems[0]
    messages = [*program.warnings, *monitor.messages]
    if monitor.unanswered and program.launch.unanswered:
        messages.append(
            "warning: without an account nothing can tell what these functions return: "
            f"{', '.join(monitor.unanswered)}. {program.launch.unanswered}"
        )
    launch = program.launch
    return Deployment(
        monitor.resources, monitor.reads, messages, output, launch.runtime, launch.runtime_is_own
    )


def _analyse(
    pack: Pack, deployment: Deployment, target: Target, deadline: Deadline
) -> tuple[list[Finding], list[Exemption]]:
    """The findings of one pack, and the exemptions in its configuration that no violation needs."""
    resources = [deployment.resources[urn] for urn in sorted(deployment.resources)]
    remediated = pack.remediate(resources, deployment.resources, deadline)
    of_each, of_all = pack.analyze(resources, deployment.resources, deadline)
    policies, controls = pack.policies.values(), controls_of(pack.name, pack.policies)
    accepted = findings.accepted_by(policies, pack.config)
    found = []
    for resource, analysis in zip(resources, of_each, strict=True):
        changed = [entry for entry in remediated if entry.urn == resource.urn]
        found += findings.of_resource(analysis, resource.urn, policies, controls, changed, accepted)
    found += findings.of_stack(of_all, target.stack_urn, policies, controls, accepted)
    return found, findings.unused_exemptions(of_all, accepted)


def _report(
    folder: Path,
    target: Target,
    packs: Sequence[Pack],
    deployment: Deployment,
    found: list[Finding],
    unused: list[Exemption],
) -> Report:
    resources = [_reported(deployment.resources[urn], folder) for urn in sorted(deployment.resources)]
    resources = [_reported(deployment.resources[urn], folder) for urn in sorted(deployment.resources)]
    not_run = [each for _, each in sorted(deployment.resources.items()) if each.unjudged]
    return Report(
        project=target.project,
        stack=target.stack,
        packs=[PackInfo(pack.name, pack.version) for pack in packs],
        resources=resources,
        controls=[
            control
            for pack in packs
            for control in controls_of(pack.name, pack.policies).values()
            if control.level != Level.DISABLED
        ],
        findings=sorted(found, key=lambda f: (f.urn, f.control.pack, f.control.name, f.path, f.message)),
        runtime=deployment.runtime,
        runtime_is_own=deployment.runtime_is_own,
        messages=[
            message.replace(UNKNOWN, "<unknown>")
            for message in (*deployment.messages, *deployment.output.splitlines())
        ],
        unjudged=[
            *(Unjudged(each.urn, each.type, each.unjudged) for each in not_run),
            *unjudged(resources),
        ],
        folder=_relative(folder),
        draw=lambda: diagram(stack_of(deployment.resources, target)),
        unused_exemptions=unused,
    )


def _relative(folder: Path) -> str:
    """The folder as seen from where guard was started, where it is below that; else the whole path."""
    folder, here = folder.resolve(), Path.cwd()
    return str(folder.relative_to(here) if folder.is_relative_to(here) else folder)


def _reported(resource: Resource, folder: Path) -> ReportedResource:
    return ReportedResource(resource.urn, resource.type, resource.name, resource.source(folder))
