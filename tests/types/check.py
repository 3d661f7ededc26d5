"""Type check the programs that users copy, and the mistakes they make.

mypy (strict) and pyright must accept the Python blocks of the README, the platform program and
every example. Both must refuse each line of `mistakes.py` that is marked `# error`, and no other.

`python -m tests.types.check` prints every difference and exits with 1 if there is one.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
COMPONENTS = ROOT / "components"
MISTAKES = Path(__file__).with_name("mistakes.py")

_BLOCK = re.compile(r"^( *)```python\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)

Finding = tuple[str, int, str]
"""File name, line and message of a type error."""


def programs() -> Iterator[tuple[Path, str]]:
    """The programs by the file they are in. Lines of a Markdown page keep their numbers."""
    for page in (ROOT / "README.md",):
        text = page.read_text("utf-8")
        if _BLOCK.search(text):
            yield page, _blocks(text)
    for program in (ROOT / "__main__.py", *sorted((ROOT / "examples").glob("*/__main__.py")), MISTAKES):
        yield program, program.read_text("utf-8")


def _blocks(page: str) -> str:
    """The Python blocks of a page, with everything else blank."""
    lines = [""] * page.count("\n")
    for block in _BLOCK.finditer(page):
        first = page.count("\n", 0, block.start()) + 1
        indent = len(block.group(1))
        for number, line in enumerate(block.group(2).splitlines(), start=first):
            lines[number] = line[indent:]
    return "\n".join(lines) + "\n"


def mypy(folder: Path, files: list[str]) -> list[Finding]:
    """The errors of mypy under the project's own settings, which are strict. It shares the project's cache."""
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--no-pretty",
            "--no-error-summary",
            *(str(folder / file) for file in files),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.findall(r"^(.+?):(\d+): error: (.*)$", run.stdout, re.MULTILINE)
    if run.returncode > 1 or (run.returncode and not found):
        raise SystemExit(f"mypy could not run:\n{run.stdout}{run.stderr}")
    return [(Path(file).name, int(line), f"mypy: {message}") for file, line, message in found]


def pyright(folder: Path, files: list[str]) -> list[Finding]:
    """The errors of pyright."""
    settings = {"include": files, "extraPaths": [str(COMPONENTS)], "typeCheckingMode": "standard"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    run = subprocess.run(
        [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        diagnostics = json.loads(run.stdout)["generalDiagnostics"]
    except ValueError:
        raise SystemExit(f"pyright could not run:\n{run.stdout}{run.stderr}") from None
    return [
        (Path(each["file"]).name, each["range"]["start"]["line"] + 1, f"pyright: {each['message']}")
        for each in diagnostics
        if each["severity"] == "error"
    ]


def differences() -> list[str]:
    """What the checkers refuse and should not, and what they accept and should not."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        sources = {}
        for path, text in programs():
            name = re.sub(r"\W+", "_", str(path.relative_to(ROOT))) + ".py"
            (folder / name).write_text(text, "utf-8")
            sources[name] = path
        names = sorted(sources)
        results = {"mypy": mypy(folder, names), "pyright": pyright(folder, names)}
    mistakes = next(name for name, path in sources.items() if path == MISTAKES)
    lines = MISTAKES.read_text("utf-8").splitlines()
    marked = {number for number, line in enumerate(lines, start=1) if line.endswith("# error")}
    wrong = []
    for checker, found in results.items():
        caught = {line for name, line, _ in found if name == mistakes}
        wrong += [
            f"{sources[name].relative_to(ROOT)}:{line}: {message}"
            for name, line, message in found
            if name != mistakes or line not in marked
        ]
        wrong += [
            f"{MISTAKES.relative_to(ROOT)}:{line}: {checker} accepts it" for line in sorted(marked - caught)
        ]
    return wrong


if __name__ == "__main__":
    problems = differences()
    print("\n".join(problems) if problems else "The types of the programs hold under mypy and pyright.")
    sys.exit(bool(problems))
