"""Which findings of a report are shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from .model import Finding, Report


@dataclass(frozen=True)
class Filter:
    """What to show: an empty field lets everything pass.

    `controls` and `resources` are patterns with `*` and `?`. A resource matches by its URN, its name or its type.
    `statuses` are the words of the table, in which a failure that does not stop the update is a warning.
    """

    severities: Sequence[str] = ()
    controls: Sequence[str] = ()
    resources: Sequence[str] = ()
    statuses: Sequence[str] = ()

    def __bool__(self) -> bool:
        return any((self.severities, self.controls, self.resources, self.statuses))

    def shows(self, finding: Finding, report: Report) -> bool:
        """Whether the finding passes every field."""
        resource = report.by_urn.get(finding.urn)
        names = (finding.urn, resource.name, resource.type) if resource else (finding.urn,)
        return (
            (not self.severities or finding.control.severity in self.severities)
            and (not self.statuses or finding.word in self.statuses)
            and _matches(self.controls, finding.control.name)
            and _matches(self.resources, *names)
        )


def filtered(report: Report, wanted: Filter) -> Report:
    """Return the report with the findings that `wanted` shows; `filtered_out` counts the others."""
    if not wanted:
        return report
    shown = [finding for finding in report.findings if wanted.shows(finding, report)]
    return replace(report, findings=shown, filtered_out=len(report.findings) - len(shown))


def _matches(patterns: Sequence[str], *names: str) -> bool:
    return not patterns or any(fnmatchcase(name, pattern) for pattern in patterns for name in names)
