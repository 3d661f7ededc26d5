"""The report of an audit for people: what to repair first, where, and how the estate stands."""

import io
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..engine.urn import name_of, type_of
from .audit import AuditReport, StackResult
from .model import Report, ReportedResource, Status
from .table import SHOWN, STYLES, compared, sections


def render(report: AuditReport, *, width: int | None = None, colour: bool = False) -> str:
    """The report as text: wrapped at `width` columns, or one line an entry where that is None.

    The findings of a single stack are listed as in a preview. Several stacks are shown in tables; their
    findings are in the JSON report.
    """
    file = io.StringIO()
    console = Console(
        file=file,
        width=width or 10_000,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        soft_wrap=width is None,
    )
    for part in _parts(report, width):
        console.print(part)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def _parts(report: AuditReport, width: int | None) -> Iterator[RenderableType]:
    if report.judged == 1:
        for result in report.stacks():
            yield _head(report, result.name, f"{_count(result.resources, 'resource')}")
            yield from _findings(report, result, width)
    else:
        yield _head(report, _count(report.judged, "stack"), f"{_count(report.resources, 'resource')}")
        yield from _tables(report)
        if report.baseline is not None:
            yield from _new(report)
    if report.unreadable:
        yield from _list("Unreadable", [(item.source, item.reason) for item in report.unreadable])
    yield from compared(report.baseline, report.since)
    yield _summary(report)


def _head(report: AuditReport, what: str, resources: str) -> Text:
    packs = ", ".join(f"{pack.name} {pack.version}" for pack in report.packs)
    controls = _count(len(report.controls), "control")
    return Text.assemble((what, "bold"), f": {resources}, {controls} of {packs}\n")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _findings(report: AuditReport, result: StackResult, width: int | None) -> Iterator[RenderableType]:
    urns = dict.fromkeys(finding.urn for finding in result.findings)
    as_preview = Report(
        project=result.project,
        stack=result.stack,
        packs=report.packs,
        resources=[ReportedResource(urn, type_of(urn), name_of(urn)) for urn in urns],
        controls=[total.control for total in report.controls],
        findings=result.findings,
        unjudged=result.unjudged,
        unused_exemptions=result.unused_exemptions,
    )
    yield from sections(as_preview, width)


def _list(heading: str, entries: Sequence[tuple[str, str]]) -> Iterator[RenderableType]:
    yield Text(f"{heading} ({len(entries)})\n", "bold")
    for what, why in entries[:SHOWN]:
        yield Text.assemble("  ", (what, "bold"), " ", why)
    if len(entries) > SHOWN:
        yield Text(f"  and {len(entries) - SHOWN} more")
    yield Text()


def _tables(report: AuditReport) -> Iterator[RenderableType]:
    failing = [total for total in report.controls if total.failures]
    if failing:
        shown = f"{min(len(failing), SHOWN)} of {len(failing)} that fail"
        yield from _table(
            f"Worst controls ({shown})",
            ("severity", "level", "control", "failures", "stacks", "title"),
            (
                (
                    Text(total.control.severity, STYLES[total.control.severity]),
                    total.control.level,
                    total.control.name,
                    f"{total.failures:,}",
                    f"{total.stacks:,}",
                    total.control.title,
                )
                for total in failing[:SHOWN]
            ),
        )
    if report.worst:
        yield from _table(
            "Worst stacks",
            ("stack", "mandatory", "failures", "unknown", "resources", "source"),
            (
                (
                    total.name,
                    f"{total.mandatory_failures:,}",
                    f"{total.failures:,}",
                    f"{total.unknown:,}",
                    f"{total.resources:,}",
                    total.source,
                )
                for total in report.worst
            ),
        )
    if any(total.standing.met or total.standing.failing for total in report.frameworks):
        yield from _table(
            "Frameworks, by requirement",
            ("framework", "met", "failing", "unknown", "not assessed", "stacks that meet all"),
            (
                (
                    total.framework.id,
                    str(total.standing.met),
                    str(total.standing.failing),
                    str(total.standing.unknown),
                    str(total.standing.not_assessed),
                    f"{total.stacks:,}",
                )
                for total in report.frameworks
            ),
        )


def _new(report: AuditReport) -> Iterator[RenderableType]:
    """The failures that the baseline does not have."""
    assert report.baseline is not None
    new = report.baseline.new
    yield from (
        _list("Not in the baseline", [(f"{f.control} {f.urn}", f.property) for f in new]) if new else ()
    )


def _table(
    heading: str, columns: Sequence[str], rows: Iterable[Sequence[str | Text]]
) -> Iterator[RenderableType]:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        numeric = column not in ("severity", "level", "control", "stack", "framework", "title", "source")
        table.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    yield Text(f"{heading}\n", "bold")
    yield Padding(table, (0, 0, 1, 2))


def _summary(report: AuditReport) -> Text:
    totals = report.totals
    failures = totals.get(Status.FAIL, 0) - report.known
    failed = f"{failures:,} failed"
    if failures:
        failed += f" ({report.mandatory_failures:,} mandatory)"
    style = "bold red" if report.mandatory_failures else "yellow" if failures else "bold green"
    from_baseline = f", {report.known:,} known from the baseline" if report.baseline else ""
    rest = (
        f"{from_baseline}, {totals.get(Status.UNKNOWN, 0):,} unknown, {totals.get(Status.EXEMPT, 0):,} exempt, "
        f"{totals.get(Status.PASS, 0):,} passed"
    )
    not_judged = f", {_count(report.unjudged, 'resource')} not judged" if report.unjudged else ""
    unreadable = f", {_count(len(report.unreadable), 'file')} unreadable" if report.unreadable else ""
    return Text.assemble((failed, style), rest, not_judged, (unreadable, "bold red"))
