"""One audit: finds the state, judges each stack of it, and adds up the results."""

import hashlib
import json
import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from ..engine import pack_config
from ..engine.documents import read_yaml
from ..errors import GuardError
from ..report.audit import AuditReport, StackResult, Unreadable, summarise
from ..report.earlier import Earlier
from ..report.model import Control
from ..shipped import pack_package
from ..state import locations
from ..state.locations import StateFile
from . import workers
from .cluster import on_dask
from .judge import Judge, OwnPack, ProtocolPack
from .results import Results
from .task import OwnPackTask, judge_file

#: Seconds that a pack in a process of its own may take for one stack.
TIMEOUT = 300.0


@dataclass(frozen=True)
class Request:
    """What to audit, and with what.

    `own` is the folder of our own pack, which judges where `packs` names no other. `dask` is the address of a
    cluster that judges, instead of `workers` processes. `out` keeps the results for
    good; without it they last as long as the audit. `baseline` and `since` are earlier reports.
    `everything` reports medium and low findings also in stacks without a database.
    """

    sources: Sequence[str]
    own: Path
    packs: Sequence[Path] = ()
    pack_configs: Sequence[Path] = ()
    workers: int = 1
    dask: str = ""
    out: Path | None = None
    baseline: Path | None = None
    since: Path | None = None
    timeout: float = TIMEOUT
    everything: bool = False


#: Is told how many stacks there are, and then of each that was judged, its resources.
Progress = Callable[[int, int], None]


@contextmanager
def audit(request: Request, progress: Progress = lambda _stacks, _resources: None) -> Iterator[AuditReport]:
    """Judges the state of every stack in the sources. The report can be read until the block ends.

    Raises GuardError when a source, a pack or a pack's configuration is wrong. A file that cannot be judged is
    reported instead. No process is left when it returns or raises.
    """
    if request.dask and request.packs:
        raise GuardError("--dask runs Aurora Guardrails' own pack only: leave out --policy-pack.")
    configs = [pack_config.read(file) for file in request.pack_configs]
    baseline = Earlier(request.baseline) if request.baseline else None
    since = Earlier(request.since) if request.since else None
    with ExitStack() as running:
        judges: list[Judge] = []
        if request.packs:
            for place, folder in enumerate(request.packs):
                given = configs[place] if place < len(configs) else {}
                file = request.pack_configs[place] if given else None
                judges.append(
                    running.enter_context(
                        closing(ProtocolPack(folder, given, file, request.timeout, request.everything))
                    )
                )
            task: workers.Task = partial(judge_file, judges=judges)
        else:
            version = str(
                read_yaml(request.own / "PulumiPolicy.yaml", "policy pack file").get("version", "0.0.0")
            )
            given = configs[0] if configs else {}
            file = request.pack_configs[0] if given else None
            judges.append(OwnPack(version, given, file, request.everything))
            task = OwnPackTask(version, json.dumps(given), str(file or ""), request.everything)
        controls: dict[str, Control] = {}
        for judge in judges:
            controls.update(judge.controls)
        files = locations.find(request.sources)
        folder = request.out or Path(running.enter_context(tempfile.TemporaryDirectory(prefix="guard-")))
        results = Results(folder, _basis(request, configs))
        missing = [file for file in files if not results.has(file)]
        progress(len(missing), 0)
        with closing(_done(request, task, missing)) as done:
            for judged, result in done:
                results.write(judged, result)
                progress(len(missing), result.get("resources", 0))

        def stacks() -> Iterator[StackResult]:
            for result in results.read(files, controls):
                if isinstance(result, StackResult):
                    yield result

        unreadable = [item for item in results.read(files, controls) if isinstance(item, Unreadable)]
        yield summarise([judge.pack for judge in judges], controls, stacks, unreadable, baseline, since)


def _done(
    request: Request, task: workers.Task, files: Sequence[StateFile]
) -> Generator[workers.Done, None, None]:
    """The results of `files`, as they come, from where the request wants the work done."""
    if request.dask:
        return on_dask(task, files, request.dask)
    if not request.packs and min(request.workers, len(files)) > 1:
        return workers.in_processes(task, files, request.workers)
    return workers.in_this_process(task, files)


def _basis(request: Request, configs: Sequence[object]) -> str:
    """What every result depends on besides the state: the packs, their configuration, and the day, for
    exemptions end."""
    digest = hashlib.sha256(json.dumps([configs, request.everything], sort_keys=True).encode())
    digest.update(datetime.now(UTC).date().isoformat().encode())
    for folder in request.packs or (pack_package(),):
        for file in sorted(folder.rglob("*")):
            if file.suffix in (".py", ".json", ".csv", ".yaml") and "venv" not in file.parts:
                details = file.stat()
                digest.update(f"{file}\0{details.st_mtime_ns}\0{details.st_size}\0".encode())
    return digest.hexdigest()
