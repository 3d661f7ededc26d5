"""Engine versions as numbers."""

import re

# MySQL's version -> Aurora's.
_RELEASES: dict[tuple[int, ...], tuple[int, ...]] = {(5, 6): (1,), (5, 7): (2,), (8, 0): (3,)}


def numbers(version: str) -> tuple[int, ...]:
    """Return the leading numbers of a version: (13, 2) for `13.2`, (5, 6, 19) for `5.6.19a`, () for none."""
    found = re.match(r"\d+(?:\.\d+)*", version.strip())
    return tuple(int(part) for part in found.group().split(".")) if found else ()


def aurora_mysql_release(version: str) -> tuple[int, ...]:
    """Return Aurora's own number: (3, 8, 0) for `8.0.mysql_aurora.3.08.0`, (2,) for `5.7.12` or `5.7`."""
    if found := re.search(r"mysql_aurora\.(\d+(?:\.\d+)*)", version):
        return numbers(found.group(1))
    return _RELEASES.get(numbers(version)[:2], ())


def is_older(version: tuple[int, ...], oldest: tuple[int, ...]) -> bool:
    """Whether `version` is before `oldest`, as far as both say."""
    length = min(len(version), len(oldest))
    return version[:length] < oldest[:length]
