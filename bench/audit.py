"""How fast `guard audit` judges an estate, and how much memory it takes: `python bench/audit.py`.

It generates the estate in a temporary folder first. The rate is of resources for each second of a processor,
parsing and report included, so that it hardly depends on what else the machine does.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import estate

ROOT = Path(__file__).parents[1]


def audit(folder: Path, workers: int, output: Path) -> tuple[float, float]:
    """Runs one audit; returns its seconds by the clock, and of processors."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    command = [sys.executable, "-m", "aurora_guard", "audit", str(folder), "--workers", str(workers)]
    done = subprocess.run(
        [*command, "--format", "json", "--output", str(output)], check=False, cwd=ROOT, capture_output=True
    )
    if done.returncode == 2:
        sys.exit(done.stderr.decode())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, used


def main() -> None:
    """Measures a tenth of the estate, and all of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--stacks", type=int, default=1000)
    parser.add_argument("--resources", type=int, default=300_000)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    print(
        f"{'stacks':>8}{'resources':>11}{'seconds':>9}{'per second':>12}{'and core':>10}{'largest process':>17}"
    )
    for part in (10, 1):
        with tempfile.TemporaryDirectory() as folder:
            count = estate.write(Path(folder, "estate"), given.stacks // part, given.resources // part)
            report = Path(folder, "report.json")
            seconds, used = audit(Path(folder, "estate"), given.workers, report)
            with report.open() as file:
                assert json.load(file)["summary"]["resources"] == count
        # The largest child so far: the smaller estate is measured first.
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        rates = f"{count / seconds:>12,.0f}{count / used:>10,.0f}"
        print(f"{given.stacks // part:>8,}{count:>11,}{seconds:>9.1f}{rates}{peak:>14,.0f} MB")


if __name__ == "__main__":
    main()
