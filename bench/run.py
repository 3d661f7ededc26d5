"""How long a preview takes, and its parts: `make bench`.

Seconds depend on the machine, so each is also given as a ratio to what no Pulumi program can avoid: a Python
process that imports `pulumi` and `pulumi_aws`. All are measured in one run, in turn, and the median counts.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from aurora_guard.engine.pack import Pack
from aurora_guard.engine.target import Target

ROOT = Path(__file__).parents[1]
RUNS = 5


def floor() -> None:
    """The least that any Pulumi program for AWS takes."""
    subprocess.run([sys.executable, "-c", "import pulumi, pulumi_aws"], check=True)


def pack_boot() -> None:
    """From starting the pack's process to its answer with the list of policies."""
    with closing(Pack(ROOT / "policies", Target("bench", "dev"))) as pack:
        pack.connect()


def preview(stack: str) -> None:
    """`guard preview`, from the shell's point of view."""
    done = subprocess.run(
        [sys.executable, "-m", "aurora_guard", "preview", "--stack", stack],
        check=False,
        cwd=ROOT,
        capture_output=True,
    )
    if done.returncode == 2:
        sys.exit(done.stderr.decode())


def main() -> None:
    """Measure everything in turn, and print the medians."""
    measures: dict[str, Callable[[], None]] = {
        "import pulumi, pulumi_aws": floor,
        "pack boot": pack_boot,
        "guard preview, dev": lambda: preview("dev"),
        "guard preview, prod": lambda: preview("prod"),
    }
    seconds: dict[str, list[float]] = {name: [] for name in measures}
    for _ in range(RUNS):
        for name, measure in measures.items():
            start = time.perf_counter()
            measure()
            seconds[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(taken) for name, taken in seconds.items()}
    base = next(iter(medians.values()))
    print(f"{'median of ' + str(RUNS):<28}{'seconds':>8}{'ratio':>8}")
    for name, median in medians.items():
        print(f"{name:<28}{median:>8.2f}{median / base:>8.2f}")


if __name__ == "__main__":
    main()
