"""The report for people: failures first, by resource, each with its fix; then what is unknown; then counts."""

import io
from collections import defaultdict
from collections.abc import Iterable, Sequence, Sized

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from .model import SEVERITIES, Comparison, Failure, Finding, Report, ReportedResource, Status

#: Below this width a finding's text goes under its name, not beside it.
_NARROW = 100

#: How many entries of a long list are shown; the JSON report has all of them.
SHOWN = 15

STYLES = {
    "critical": "bold red",
    "high": "red",
    "medium": "yellow",
    "low": "blue",
    "fail": "bold red",
    "warn": "yellow",
    "unknown": "magenta",
    "exempt": "cyan",
}

#: The sections after the failures: what each shows, and under which heading.
_SECTIONS = ((Status.UNKNOWN, "Unknown"), (Status.EXEMPT, "Exempt"))


def render(report: Report, *, width: int | None = None, colour: bool = False) -> str:
    """The report as text: wrapped at `width` columns, or one line a finding where that is None."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=width or 10_000,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        soft_wrap=width is None,
    )
    console.print(_head(report))
    console.print()
    for section in sections(report, width):
        console.print(section)
    for section in compared(report.baseline, report.since):
        console.print(section)
    console.print(_summary(report))
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def _head(report: Report) -> Text:
    packs = ", ".join(f"{pack.name} {pack.version}" for pack in report.packs)
    counts = f"{_count(report.resources, 'resource')}, {_count(report.controls, 'control')} of {packs}"
    runtime = f"\nProgram: {report.runtime}" if report.runtime and not report.runtime_is_own else ""
    return Text.assemble((f"{report.project}/{report.stack}", "bold"), f": {counts}", (runtime, "dim"))


def _count(things: Sized, noun: str) -> str:
    return f"{len(things)} {noun}" if len(things) == 1 else f"{len(things)} {noun}s"


def sections(report: Report, width: int | None) -> Iterable[RenderableType]:
    """The findings in blocks, the failures first, and then what else there is to say."""
    resources = {resource.urn: resource for resource in report.resources}
    yield from _by_resource(
        [f for f in report.findings if f.status is Status.FAIL and not f.known], resources, width
    )
    for status, heading in _SECTIONS:
        findings = [finding for finding in report.findings if finding.status is status]
        if findings:
            yield Text(f"{heading} ({len(findings)})\n", "bold")
            yield from _by_resource(findings, resources, width)
    unused = [
        f"{exemption.control}: {exemption.urn} ({exemption.owner}, until {exemption.expires})"
        for exemption in report.unused_exemptions
    ]
    yield from _listed("Exemptions that match no violation: remove them", len(unused), unused)
    by_reason: dict[str, list[str]] = defaultdict(list)
    for resource in report.unjudged:
        by_reason[resource.reason].append(resource.urn.rsplit("::", 1)[-1])
    lines = [f"{', '.join(names)}: {reason}" for reason, names in by_reason.items()]
    yield from _listed("Not judged", len(report.unjudged), lines)


def _listed(heading: str, count: int, lines: list[str]) -> Iterable[RenderableType]:
    if lines:
        yield Text(f"{heading} ({count})\n", "bold")
        yield Padding(Group(*map(Text, lines)), (0, 0, 1, 2))


def compared(baseline: Comparison | None, since: Comparison | None) -> Iterable[RenderableType]:
    """How the report differs from earlier ones."""
    if baseline is not None:
        yield from _failures("In the baseline, but failing no more", baseline.fixed)
    if since is not None:
        yield from _failures("New since the earlier report", since.new)
        yield from _failures("Fixed since the earlier report", since.fixed)
        yield Text(f"Since the earlier report: {_changes(since)}\n")


def _changes(since: Comparison) -> str:
    numbers = (
        (len(since.new), "new"),
        (len(since.fixed), "fixed"),
        (since.still_failing, "still failing"),
        (since.undecided, "unknown now"),
        (since.elsewhere, "of stacks not judged now"),
    )
    return ", ".join(f"{number:,} {what}" for number, what in numbers if number or what in ("new", "fixed"))


def _failures(heading: str, failures: Sequence[Failure]) -> Iterable[RenderableType]:
    if not failures:
        return
    yield Text(f"{heading} ({len(failures)})\n", "bold")
    for failure in failures[:SHOWN]:
        yield Text.assemble("  ", (failure.control, "bold"), f" {failure.urn} {failure.property}")
    if len(failures) > SHOWN:
        yield Text(f"  and {len(failures) - SHOWN:,} more")
    yield Text()


def _by_resource(
    findings: Iterable[Finding], resources: dict[str, ReportedResource], width: int | None
) -> Iterable[RenderableType]:
    """One block a resource: the one with the worst finding first."""
    grouped: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        grouped[finding.urn].append(finding)
    for urn, group in sorted(grouped.items(), key=lambda item: min(map(_rank, item[1]))):
        yield _heading(urn, resources.get(urn))
        yield Padding(_lines(sorted(group, key=_rank), width), (0, 0, 1, 2))


def _rank(finding: Finding) -> tuple[int, int, str, str]:
    return (
        not finding.is_mandatory_failure,
        SEVERITIES.index(finding.control.severity),
        finding.urn,
        finding.control.name,
    )


def _heading(urn: str, resource: ReportedResource | None) -> Text:
    if resource is None:
        return Text(urn, "bold")
    return Text.assemble(resource.type, " ", (resource.name, "bold"), (f"  {resource.source}", "dim"))


def _lines(findings: list[Finding], width: int | None) -> RenderableType:
    rows = _rows(findings)
    if width is not None and width < _NARROW:
        return Group(*(part for row in rows for part in _stacked(row)))
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(3):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*_labels(row), _text(row))
    return table


def _rows(findings: list[Finding]) -> list[list[Finding]]:
    """A row for each finding, but one row for all the controls that are unknown for the same reason."""
    rows: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        same = (
            (finding.message,)
            if finding.status is Status.UNKNOWN
            else ("", finding.control.name, finding.message)
        )
        rows.setdefault(same, []).append(finding)
    return list(rows.values())


def _stacked(row: list[Finding]) -> Iterable[RenderableType]:
    yield Text("  ").join(_labels(row))
    yield Padding(_text(row), (0, 0, 0, 4))


def _labels(row: list[Finding]) -> tuple[Text, Text, Text]:
    finding = row[0]
    status = str(finding.status)
    if finding.status is Status.FAIL and not finding.is_mandatory_failure:
        status = "warn"
    severity = finding.control.severity
    name = finding.control.name if len(row) == 1 else f"{len(row)} controls"
    return Text(status, STYLES[status]), Text(severity, STYLES[severity]), Text(name)


def _text(row: list[Finding]) -> Text:
    """The message on one line, and for a failure the way to repair it."""
    finding = row[0]
    text = Text(" ".join(finding.message.split()) or finding.control.title)
    if len(row) > 1:
        text.append(f": {', '.join(each.control.name for each in row)}")
    if finding.status is Status.FAIL and finding.control.remediation:
        text.append(f"  Fix: {' '.join(finding.control.remediation.split())}", "green")
    return text


def _summary(report: Report) -> Text:
    counts = report.counts
    failures = counts.get(Status.FAIL, 0) - report.known
    failed = f"{failures} failed"
    if failures:
        failed += f" ({report.mandatory_failures} mandatory)"
    style = "bold red" if report.mandatory_failures else "yellow" if failures else "bold green"
    known = f", {report.known} known from the baseline" if report.baseline else ""
    rest = f"{known}, {counts.get(Status.UNKNOWN, 0)} unknown, {counts.get(Status.EXEMPT, 0)} exempt, "
    ends = f"{counts.get(Status.PASS, 0)} passed"
    if report.unjudged:
        ends += f", {len(report.unjudged)} not judged"
    if report.left_out:
        ends += (
            f"\n{_findings(report.left_out)} of medium or low severity left out, because the stack has no database: "
            "--everything shows them"
        )
    return Text.assemble((failed, style), rest, ends)


def _findings(count: int) -> str:
    return "1 finding" if count == 1 else f"{count} findings"
