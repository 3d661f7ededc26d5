"""Runs a Pulumi program, as Pulumi's Python language host does.

This file is a script for the project's own interpreter, which need not have guard: it imports nothing
but Pulumi and the standard library. Its settings come as JSON on standard input.

`PATCHES` are the changes that it makes to the SDK. Each says what breaks without it, and a test of each fails
when a newer SDK no longer needs it.
"""

from __future__ import annotations

import asyncio
import base64
import functools
import inspect
import ipaddress
import json
import logging
import os
import runpy
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from importlib import metadata
from pathlib import Path
from types import CodeType, SimpleNamespace
from typing import Any

#: The program failed, and what is wrong is on standard error.
FAILED = 32


def check_sdk() -> None:
    """Ends the process where its interpreter has no SDK of a version that guard knows."""
    try:
        version = metadata.version("pulumi")
    except metadata.PackageNotFoundError:
        problem = (
            "has no module pulumi: install the program's requirements for it, or name another with --python"
        )
    else:
        if not version.startswith(("0.", "1.", "2.")):
            return
        problem = f"has pulumi {version}, and guard previews programs on pulumi 3: ask for pulumi>=3,<4"
    print(f"{sys.executable}, which runs the program, {problem}.", file=sys.stderr)
    sys.exit(FAILED)


check_sdk()

import pulumi  # noqa: E402
from pulumi import Config, Output  # noqa: E402
from pulumi.output import Unknown  # noqa: E402
from pulumi.runtime import rpc  # noqa: E402


class Later(str, Unknown):
    """A plain value that is known only after the update, where the SDK has room for known ones alone.

    It takes whatever a program does with a plain value, and what comes out is unknown again. It is text, as most
    such values are, and holds Pulumi's mark of an unknown: the monitor sees that text made from it is unknown too.
    """

    def __new__(cls) -> Later:
        return super().__new__(cls, rpc.UNKNOWN)

    def __getattr__(self, name: str) -> Later:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def _same(self, *_: Any, **__: Any) -> Any:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __mod__ = __rmod__ = _same
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __getitem__ = __call__ = _same

    def __iter__(self) -> Iterator[Any]:
        """One item, unknown: how many there are is unknown as well."""
        yield self

    def items(self) -> Iterator[tuple[Any, Any]]:
        yield self, self

    def __len__(self) -> int:
        return 1

    def __bool__(self) -> bool:
        """False, or the SDK would check the type of what is not there."""
        return False

    def __repr__(self) -> str:
        return rpc.UNKNOWN


for method in vars(str):
    if not method.startswith("__") and method not in ("encode", "maketrans"):
        setattr(Later, method, Later._same)


