"""The report of an audit: what was found in each stack, and in all of them together.

The stacks themselves are read from where they are kept whenever they are asked for, so that the report of
thousands of stacks takes no more memory than that of a few.
"""

import heapq
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial

from aurora_policies.frameworks import Framework, frameworks

from .earlier import Earlier
from .model import SEVERITIES, Comparison, Control, Exemption, Finding, PackInfo, Status, Unjudged

#: How many stacks the list of the worst has.
WORST = 10


@dataclass(frozen=True)
class StackResult:
    """What was found in one stack. `source` is where its state is.

    `findings` are the failures, the unknowns and the exemptions, by URN and control. `counts` has the number
    of each control's findings by status, without those that do not apply: `not_applicable` counts them all, and
    `left_out` those of them that are not reported because the stack has no database.
    """

    source: str
    project: str
    stack: str
    resources: int
    findings: Sequence[Finding] = ()
    counts: Mapping[str, Mapping[Status, int]] = field(default_factory=dict)
    not_applicable: int = 0
    left_out: int = 0
    unjudged: Sequence[Unjudged] = ()
    unused_exemptions: Sequence[Exemption] = ()

    @property
    def name(self) -> str:
        return f"{self.project}/{self.stack}" if self.stack else self.source

    @property
    def mandatory_failures(self) -> int:
        return sum(finding.is_mandatory_failure for finding in self.findings)

    @property
    def totals(self) -> Counter[Status]:
        """How many findings there are of each status."""
        totals = Counter({Status.NOT_APPLICABLE: self.not_applicable})
        for counts in self.counts.values():
            totals.update(counts)
        return totals


@dataclass(frozen=True)
class Unreadable:
    """A source that could not be judged, and why."""

    source: str
    reason: str


@dataclass(frozen=True)
class Standing:
    """How one stack, or the whole estate, stands under a framework: a number of its requirements each.

    A requirement fails where any of its controls does. It is unknown where none fails and one is unknown. It is
    met where its controls pass, or are exempt. It is not assessed where none of its controls applies, or is on.
    """

    met: int = 0
    failing: int = 0
    unknown: int = 0
    not_assessed: int = 0

    @property
    def is_met(self) -> bool:
        """Whether something was assessed, and nothing fails or is unknown."""
        return bool(self.met) and not self.failing and not self.unknown


@dataclass(frozen=True)
class ControlTotal:
    """What one control found in all stacks; `stacks` are those in which it fails."""

    control: Control
    counts: Mapping[Status, int]
    stacks: int

    @property
    def failures(self) -> int:
        return self.counts.get(Status.FAIL, 0)


@dataclass(frozen=True)
class FrameworkTotal:
    """How the estate stands under a framework; `stacks` are those that meet all that was assessed."""

    framework: Framework
    standing: Standing
    stacks: int


@dataclass(frozen=True)
class StackTotal:
    """A stack's line in a table."""

    name: str
    source: str
    resources: int
    mandatory_failures: int
    failures: int
    unknown: int


@dataclass(frozen=True)
class AuditReport:
    """The result of an audit.

    `stacks` yields every stack that was judged, in the order of the sources, as often as it is called.
    `known` counts the failures that the baseline has.
    `controls` are those that are on: the ones with most failures first, and among equals the most severe.
    `worst` are the stacks with most mandatory failures, then with most failures of any kind.
    """

    packs: Sequence[PackInfo]
    stacks: Callable[[], Iterator[StackResult]]
    unreadable: Sequence[Unreadable]
    judged: int
    resources: int
    totals: Mapping[Status, int]
    mandatory_failures: int
    known: int
    unjudged: int
    controls: Sequence[ControlTotal]
    frameworks: Sequence[FrameworkTotal]
    worst: Sequence[StackTotal]
    baseline: Comparison | None = None
    since: Comparison | None = None


def summarise(
    packs: Sequence[PackInfo],
    controls: Mapping[str, Control],
    stacks: Callable[[], Iterator[StackResult]],
    unreadable: Sequence[Unreadable],
    baseline: Earlier | None = None,
    since: Earlier | None = None,
) -> AuditReport:
    """Adds up what was found in all stacks. `controls` are those that are on, by name.

    What `baseline` has is known, and is no mandatory failure any more.
    """
    if baseline is not None:
        stacks = partial(_marked, stacks, baseline)
    judged = resources = mandatory = known = unjudged = 0
    totals: Counter[Status] = Counter()
    by_control: dict[str, Counter[Status]] = {name: Counter() for name in controls}
    failing_in: Counter[str] = Counter()
    meeting: Counter[str] = Counter()
    worst: list[tuple[tuple[int, int, int], StackTotal]] = []
    for result in stacks():
        judged += 1
        for earlier in (baseline, since):
            if earlier is not None:
                earlier.see(result.project, result.stack, result.findings)
        resources += result.resources
        found, failures = result.totals, result.mandatory_failures
        totals.update(found)
        mandatory += failures
        known += sum(finding.known for finding in result.findings)
        unjudged += len(result.unjudged)
        for name, counts in result.counts.items():
            by_control.setdefault(name, Counter()).update(counts)
            failing_in[name] += bool(counts.get(Status.FAIL))
        meeting.update(name for name, standing in standings(result.counts).items() if standing.is_met)
        total = StackTotal(
            result.name, result.source, result.resources, failures, found[Status.FAIL], found[Status.UNKNOWN]
        )
        entry = ((failures, found[Status.FAIL], -judged), total)
        (heapq.heappush if len(worst) < WORST else heapq.heappushpop)(worst, entry)
    standing_of_all = standings(by_control)
    return AuditReport(
        packs=packs,
        stacks=stacks,
        unreadable=unreadable,
        judged=judged,
        resources=resources,
        totals=totals,
        mandatory_failures=mandatory,
        known=known,
        unjudged=unjudged,
        controls=sorted(
            (ControlTotal(controls[name], by_control[name], failing_in[name]) for name in controls),
            key=lambda total: (
                -total.failures,
                SEVERITIES.index(total.control.severity),
                total.control.name,
            ),
        ),
        frameworks=[
            FrameworkTotal(framework, standing_of_all[framework.id], meeting[framework.id])
            for framework in frameworks()
        ],
        worst=[total for rank, total in sorted(worst, key=lambda entry: entry[0], reverse=True) if rank[1]],
        baseline=baseline.comparison() if baseline else None,
        since=since.comparison() if since else None,
    )


def _marked(stacks: Callable[[], Iterator[StackResult]], baseline: Earlier) -> Iterator[StackResult]:
    for result in stacks():
        yield replace(result, findings=baseline.mark(result.findings))


def standings(counts: Mapping[str, Mapping[Status, int]]) -> dict[str, Standing]:
    """How a stack, or an estate, with these findings of each control stands under each framework, by its id."""
    failing = {name for name, found in counts.items() if found.get(Status.FAIL)}
    unknown = {name for name, found in counts.items() if found.get(Status.UNKNOWN)}
    assessed = {name for name, found in counts.items() if any(found.values())}
    found = {}
    for framework, requirements in _requirements():
        states = Counter(
            "failing"
            if not controls.isdisjoint(failing)
            else "unknown"
            if not controls.isdisjoint(unknown)
            else "met"
            if not controls.isdisjoint(assessed)
            else "not_assessed"
            for controls in requirements
        )
        found[framework] = Standing(**states)
    return found


@cache
def _requirements() -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
    return tuple(
        (framework.id, tuple(frozenset(requirement.controls) for requirement in framework.requirements))
        for framework in frameworks()
    )
