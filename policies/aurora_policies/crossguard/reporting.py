"""Which verdicts a response carries, and in which words.

A response says each thing once: what several controls cannot judge for the same reason is one diagnostic, of the most
severe of them. What is reported only where the stack has a database waits until the whole stack is known.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pulumi.runtime.proto import analyzer_pb2
from pulumi_policy import EnforcementLevel

from .. import wording
from ..controls.control import Control, Severity, Status, Verdict, is_pending
from ..exemptions import Exemption
from ..model import NOT_YET
from ..settings import Configuration

_LEVELS = {
    EnforcementLevel.ADVISORY: analyzer_pb2.ADVISORY,
    EnforcementLevel.MANDATORY: analyzer_pb2.MANDATORY,
}
_SEVERITIES = {
    Severity.CRITICAL: analyzer_pb2.POLICY_SEVERITY_CRITICAL,
    Severity.HIGH: analyzer_pb2.POLICY_SEVERITY_HIGH,
    Severity.MEDIUM: analyzer_pb2.POLICY_SEVERITY_MEDIUM,
    Severity.LOW: analyzer_pb2.POLICY_SEVERITY_LOW,
}
_MOST_SEVERE_FIRST = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict of one control on one resource, at the level in force. URN "" is the stack itself."""

    control: Control
    level: EnforcementLevel
    configuration: Configuration
    urn: str
    verdict: Verdict

    @property
    def waits_for_database(self) -> bool:
        """Whether it is reported only if the stack has a database. What somebody made mandatory never waits."""
        return (
            self.control.needs_database
            and self.level is EnforcementLevel.ADVISORY
            and not self.configuration.everywhere
            and self.verdict.status in (Status.FAIL, Status.UNKNOWN)
        )

    @property
    def reason(self) -> str | None:
        """Why the resource cannot be judged, or None where it can."""
        return self.verdict.message if self.verdict.status is Status.UNKNOWN else None

    @property
    def rank(self) -> tuple[bool, int, str]:
        """Orders those with the same reason: the one that reports it comes first."""
        return self.waits_for_database, _MOST_SEVERE_FIRST.index(self.control.severity), self.control.id


