"""Starts the `guard` command, or says what to install where its packages are missing."""

import sys
from importlib.util import find_spec

NEEDED = ("click", "fsspec", "jsonschema", "rich", "yaml")
"""Packages that the extra `guard` installs and without which the command cannot start."""


def main() -> None:
    """Run the command. Exits with 2 where the extra `guard` is not installed."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        sys.stderr.write(
            f"Error: guard needs {', '.join(missing)}, which the extra `guard` installs. "
            "Run: pip install 'aurora-guardrails[guard]'\n"
        )
        sys.exit(2)
    from .cli import main as run

    run()


if __name__ == "__main__":
    main()
