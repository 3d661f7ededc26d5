"""The control catalogue: one control a file, in a folder for its service."""

from functools import cache
from importlib import import_module
from pathlib import Path

from .control import Control


@cache
def catalogue() -> tuple[Control, ...]:
    """Return every control, in the order of their ids. The folder tree is the registry."""
    found: list[Control] = []
    root = Path(__file__).parent
    for path in sorted(root.glob("*/*.py")):
        if path.stem.startswith("_"):
            continue
        module = import_module(f"{__name__}.{path.parent.name}.{path.stem}")
        found.extend(item for item in vars(module).values() if isinstance(item, Control))
    return tuple(sorted({item.id: item for item in found}.values(), key=lambda item: item.id))


@cache
def by_id() -> dict[str, Control]:
    """Return the catalogue by control id."""
    return {item.id: item for item in catalogue()}
