"""Judging one file, wherever it is done: in this process, in a worker of a pool, or on a Dask cluster."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import GuardError
from ..report.audit import StackResult, Unreadable
from ..state.locations import StateFile, reason
from ..state.snapshot import StateError, parse
from .judge import Judge, OwnPack
from .results import encode


@dataclass(frozen=True)
class OwnPackTask:
    """Judges with our own pack. `config` is the JSON that the configuration `file` holds."""

    version: str
    config: str = "{}"
    file: str = ""
    everything: bool = False

    def __call__(self, file: StateFile) -> dict[str, Any]:
        return judge_file(file, [_own_pack(self)])


@cache
def _own_pack(task: OwnPackTask) -> OwnPack:
    """The pack, made once in each process."""
    return OwnPack(
        task.version, json.loads(task.config), Path(task.file) if task.file else None, task.everything
    )


def judge_file(file: StateFile, judges: Sequence[Judge]) -> dict[str, Any]:
    """The JSON form of what was found in `file`, or of why it could not be judged.

    Raises GuardError when a pack in a process of its own fails, for it would fail on the next file too.
    """
    return encode(_judge_file(file, judges))


def _judge_file(file: StateFile, judges: Sequence[Judge]) -> StackResult | Unreadable:
    try:
        snapshot = parse(file.read())
    except StateError as error:
        return Unreadable(file.source, str(error))
    except MemoryError:
        return Unreadable(file.source, "needs more memory than there is.")
    except Exception as error:  # every storage's package has exceptions of its own
        return Unreadable(file.source, f"can't be read: {reason(error)}.")
    try:
        judgements = [judge.judge(snapshot) for judge in judges]
    except GuardError:
        raise
    except Exception as error:
        return Unreadable(
            file.source, f"could not be judged: guard failed with {type(error).__name__}; please report this."
        )
    counts: dict[str, Mapping[Any, int]] = {}
    for judgement in judgements:
        counts.update(judgement.counts)
    return StackResult(
        source=file.source,
        project=snapshot.project,
        stack=snapshot.stack,
        resources=len(snapshot.resources),
        findings=[finding for judgement in judgements for finding in judgement.findings],
        counts=counts,
        not_applicable=sum(judgement.not_applicable for judgement in judgements),
        left_out=sum(judgement.left_out for judgement in judgements),
        unjudged=snapshot.unjudged,
        unused_exemptions=[entry for judgement in judgements for entry in judgement.unused_exemptions],
    )
