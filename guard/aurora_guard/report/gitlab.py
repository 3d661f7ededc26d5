"""The report as GitLab's code quality report."""

import json

from .model import Report, Status
from .sarif import fingerprints, place

#: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
_SEVERITIES = {"critical": "blocker", "high": "critical", "medium": "major", "low": "minor"}


def render(report: Report) -> str:
    """Return one entry for each failure."""
    failures = [finding for finding in report.findings if finding.status is Status.FAIL]
    entries = []
    for finding, fingerprint in zip(failures, fingerprints(failures), strict=True):
        file, line = place(finding, report)
        entries.append(
            {
                "description": f"{finding.control.title}: {finding.message}",
                "check_name": finding.control.name,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[finding.control.severity],
                "location": {"path": file, "lines": {"begin": line}},
            }
        )
    return json.dumps(entries, indent=2) + "\n"
