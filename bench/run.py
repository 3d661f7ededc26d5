"""How long judging takes, and how it grows: `make bench` writes docs/performance.md.

Seconds of a clock depend on the machine and on what else it does. So growth is measured in the CPU seconds of the
pack's own process, and start-up as a ratio to what no Pulumi program can avoid. `--quick` measures small sizes.
"""

import argparse
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aurora_guard.engine.deadline import Deadline
from aurora_guard.engine.pack import Pack
from aurora_guard.engine.target import Target
from aurora_policies.model import Resource
from bench.shapes import all_shapes, units
from bench.wire import analyze_requests, stack_request

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "performance.md"
RUNS = 5


def main() -> None:
    """Measure everything, print it and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="measure small sizes only")
    quick = parser.parse_args().quick
    parts = [_head(quick), *_start_up(), *_resources(2000 if quick else 5000), *_stacks(quick)]
    PAGE.write_text("\n".join(parts) + "\n")
    print("\n".join(parts))


def _head(quick: bool) -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    sizes = "small sizes (`--quick`)" if quick else "all sizes"
    return (
        "# Performance\n\n"
        "`make bench` wrote this page; no test depends on these numbers. "
        f"Measured on {datetime.now(UTC):%Y-%m-%d} with {os.cpu_count()} cores, {memory:.0f} GiB of memory and "
        f"Python {sys.version.split()[0]}; {sizes}; load average {os.getloadavg()[0]:.1f} at the start.\n"
    )


# --- start-up -------------------------------------------------------------------------------------------------


def _start_up() -> Iterator[str]:
    """Processes, in turn, as the median of their seconds and as a ratio to the first."""
    measures: dict[str, Callable[[], None]] = {
        "`import pulumi, pulumi_policy, grpc`": lambda: _python("import pulumi, pulumi_policy, grpc"),
        "pack, until it lists its policies": _boot,
        "`import pulumi, pulumi_aws`": lambda: _python("import pulumi, pulumi_aws"),
        "`guard preview --stack dev`": lambda: _preview("dev"),
    }
    seconds: dict[str, list[float]] = {name: [] for name in measures}
    for _ in range(RUNS):
        for name, measure in measures.items():
            start = time.perf_counter()
            measure()
            seconds[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(taken) for name, taken in seconds.items()}
    base = next(iter(medians.values()))
    yield "## Start-up\n"
    yield "| What | Seconds | Ratio |\n|---|---:|---:|"
    yield from (f"| {name} | {median:.2f} | {median / base:.2f} |" for name, median in medians.items())
    yield ""


def _python(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)


def _boot() -> None:
    with closing(Pack(ROOT / "policies", Target("bench", "dev"))) as pack:
        pack.connect(Deadline(60))


def _preview(stack: str) -> None:
    command = [sys.executable, "-m", "aurora_guard", "preview", "--stack", stack]
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True)
    if done.returncode == 2:
        sys.exit(done.stderr.decode())


# --- a running pack -------------------------------------------------------------------------------------------


class Running:
    """A pack process: its analyzer, and what it has used so far."""

    def __init__(self) -> None:
        self.pack = Pack(ROOT / "policies", Target("bench", "dev"))
        self.pack.connect(Deadline(60))
        self.analyzer: Any = self.pack._analyzer
        supervisor = self.pack._process._process.pid
        self._pid = int(Path(f"/proc/{supervisor}/task/{supervisor}/children").read_text().split()[0])

    @property
    def cpu(self) -> float:
        """CPU seconds of the process."""
        fields = Path(f"/proc/{self._pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self) -> float:
        """The most memory it held at once, in MB."""
        lines = Path(f"/proc/{self._pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024

    def close(self) -> None:
        self.pack.close()


def _resources(count: int) -> Iterator[str]:
    """`Analyze` of single resources, by one client and by four at once."""
    requests = list(analyze_requests(units(count, deployed=False)))
    yield f"## Single resources\n\nCPU milliseconds of the pack for each of {count} resources, over gRPC.\n"
    yield "| Clients | ms a resource |\n|---:|---:|"
    with closing(Running()) as running:
        for clients in (1, 4):
            before = running.cpu
            with ThreadPoolExecutor(clients) as pool:
                list(pool.map(running.analyzer.Analyze, requests))
            yield f"| {clients} | {1000 * (running.cpu - before) / count:.2f} |"
    yield ""


def _stacks(quick: bool) -> Iterator[str]:
    """`AnalyzeStack` of every shape at growing sizes; the slope is that of log CPU time over log size."""
    yield (
        "## Whole stacks\n\nCPU milliseconds of the pack for each resource. "
        "The slope compares the two largest sizes: 1 is linear.\n"
    )
    yield "| Shape | Resources | ms a resource | Slope | MB |\n|---|---:|---:|---:|---:|"
    for name, make in all_shapes():
        sizes = (200, 2000, 20000) if name.startswith("units") and not quick else (200, 1000, 5000)
        measured: list[tuple[int, float]] = []
        for size in sizes:
            resources = make(size)
            cpu, memory = _judged(resources)
            measured.append((len(resources), cpu))
            slope = "" if len(measured) < 3 else f"{_slope(*measured[-2:]):.2f}"
            yield f"| {name} | {len(resources)} | {1000 * cpu / len(resources):.3f} | {slope} | {memory:.0f} |"


def _judged(resources: list[Resource]) -> tuple[float, float]:
    """The CPU seconds and the memory that a fresh pack takes to judge a stack."""
    with closing(Running()) as running:
        before = running.cpu
        running.analyzer.AnalyzeStack(stack_request(resources))
        return running.cpu - before, running.memory


def _slope(smaller: tuple[int, float], larger: tuple[int, float]) -> float:
    return math.log(larger[1] / max(smaller[1], 1e-3)) / math.log(larger[0] / smaller[0])


if __name__ == "__main__":
    main()
