"""One cause, one finding: a general control leaves to a more specific one what that one reports.

Controls must be judged in the order of `len(control.yields_to)`, so that each comes after those that it yields to.
"""

from collections import defaultdict

from .controls.control import Control, Status, Verdict, not_applicable
from .messages import bounded, printable


class Deferral:
    """Remembers, for the resources of one preview or update, which control reported which cause."""

    def __init__(self) -> None:
        # By URN and cause, the controls that reported it and how much that matters.
        self._reported: dict[str, dict[str, dict[str, int]]] = {}

    def forget(self, urn: str) -> None:
        """A resource is judged anew."""
        self._reported.pop(urn, None)

    def settle(self, control: Control, rank: int, urn: str, verdict: Verdict) -> Verdict:
        """Return `verdict` without the faults that a control it yields to has reported for the same resource.

        `rank` is how much a violation matters at the level in force: a control yields to none that matters less.
        """
        if verdict.status is not Status.FAIL:
            return verdict
        of_resource = self._reported.setdefault(urn, defaultdict(dict))
        reporters: dict[str, None] = {}
        kept = []
        for fault in verdict.faults:
            known = of_resource.get(fault.cause, {}) if fault.cause else {}
            reporter = next((name for name in control.yields_to if known.get(name, -1) >= rank), None)
            if reporter is None:
                kept.append(fault)
            else:
                reporters[reporter] = None
        for fault in kept:
            if fault.cause:
                of_resource[fault.cause][control.id] = rank
        if not reporters:
            return verdict
        if not kept:
            return not_applicable(f"{' and '.join(reporters)} reports it")
        message = " ".join(dict.fromkeys(fault.message for fault in kept))
        return Verdict(Status.FAIL, printable(bounded(message)), kept[0].property, tuple(kept))
