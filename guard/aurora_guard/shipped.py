"""Files that ship with the packages: the policy pack and the project templates.

In an installed distribution they are inside the packages, in the repository beside them.
"""

from importlib.metadata import version as _version
from importlib.util import find_spec
from pathlib import Path

from .errors import GuardError

TEMPLATES = {
    "platform": "The platform team's stack: everything is set by the stack's configuration.",
    "application": "An application's own database in ten lines.",
}
"""The templates of `guard init`, and what each is for."""

_IN_REPOSITORY = {"platform": Path(), "application": Path("examples", "minimal")}
_DISTRIBUTION = "aurora-guardrails"


def version() -> str:
    """Return the version of the installed distribution."""
    return _version(_DISTRIBUTION)


def pack_folder() -> Path:
    """Return the folder of Aurora Guardrails' own policy pack.

    Raises:
        GuardError: the packages are installed without it.
    """
    package = _package("aurora_policies")
    for folder in (package / "pack", package.parent):
        if (folder / "PulumiPolicy.yaml").is_file():
            return folder
    raise GuardError("Aurora Guardrails' own policy pack is not installed. Name a pack with --policy-pack.")


def template_folder(name: str) -> Path:
    """Return the folder of the template `name`, one of `TEMPLATES`.

    Raises:
        GuardError: the packages are installed without it.
    """
    package = _package("aurora_guard")
    for folder in (package / "templates" / name, package.parent.parent / _IN_REPOSITORY[name]):
        if (folder / "Pulumi.yaml").is_file():
            return folder
    raise GuardError(f"The template '{name}' is not installed. Reinstall the package {_DISTRIBUTION}.")


def pack_package() -> Path:
    """Return the folder of the Python package that the policy pack runs."""
    return _package("aurora_policies")


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.origin:
        raise GuardError(
            f"The Python package {name} is not installed. Run: pip install '{_DISTRIBUTION}[guard]'"
        )
    return Path(spec.origin).parent
