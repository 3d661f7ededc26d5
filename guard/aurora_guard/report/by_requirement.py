"""A report by the requirements of one framework, for an auditor: as a table, as CSV or as JSON."""

import csv
import io
import json
from collections import Counter, defaultdict
from collections.abc import Sequence

from aurora_policies.frameworks import Framework

from .csv import cell
from .model import Report, Status
from .requirements import Assessment, Standing, assess

COLUMNS = (
    "framework",
    "requirement",
    "title",
    "standing",
    "controls",
    "passed",
    "failed",
    "unknown",
    "exempt",
    "findings",
)

_ORDER = (Standing.FAILING, Standing.UNKNOWN, Standing.MET, Standing.NO_EVIDENCE)
_COUNTED = (Status.PASS, Status.FAIL, Status.UNKNOWN, Status.EXEMPT)


def render_table(report: Report, framework: Framework) -> str:
    """Return the requirements by standing, and under each the controls that fail or are unknown, with the resources."""
    assessments = assess(report, framework)
    standings = Counter(assessment.standing for assessment in assessments)
    counts = ", ".join(f"{standings[standing]} {standing}" for standing in _ORDER)
    lines = [f"{report.project}/{report.stack}: {framework.name} {framework.version}", counts]
    for standing in _ORDER:
        chosen = [assessment for assessment in assessments if assessment.standing is standing]
        if chosen:
            lines += ["", f"{standing.capitalize()} ({len(chosen)})"]
        for assessment in chosen:
            lines.append(f"  {assessment.requirement.id}  {assessment.requirement.title}")
            lines += [f"    {line}" for line in _by_control(assessment, report)]
    return "\n".join(lines) + "\n"


def render_csv(report: Report, framework: Framework) -> str:
    """Return one row for each requirement, those without evidence included."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for assessment in assess(report, framework):
        counts = Counter(finding.status for finding in assessment.findings)
        row = (
            framework.id,
            assessment.requirement.id,
            assessment.requirement.title,
            assessment.standing,
            " ".join(assessment.requirement.controls),
            *(str(counts[status]) for status in _COUNTED),
            "; ".join(_findings(assessment, report)),
        )
        writer.writerow(map(cell, row))
    return file.getvalue()


def render_json(report: Report, framework: Framework) -> str:
    """Return the requirements with the findings of each."""
    entries = [
        {
            "id": assessment.requirement.id,
            "title": assessment.requirement.title,
            "standing": assessment.standing,
            "controls": list(assessment.requirement.controls),
            "findings": [
                {
                    "control": finding.control.name,
                    "urn": finding.urn,
                    "status": finding.status,
                    "message": finding.message,
                }
                for finding in assessment.findings
            ],
        }
        for assessment in assess(report, framework)
    ]
    document = {
        "version": 1,
        "project": report.project,
        "stack": report.stack,
        "framework": {"id": framework.id, "name": framework.name, "version": framework.version},
        "requirements": entries,
    }
    return json.dumps(document, indent=2) + "\n"


def _by_control(assessment: Assessment, report: Report) -> list[str]:
    """One line for each control: `fail  sg-no-public-ingress on db, bastion`."""
    resources: dict[tuple[str, str], list[str]] = defaultdict(list)
    for finding in assessment.findings:
        if finding.status in (Status.FAIL, Status.UNKNOWN):
            resources[finding.word, finding.control.name].append(report.name_of(finding.urn))
    return [
        f"{word:<7}  {control} on {', '.join(dict.fromkeys(names))}"
        for (word, control), names in resources.items()
    ]


def _findings(assessment: Assessment, report: Report) -> Sequence[str]:
    """What fails or is unknown, each with its message."""
    return [
        f"{finding.word}  {finding.control.name} on {report.name_of(finding.urn)}: {' '.join(finding.message.split())}"
        for finding in assessment.findings
        if finding.status in (Status.FAIL, Status.UNKNOWN)
    ]


RENDERERS = {"table": render_table, "csv": render_csv, "json": render_json}
"""The formats in which a report is shown by requirement."""
