"""The host runs on the Pulumi SDK of the project, which may be older than guard's."""

from pathlib import Path

import pulumi
import pytest

from aurora_guard.engine.hosts.python.run import accepted, locate_in_program


def test_options_that_an_older_sdk_lacks_are_left_out() -> None:
    def settings(project: str, dry_run: bool = False) -> None: ...

    assert accepted(settings, project="shop", dry_run=True, root_directory="/shop") == {
        "project": "shop",
        "dry_run": True,
    }


def test_an_older_sdk_tells_the_line_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sdk = pulumi.runtime.resource
    monkeypatch.delattr(sdk, "_get_stack_trace")
    monkeypatch.setattr(sdk, "_get_source_position", lambda skip: None)
    locate_in_program(str(tmp_path))

    def register() -> object:
        return sdk._get_source_position(4)  # type: ignore[call-arg, arg-type]

    program, installed = tmp_path / "__main__.py", tmp_path / "venv" / "site-packages" / "aws.py"
    scope = {"register": register}
    exec(compile("def make():\n    return register()\n", str(installed), "exec"), scope)
    position = eval(compile("\n\nmake()", str(program), "eval"), scope)
    assert (position.uri, position.line) == (program.as_uri(), 3)
    assert register() is None
