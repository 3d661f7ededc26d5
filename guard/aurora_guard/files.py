"""Writing files so that nothing is ever half written."""

import os
from collections.abc import Iterable
from pathlib import Path


def write(path: Path, parts: Iterable[str]) -> None:
    """Writes the file at `path`, whole or not at all. A pipe or a device gets the parts as they come.

    Raises OSError.
    """
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8") as stream:
            stream.writelines(parts)
        return
    unfinished = path.with_name(f".{path.name}.part")
    try:
        with unfinished.open("w", encoding="utf-8") as stream:
            stream.writelines(parts)
        os.replace(unfinished, path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
