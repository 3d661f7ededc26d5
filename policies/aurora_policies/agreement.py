"""A verdict where a property may name one of several resources: the one on which all of them agree."""

from collections.abc import Callable

from .controls.control import Status, Verdict, unknown
from .model.assumptions import Assumptions, Choice

# More possibilities than this are not tried: an answer that hangs on so many choices helps nobody.
_MOST_JUDGEMENTS = 64


def agreed(judge: Callable[[], Verdict], assumptions: Assumptions, name_of: Callable[[str], str]) -> Verdict:
    """Return what `judge` says under every assumption about the choices that it meets, or unknown.

    A property that may name several resources, such as the subnets of a group, is first taken to name all of its
    candidates: what passes with all of them passes. `name_of` gives the name of a URN for the message.
    """
    left = _MOST_JUDGEMENTS

    def settle() -> Verdict:
        nonlocal left
        left -= 1
        assumptions.take_met()
        verdict = judge()
        met = assumptions.take_met()
        choice = next((item for item in met if item.single), met[0] if met else None)
        if choice is None or verdict.status is Status.UNKNOWN:
            return verdict
        if not choice.single and verdict.status is not Status.FAIL:
            return verdict
        if len(choice.candidates) > left:
            return unknown(f"{_between(choice, name_of)}, too many to try each")
        verdicts: dict[str, Verdict] = {}
        for urn in choice.candidates:
            with assumptions.assuming(choice, urn):
                verdicts[urn] = settle()
        return _joined(choice, verdicts, verdict, name_of)

    return settle()


def _joined(
    choice: Choice, verdicts: dict[str, Verdict], with_all: Verdict, name_of: Callable[[str], str]
) -> Verdict:
    statuses = {verdict.status for verdict in verdicts.values()}
    if len(statuses) == 1:
        return next(iter(verdicts.values())) if choice.single else with_all
    undecided = next((item for item in verdicts.values() if item.status is Status.UNKNOWN), None)
    failing = next((urn for urn, item in verdicts.items() if item.status is Status.FAIL), None)
    if failing is None:
        return undecided or next(item for item in verdicts.values() if item.status is Status.PASS)
    return unknown(
        f"{_between(choice, name_of)}; with `{name_of(failing)}` it fails: {verdicts[failing].message}"
    )


def _between(choice: Choice, name_of: Callable[[str], str]) -> str:
    names = [f"`{name_of(urn)}`" for urn in choice.candidates[:5]]
    others = len(choice.candidates) - len(names)
    shown = f"{', '.join(names)} or {others} others" if others else f"{', '.join(names[:-1])} or {names[-1]}"
    return f"it is not known whether `{choice.path}` names {shown}"
