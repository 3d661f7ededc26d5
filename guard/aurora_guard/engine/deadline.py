"""The end of the time that a preview may take."""

import time


class Deadline:
    """`seconds` from now. Every wait of a preview ends with it."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """The seconds that are left, at least a moment: a wait of none would fail before it began."""
        return max(self._end - time.monotonic(), 0.01)

    def at_most(self, seconds: float) -> float:
        """The seconds that are left, or fewer."""
        return min(self.left, seconds)


def duration(seconds: float) -> str:
    """A time as people write it: `0.5 s`, `300 s`."""
    return f"{seconds:.2g} s" if seconds < 10 else f"{seconds:.0f} s"
