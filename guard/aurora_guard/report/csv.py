"""The report as CSV for spreadsheets: a row for each finding."""

import csv
import io

from .model import Report, Status

COLUMNS = (
    "project",
    "stack",
    "control",
    "title",
    "severity",
    "level",
    "status",
    "resource",
    "type",
    "urn",
    "property",
    "message",
    "remediation",
    "source",
    "url",
    "requirements",
)


def render(report: Report) -> str:
    """Return every finding but those that do not apply. `requirements` are separated by blanks."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for finding in report.findings:
        if finding.status is Status.NOT_APPLICABLE:
            continue
        control, resource = finding.control, report.by_urn.get(finding.urn)
        row = (
            report.project,
            report.stack,
            control.name,
            control.title,
            control.severity,
            control.level,
            finding.status,
            resource.name if resource else "",
            resource.type if resource else "",
            finding.urn,
            finding.path,
            finding.message,
            control.remediation,
            resource.source if resource else "",
            control.url,
            " ".join(control.requirements),
        )
        writer.writerow(map(cell, row))
    return file.getvalue()


def cell(text: str) -> str:
    """Return `text` as a cell that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
