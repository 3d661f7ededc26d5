"""The formats of a report by the name that `--format` takes."""

from collections.abc import Callable, Mapping
from importlib import import_module

from .model import Report

FORMATS: Mapping[str, str] = {
    "table": "for people",
    "json": "the contract for other tools",
    "html": "one page with filters and the architecture",
    "sarif": "for code scanning",
    "junit": "for test reports of a pipeline",
    "markdown": "for the comment on a pull request",
    "csv": "for a spreadsheet",
    "ocsf": "compliance findings for a security data lake",
    "oscal": "assessment results for an audit",
    "gitlab": "GitLab's code quality report",
}
"""What each format is for."""


def renderer(name: str) -> Callable[[Report], str]:
    """Return the function that renders a report in the format `name`, one of `FORMATS`."""
    render: Callable[[Report], str] = import_module(f".{name}", __package__).render
    return render
