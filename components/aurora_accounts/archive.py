"""What the function's archive holds: this package, and the drivers at the versions that are pinned."""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

PACKAGE = Path(__file__).parent

DRIVERS = ("pg8000", "PyMySQL")
"""Distributions that are packed, with all they require."""

# Drivers ask for their own version, so their METADATA goes along; the rest of it differs from machine to machine.
_LEFT_OUT = re.compile(
    r"(^|/)(__pycache__|tests?)/|\.dist-info/(?!METADATA$)|\.(pyc|pyi|so|pyd)$|(^|/)py\.typed$|^\.\.|^/"
)


@cache
def files() -> dict[str, Path]:
    """Path in the archive -> file here."""
    found = {
        f"{PACKAGE.name}/{path.relative_to(PACKAGE).as_posix()}": path
        for path in sorted(PACKAGE.rglob("*"))
        if path.is_file() and not _LEFT_OUT.search(path.relative_to(PACKAGE).as_posix())
    }
    for distribution in _closure(DRIVERS):
        for path in distribution.files or ():
            if not _LEFT_OUT.search(path.as_posix()):
                found[path.as_posix()] = Path(str(path.locate()))
    return found


@cache
def digest() -> str:
    """SHA-256 of names and contents, the same on every machine: the function's code changes with it."""
    total = hashlib.sha256()
    for name, path in sorted(files().items()):
        total.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def _closure(names: tuple[str, ...]) -> Iterator[metadata.Distribution]:
    waiting, seen = list(names), set[str]()
    while waiting:
        name = waiting.pop()
        if name.lower() in seen:
            continue
        seen.add(name.lower())
        distribution = metadata.distribution(name)
        yield distribution
        for requirement in distribution.requires or ():
            if "extra ==" not in requirement:
                match = re.match(r"[A-Za-z0-9._-]+", requirement)
                waiting += [match[0]] if match else []
