"""An earlier report: what was failing then, and what has changed since.

Failures are the same where control, URN and property are; a message may change with a version.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..errors import GuardError
from .model import Comparison, Failure, Finding, Report, Status


class Earlier:
    """The failures of the report in `file`: JSON of a preview or of an audit, or the folder of `--out`.

    Let it `see` the findings of every stack that is judged now, once; then ask for the comparison.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._unseen: dict[tuple[str, str], set[Failure]] = defaultdict(set)
        self._failures: set[Failure] = set()
        for failure in _failures(file):
            self._failures.add(failure)
            self._unseen[_stack_of(failure.urn)].add(failure)
        self._new: set[Failure] = set()
        self._fixed: set[Failure] = set()
        self._still_failing = self._undecided = 0

    def mark(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings, with those known that failed then."""
        return [
            replace(finding, known=True)
            if finding.status is Status.FAIL and _key(finding) in self._failures
            else finding
            for finding in findings
        ]

    def see(self, project: str, stack: str, findings: Iterable[Finding]) -> None:
        """Compares the findings of one stack."""
        findings = list(findings)
        failing = {_key(finding) for finding in findings if finding.status is Status.FAIL}
        unknown = {(f.control.name, f.urn) for f in findings if f.status is Status.UNKNOWN}
        gone = self._unseen.pop((project, stack), set()) - failing
        fixed = {failure for failure in gone if (failure.control, failure.urn) not in unknown}
        self._fixed |= fixed
        self._undecided += len(gone) - len(fixed)
        self._new |= failing - self._failures
        self._still_failing += len(failing & self._failures)

    def comparison(self) -> Comparison:
        return Comparison(
            file=str(self.file),
            new=tuple(sorted(self._new)),
            fixed=tuple(sorted(self._fixed)),
            still_failing=self._still_failing,
            undecided=self._undecided,
            elsewhere=sum(map(len, self._unseen.values())),
        )


def compared(report: Report, baseline: Path | None, since: Path | None) -> Report:
    """`report` compared with a baseline, whose failures it then knows, and with an earlier report."""
    if baseline is not None:
        known = Earlier(baseline)
        known.see(report.project, report.stack, report.findings)
        report = replace(report, findings=known.mark(report.findings), baseline=known.comparison())
    if since is not None:
        before = Earlier(since)
        before.see(report.project, report.stack, report.findings)
        report = replace(report, since=before.comparison())
    return report


def _key(finding: Finding) -> Failure:
    return Failure(finding.control.name, finding.urn, finding.path)


def _stack_of(urn: str) -> tuple[str, str]:
    """The project and the stack of a URN."""
    stack, project, *_ = [*urn.removeprefix("urn:pulumi:").split("::", 2), "", ""]
    return project, stack


def _failures(file: Path) -> Iterator[Failure]:
    if not file.is_dir():
        yield from _failures_in(_read(file), file)
        return
    results = sorted(file.glob("*.json"))
    if not results:
        raise GuardError(f"There is no result in {file}: it is no folder that `guard audit --out` wrote.")
    for result in results:
        yield from _failures_in(_read(result), result)


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_bytes())
    except OSError as error:
        raise GuardError(f"The report {file} can't be read: {error.strerror}.") from None
    except (ValueError, RecursionError):
        raise GuardError(f"The report {file} is not valid JSON: make it with `--format json`.") from None


def _failures_in(document: Any, file: Path) -> Iterator[Failure]:
    try:
        if "error" in document:  # a stack that could not be judged
            return
        for part in document.get("stacks", [document]):
            for finding in part["findings"]:
                if finding["status"] == Status.FAIL:
                    yield _failure(finding)
    except (AttributeError, KeyError, TypeError):
        raise GuardError(
            f"The report {file} is none of guard's: it takes what `--format json` writes."
        ) from None


def _failure(finding: Mapping[str, Any]) -> Failure:
    failure = Failure(finding["control"], finding["urn"], finding.get("property") or "")
    if not all(isinstance(part, str) for part in failure):
        raise TypeError
    return failure