class Reporter:
    """Writes outcomes into responses. It remembers what it said of each resource until the stack is judged.

    `preview` is false during an update.
    """

    def __init__(self, pack: str, version: str, *, preview: bool) -> None:
        self._pack, self._version = pack, version
        self.preview = preview
        self._waiting: dict[str, list[Outcome]] = {}
        # By URN and reason, the control that said that nothing can be judged.
        self._said: dict[str, dict[str, Control]] = {}

    def resource(self, response: Any, urn: str, outcomes: Iterable[Outcome]) -> None:
        """Report on one resource; what waits for the whole stack is said not to apply yet."""
        now: list[Outcome] = []
        waiting: list[Outcome] = []
        for outcome in outcomes:
            (waiting if outcome.waits_for_database else now).append(outcome)
        reasons = {outcome.reason for outcome in now} - {None}
        now += [outcome for outcome in waiting if outcome.reason in reasons]
        self._waiting[urn] = [outcome for outcome in waiting if outcome.reason not in reasons]
        self._said[urn] = {}
        for outcome in self._waiting[urn]:
            _skip(response, outcome.control, wording.DEFERRED)
        self._write(response, now, of_stack=False)

    def stack(self, response: Any, outcomes: Iterable[Outcome], *, has_database: bool) -> None:
        """Report on the stack, with what its resources left for it, and forget the stack."""
        held = [outcome for urn in sorted(self._waiting) for outcome in self._waiting[urn]]
        now: list[Outcome] = []
        for outcome in (*held, *outcomes):
            if has_database or not outcome.waits_for_database:
                now.append(outcome)
            else:
                _skip(response, outcome.control, wording.LEFT_OUT, outcome.urn)
        self._write(response, now, of_stack=True)
        self._waiting, self._said = {}, {}

    def unused_exemption(
        self, response: Any, control: Control, index: int, exemption: Exemption, resource_exists: bool
    ) -> None:
        """Report that the exemption at `index` of a control's list is not needed."""
        why = (
            "what its pattern matches passes the control, so remove it"
            if resource_exists
            else "its pattern matches no resource of this stack, so correct or remove it"
        )
        message = f"{control.title}\n{wording.unused(index)}: {why}. {exemption.urn}, {exemption}."
        self._diagnose(response, control, EnforcementLevel.ADVISORY, message, "")

    def _write(self, response: Any, outcomes: Iterable[Outcome], *, of_stack: bool) -> None:
        groups: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
        for outcome in outcomes:
            if outcome.reason is None:
                self._say(response, outcome, of_stack=of_stack)
            else:
                groups[outcome.urn, outcome.reason].append(outcome)
        for (urn, reason), group in groups.items():
            said = self._said.setdefault(urn, {})
            group.sort(key=lambda outcome: outcome.rank)
            if reason not in said:
                said[reason] = group[0].control
                self._say_unknown(response, group.pop(0), group, of_stack=of_stack)
            for outcome in group:
                text = wording.same_reason(said[reason].id, reason)
                _skip(response, outcome.control, text, urn if of_stack else "")

    def _say(self, response: Any, outcome: Outcome, *, of_stack: bool) -> None:
        control, verdict = outcome.control, outcome.verdict
        # The engine knows which resource it asked about.
        urn = outcome.urn if of_stack else ""
        if verdict.status is Status.FAIL:
            message = wording.with_property(f"{control.title}\n{verdict.message}", verdict.property)
            self._diagnose(response, control, outcome.level, message, urn)
        elif verdict.status is Status.NOT_APPLICABLE:
            _skip(response, control, verdict.message)
        elif verdict.status is Status.EXEMPT:
            _skip(response, control, wording.EXEMPT + verdict.message, urn)

    def _say_unknown(
        self, response: Any, outcome: Outcome, others: Iterable[Outcome], *, of_stack: bool
    ) -> None:
        """Say once why a resource cannot be judged, what will happen, and which other controls wait too."""
        control, verdict = outcome.control, outcome.verdict
        reason = verdict.message.removesuffix(".")
        pending = self.preview and is_pending(verdict)
        sentences = [reason if self.preview else reason.replace(f" {NOT_YET}", "")]
        if pending and control.needs_stack:
            sentences.append("It is judged at the end of the update")
        elif pending:
            sentences.append("It is judged during the update, before the resource is created or changed")
        if names := [other.control.id for other in others]:
            noun = "1 other control" if len(names) == 1 else f"{len(names)} other controls"
            sentences.append(f"The same holds for {noun}: {', '.join(names)}")
        message = wording.unknown(control.id, self._pack, self._version, _joined(sentences), preview=pending)
        self._diagnose(response, control, EnforcementLevel.ADVISORY, message, outcome.urn if of_stack else "")

    def _diagnose(
        self, response: Any, control: Control, level: EnforcementLevel, message: str, urn: str
    ) -> None:
        response.diagnostics.append(
            analyzer_pb2.AnalyzeDiagnostic(
                policyName=control.id,
                policyPackName=self._pack,
                policyPackVersion=self._version,
                description=control.title,
                message=message,
                urn=urn,
                enforcementLevel=_LEVELS[level],
                severity=_SEVERITIES[control.severity],
            )
        )


def _joined(sentences: list[str]) -> str:
    """Return several sentences as a text; a reason alone is no sentence."""
    return (
        sentences[0]
        if len(sentences) == 1
        else "".join(f"{each[0].upper()}{each[1:]}. " for each in sentences)[:-1]
    )


def _skip(response: Any, control: Control, reason: str, urn: str = "") -> None:
    response.not_applicable.append(
        analyzer_pb2.PolicyNotApplicable(policy_name=control.id, reason=wording.with_resource(reason, urn))
    )
