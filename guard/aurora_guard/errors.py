"""The one kind of error that guard shows to people."""


class GuardError(Exception):
    """The program, the pack or the command is wrong: exit status 2.

    The message says what is wrong, where, and the fix. `detail` is evidence shown below it, such
    as a traceback or the last lines a process wrote.
    """

    def __init__(self, message: str, *, detail: str = "") -> None:
        super().__init__(message)
        self.detail = detail.strip("\n")
        self.add_note(self.detail)


def shortened(text: str, length: int = 100) -> str:
    """`text` as far as a message has room for it."""
    text = text.strip()
    return text if len(text) <= length else f"{text[:length]}…"
