"""A program that runs in a process of its own, against a monitor."""

from types import TracebackType
from typing import Self

from ...errors import GuardError
from ..deadline import Deadline, duration
from ..process import KEPT_BYTES, Process
from .launch import Launch


class Program:
    """A program that has started. Leaving the context ends it."""

    def __init__(self, launch: Launch) -> None:
        self.launch = launch
        self._process = Process(launch.command, cwd=launch.cwd, env=launch.env, text=launch.text)

    def finish(self, deadline: Deadline) -> str:
        """Waits for its end, and returns what it printed.

        Raises GuardError when it fails, or has not ended by the deadline.
        """
        try:
            status = self._process.wait(deadline.left)
        except TimeoutError:
            self._process.close()
            raise GuardError(
                f"The program had not ended after {duration(deadline.seconds)}, and was stopped. A timer, a "
                "server or a wait for a real resource keeps it running. If it only needs longer, allow it more with "
                "--timeout.",
                detail=self._process.output,
            ) from None
        if status:
            how = f"by signal {-status}" if status < 0 else f"with exit status {status}"
            raise GuardError(
                "The program failed." if status in self.launch.explained else f"The program ended {how}.",
                detail=self._process.output,
            )
        return self._process.output

    @property
    def warnings(self) -> list[str]:
        """What the reader of the report has to know of how the program ran."""
        warnings = [*self.launch.warnings]
        if self._process.dropped:
            written = (self._process.dropped + KEPT_BYTES) / 1e6
            warnings.append(f"warning: the program printed {written:,.0f} MB; only the last lines are kept.")
        return warnings

    def close(self) -> None:
        self._process.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