def admit_unknown_text() -> None:
    """Without it, `json.loads` and its like raise on a plain value that is unknown: what they read out of it is unknown
    as well."""

    def wrap(parse: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(parse)
        def admitting(text: Any, *rest: Any, **options: Any) -> Any:
            return text if isinstance(text, Later) else parse(text, *rest, **options)

        return admitting

    for module, name in ((json, "loads"), (base64, "b64decode"), (ipaddress, "ip_network")):
        setattr(module, name, wrap(getattr(module, name)))


def admit_unknown_results() -> None:
    """Without it, `get_x()` raises where the monitor has no answer, since the SDK leaves the result None: each property
    of the result is unknown instead."""
    invoke = pulumi.runtime.invoke

    def admitting(tok: str, props: Any, opts: Any = None, typ: type | None = None, **rest: Any) -> Any:
        result = invoke(tok, props, opts, typ, **rest)
        if result.value is None:
            result.value = typ(**dict.fromkeys(_parameters(typ), Later())) if typ else Later()
        return result

    pulumi.runtime.invoke = admitting  # type: ignore[assignment]


def _parameters(result_type: type) -> tuple[str, ...]:
    code: CodeType = result_type.__init__.__code__  # type: ignore[misc]
    return code.co_varnames[1 : code.co_argcount]


def admit_unknown_config() -> None:
    """Without it, `get_int` and its like refuse the text of an encrypted value, and a secret of it is known: the value,
    of whatever type, is unknown instead."""

    def wrap(read: Callable[..., Any], unknown: Callable[[], Any]) -> Callable[..., Any]:
        def admitting(self: Config, key: str, *rest: Any) -> Any:
            return unknown() if self._get(key) == rpc.UNKNOWN else read(self, key, *rest)

        return admitting

    for name in ("_get_bool", "_get_int", "_get_float", "_get_object"):
        setattr(Config, name, wrap(getattr(Config, name), Later))
    for name in ("get_secret", "require_secret"):
        setattr(Config, name, wrap(getattr(Config, name), lambda: Output.secret(Later())))


def locate_in_program(root: str) -> None:
    """Makes an older SDK, which would name a line of the provider's SDK as the source of a resource, name one of the
    program in the folder `root`. The newer ones send the whole stack trace."""
    module: Any = pulumi.runtime.resource
    if hasattr(module, "_get_stack_trace") or not hasattr(module, "_get_source_position"):
        return
    folder = Path(root)

    def position(skip: int) -> Any:
        for frame, line in traceback.walk_stack(None):
            file = Path(frame.f_code.co_filename)
            if file.is_relative_to(folder) and "site-packages" not in file.parts:
                return module.source_pb2.SourcePosition(uri=file.as_uri(), line=line)
        return None

    module._get_source_position = position


def accepted(function: Callable[..., Any], **options: Any) -> dict[str, Any]:
    """Those of `options` that `function` has a parameter for: the SDK is the project's, of whatever age."""
    parameters = inspect.signature(function).parameters
    return {name: value for name, value in options.items() if name in parameters}


def program_traceback(error: Exception, entry: str) -> str:
    """The traceback from the program's entry file on, or else without the frames that only started it."""
    frames = [os.path.abspath(frame.filename) for frame in traceback.extract_tb(error.__traceback__)]
    if entry in frames:
        start = frames.index(entry)
    else:
        starting = (__file__, os.path.abspath(runpy.__file__), os.path.abspath("<frozen runpy>"))
        start = max((i + 1 for i, file in enumerate(frames) if file in starting), default=0)
    limit = start - len(frames)
    return "".join(traceback.format_exception(type(error), error, error.__traceback__, limit=limit))


def drop_debug_messages() -> None:
    """Without it, the SDK sends several debug messages a resource, and waits for the answer to each."""
    pulumi.log.debug = lambda *args, **options: None


def wait_for_outputs_together() -> None:
    """Without it, the SDK waits for its Outputs one by one and looks at all the others every time: the time of a
    program grows with the square of its resources."""

    async def wait(tasks: Iterable[asyncio.Task[Any]], return_when: str) -> tuple[set[Any], set[Any]]:
        return await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)

    vars(pulumi.runtime.stack)["asyncio"] = SimpleNamespace(**{**vars(asyncio), "wait": wait})


def refuse_automation() -> None:
    """Without it, a program on the Automation API runs the Pulumi CLI by itself: guard's preview deploys for real, or
    ends in a bare FileNotFoundError."""
    from pulumi import automation  # an older SDK loads it only when asked

    def refuse(*_: Any, **__: Any) -> None:
        raise pulumi.RunError(
            "The program uses the Automation API, which runs the Pulumi CLI itself; guard can't preview through it. "
            "Put the resources in a program with a Pulumi.yaml of its own, and preview that."
        )

    automation.LocalWorkspace.__init__ = refuse  # type: ignore[method-assign]


PATCHES: list[Callable[[], None]] = [
    admit_unknown_results,
    admit_unknown_config,
    admit_unknown_text,
    drop_debug_messages,
    wait_for_outputs_together,
    refuse_automation,
]


def main() -> int:
    given = json.load(sys.stdin)
    pulumi.runtime.set_all_config(given["config"], given["secret_keys"])
    settings = pulumi.runtime.Settings(
        **accepted(
            pulumi.runtime.Settings,
            project=given["project"],
            stack=given["stack"],
            organization=given["organization"],
            root_directory=given["root"],
            monitor=given["address"],
            engine=given["address"],
            dry_run=True,
        )
    )
    pulumi.runtime.configure(settings)
    for patch in PATCHES:
        patch()
    locate_in_program(given["root"])

    sys.argv = [given["program"]]
    sys.path[0] = os.getcwd()
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    entry = os.path.abspath("__main__.py" if given["program"] == "." else given["program"])
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)

    def program() -> None:
        runpy.run_path(given["program"], run_name="__main__")

    try:
        loop.run_until_complete(pulumi.runtime.run_in_stack(program))
    except pulumi.RunError as error:
        print(error, file=sys.stderr)
        return FAILED
    except Exception as error:
        print(program_traceback(error, entry), file=sys.stderr)
        if isinstance(error, ModuleNotFoundError):
            print(
                f"{sys.executable}, which runs the program, has no module {error.name}: install the program's "
                "requirements for it, or name another Python with --python.",
                file=sys.stderr,
            )
        return FAILED
    finally:
        loop.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
