"""The report as Markdown, for the comment on a pull request or the summary of a job."""

import re
from collections.abc import Iterable

from .model import SEVERITIES, Finding, Report, Status

#: GitHub refuses a comment of more than 65,536 characters.
LIMIT = 60_000

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~$@])")


def render(report: Report) -> str:
    """Return what stops the update in the open, everything else folded, within `LIMIT` characters."""
    failed = sorted((f for f in report.findings if f.status is Status.FAIL), key=_rank)
    mandatory = [finding for finding in failed if finding.is_mandatory_failure]
    warnings = [finding for finding in failed if not finding.is_mandatory_failure]
    parts = [_head(report, mandatory, warnings)]
    if mandatory:
        parts.append(_table(mandatory, report))
    folded = (
        (f"{len(warnings)} warning{'' if len(warnings) == 1 else 's'}", warnings),
        ("Unknown until the update", [f for f in report.findings if f.status is Status.UNKNOWN]),
        ("Exempt", [f for f in report.findings if f.status is Status.EXEMPT]),
    )
    parts += [_folded(heading, findings, report) for heading, findings in folded if findings]
    return _within_limit(parts)


def _rank(finding: Finding) -> tuple[int, str, str]:
    return SEVERITIES.index(finding.control.severity), finding.control.name, finding.urn


def _head(report: Report, mandatory: list[Finding], warnings: list[Finding]) -> str:
    verdict = f"❌ {len(mandatory)} failed" if mandatory else "✅ Nothing that stops the update"
    counts = report.counts
    return (
        f"### Aurora Guardrails: `{report.project}/{report.stack}`\n\n"
        f"**{verdict}**, {len(warnings)} warned, {counts.get(Status.UNKNOWN, 0)} unknown, "
        f"{counts.get(Status.EXEMPT, 0)} exempt, {counts.get(Status.PASS, 0)} passed "
        f"on {len(report.resources)} resources.\n"
    )


def _table(findings: Iterable[Finding], report: Report) -> str:
    lines = ["| severity | control | resource | finding |", "|---|---|---|---|"]
    for finding in findings:
        control, resource = finding.control, report.by_urn.get(finding.urn)
        name = f"[{control.name}]({control.url})" if control.url else control.name
        where = (
            f"{escaped(resource.name)}<br>{escaped(resource.source)}" if resource else escaped(finding.urn)
        )
        text = escaped(finding.message or control.title)
        if finding.status is Status.FAIL and control.remediation:
            text += f"<br>**Fix:** {escaped(control.remediation)}"
        lines.append(f"| {control.severity} | {name} | {where} | {text} |")
    return "\n".join(lines) + "\n"


def _folded(heading: str, findings: list[Finding], report: Report) -> str:
    return f"<details><summary>{heading}</summary>\n\n{_table(findings, report)}\n</details>\n"


def escaped(text: str) -> str:
    """Return `text` so that Markdown shows it as it is, on one line of a table."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _within_limit(parts: list[str]) -> str:
    """Drop whole rows from the last table on until the text fits, and say so."""
    text = "\n".join(parts)
    if len(text) <= LIMIT:
        return text
    note = "\n\n_Shortened: the full report has more findings._\n"
    kept: list[str] = []
    length = len(note)
    open_fold = False
    for line in text.split("\n"):
        length += len(line) + 1
        if length > LIMIT - len("</details>\n"):
            break
        open_fold = (open_fold or line.startswith("<details>")) and line != "</details>"
        kept.append(line)
    if open_fold:
        kept += ["", "</details>"]
    return "\n".join(kept) + note
