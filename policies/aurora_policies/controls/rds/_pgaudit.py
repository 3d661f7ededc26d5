"""Whether a parameter group loads pgAudit and has it log anything."""

from ..control import PASS, Verdict, all_of, fail
from ._parameter_groups import Group


def _words(text: str | None) -> set[str]:
    return {word.strip().lower() for word in (text or "").split(",") if word.strip()}


def judge_pgaudit(group: Group) -> Verdict:
    """Judge whether the library is loaded and `pgaudit.log` names what it logs."""

    def library() -> Verdict:
        libraries = group.parameter("shared_preload_libraries")
        if "pgaudit" in _words(libraries.get()):
            return PASS
        state = f"is {libraries.shown()}" if libraries.is_set else "is not set"
        return fail(f"`shared_preload_libraries` {state}; it must hold pgaudit.", libraries)

    def classes() -> Verdict:
        log = group.parameter("pgaudit.log")
        if _words(log.get()) - {"none"}:
            return PASS
        state = f"is {log.shown()}" if log.is_set else "is not set"
        return fail(f"`pgaudit.log` {state}, so nothing is audited.", log)

    return all_of(library, classes)
