"""One preview: the program runs, the packs analyse what it registered, and a report is made of it."""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from aurora_policies.controls.control import Level

from ..errors import GuardError
from ..report.model import Exemption, Finding, PackInfo, Report, ReportedResource
from . import findings, pack_config, project
from .monitor import Monitor
from .pack import BOOT_TIMEOUT, Pack
from .plugin import Plugins
from .program import Program
from .resources import Deployment, Resource
from .target import Target
from .unjudged import unjudged
from .wire import UNKNOWN

#: Seconds for the program, and again for the packs.
TIMEOUT = 300.0


@dataclass(frozen=True)
class Request:
    """What to preview, and with what.

    `pack_configs` go with `packs` in the same order, as many of them as there are. `everything` reports also
    what is left out of a stack without a database.
    """

    folder: Path
    packs: Sequence[Path]
    stack: str | None = None
    pack_configs: Sequence[Path] = ()
    overrides: Mapping[str, str] = field(default_factory=dict)
    timeout: float = TIMEOUT
    everything: bool = False


def preview(request: Request, progress: Callable[[str], None] = lambda _: None) -> Report:
    """Previews a stack under policy packs.

    `progress` is told what is being done. Raises GuardError when the project, its configuration, the
    program, a pack or a pack's configuration is wrong. No process is left when it returns or raises.
    """
    loaded = project.load(request.folder)
    organization, stack = project.choose_stack(loaded, request.stack)
    configuration = project.configure(loaded, stack, request.overrides)
    configs = [pack_config.read(file) for file in request.pack_configs]
    target = Target(loaded.name, stack, organization, configuration.values, configuration.secret_keys)
    with ExitStack() as running:
        # All processes start before anything waits: importing is most of what each of them does.
        packs = [running.enter_context(Pack(folder, target)) for folder in request.packs]
        program = running.enter_context(Program(loaded, stack, target.organization, configuration))
        plugins = running.enter_context(closing(Plugins(loaded, target)))
        monitor = running.enter_context(closing(Monitor(target, plugins.construct)))
        program.start(monitor.address)
        progress("Starting the policy pack" if len(packs) == 1 else "Starting the policy packs")
        for place, pack in enumerate(packs):
            pack.connect(min(BOOT_TIMEOUT, request.timeout))
            given = configs[place] if place < len(configs) else {}
            file = request.pack_configs[place] if given else None
            effective = pack_config.effective(pack.policies, pack.initial_config, given, file)
            pack.configure(
                pack_config.everywhere(pack.policies, effective) if request.everything else effective
            )
        for pack in packs:
            # A pack judges while the program still runs, as under the engine.
            monitor.watch(partial(pack.begin, providers=monitor.resources, timeout=request.timeout))
        progress("Running the program")
        deployment = run(program, monitor, request.timeout)
        found: list[Finding] = []
        unused: list[Exemption] = []
        for pack in packs:
            progress(f"Analysing {len(deployment.resources)} resources with {pack.name}")
            of_pack, unused_of_pack = _analyse(pack, deployment, target, request.timeout)
            found += of_pack
            unused += unused_of_pack
    return _report(loaded.folder, target, packs, deployment, found, unused)


def run(program: Program, monitor: Monitor, timeout: float) -> Deployment:
    """Waits for a program that was started. What the monitor refused explains a failure best, and after that
    what it could not answer."""
    deadline = time.monotonic() + timeout
    try:
        output = program.finish(deadline - time.monotonic())
    except GuardError as error:
        if monitor.problems:
            raise monitor.problems[0] from None
        if monitor.unanswered:
            raise GuardError(
                f"{error} It may need to know what these functions return, which is unknown without an account: "
                f"{', '.join(monitor.unanswered)}.",
                detail=error.detail,
            ) from None
        raise
    return Deployment(monitor.resources, monitor.reads, monitor.messages, output)


def _analyse(
    pack: Pack, deployment: Deployment, target: Target, timeout: float
) -> tuple[list[Finding], list[Exemption]]:
    """The findings of one pack, and the exemptions in its configuration that no violation needs."""
    resources = [deployment.resources[urn] for urn in sorted(deployment.resources)]
    remediated = pack.remediate(resources, deployment.resources, timeout)
    of_each, of_all = pack.analyze(resources, deployment.resources, timeout)
    policies, controls = pack.policies.values(), findings.controls_of(pack.name, pack.policies)
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
    return Report(
        project=target.project,
        stack=target.stack,
        packs=[PackInfo(pack.name, pack.version) for pack in packs],
        resources=resources,
        controls=[
            control
            for pack in packs
            for control in findings.controls_of(pack.name, pack.policies).values()
            if control.level != Level.DISABLED
        ],
        findings=sorted(found, key=lambda f: (f.urn, f.control.pack, f.control.name, f.path, f.message)),
        messages=[
            message.replace(UNKNOWN, "<unknown>")
            for message in (*deployment.messages, *deployment.output.splitlines())
        ],
        unjudged=list(unjudged(resources)),
        unused_exemptions=unused,
    )


def _reported(resource: Resource, folder: Path) -> ReportedResource:
    return ReportedResource(resource.urn, resource.type, resource.name, resource.source(folder))
