"""Runs a Pulumi program, as Pulumi's Python language host does.

This file is a script for the project's own interpreter, which need not have guard: it imports nothing
but Pulumi and the standard library. The imports happen while guard gets ready; then the address of the
monitor arrives on a pipe. The pipe ends when guard does, and this process with it.
"""

from __future__ import annotations

import argparse
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
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import CodeType, SimpleNamespace
from typing import Any, TextIO

import pulumi
from pulumi import Config, Output
from pulumi.output import Unknown
from pulumi.runtime import rpc

#: The program failed, and its traceback is on standard error.
FAILED = 32


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
    """Lets a program parse text that is unknown: what it reads out of it is unknown."""

    def wrap(parse: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(parse)
        def admitting(text: Any, *rest: Any, **options: Any) -> Any:
            return text if isinstance(text, Later) else parse(text, *rest, **options)

        return admitting

    for module, name in ((json, "loads"), (base64, "b64decode"), (ipaddress, "ip_network")):
        setattr(module, name, wrap(getattr(module, name)))


def admit_unknown_results() -> None:
    """Lets `get_x()` return where the monitor has no answer: each property of its result is unknown."""
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
    """Lets a program read encrypted configuration: the value, of whatever type, is unknown."""

    def wrap(read: Callable[..., Any], unknown: Callable[[], Any]) -> Callable[..., Any]:
        def admitting(self: Config, key: str, *rest: Any) -> Any:
            return unknown() if self._get(key) == rpc.UNKNOWN else read(self, key, *rest)

        return admitting

    for name in ("_get_bool", "_get_int", "_get_float", "_get_object"):
        setattr(Config, name, wrap(getattr(Config, name), Later))
    for name in ("get_secret", "require_secret"):
        setattr(Config, name, wrap(getattr(Config, name), lambda: Output.secret(Later())))


def locate_in_program(root: str) -> None:
    """Makes an older SDK tell the line of the program that made a resource: it takes one of the provider instead."""
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


def receive_address(pipe: TextIO) -> str:
    """The monitor's address: the one line that guard writes. Then watches for guard's end."""
    address = pipe.readline().strip()
    if not address:
        os._exit(FAILED)

    def watch() -> None:
        pipe.read()
        os._exit(FAILED)

    threading.Thread(target=watch, daemon=True).start()
    return address


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
    """Stops the SDK from sending its debug messages: several a resource, and each waits for its answer."""
    pulumi.log.debug = lambda *args, **options: None


def wait_for_outputs_together() -> None:
    """Makes the SDK wait for all its Outputs at once: it waits for each, and looks at all the others every time."""

    async def wait(tasks: Iterable[asyncio.Task[Any]], return_when: str) -> tuple[set[Any], set[Any]]:
        return await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)

    vars(pulumi.runtime.stack)["asyncio"] = SimpleNamespace(**{**vars(asyncio), "wait": wait})


def main() -> int:
    parser = argparse.ArgumentParser()
    for option in ("project", "stack", "organization", "root"):
        parser.add_argument(f"--{option}")
    parser.add_argument("--address-pipe", type=int)
    parser.add_argument("program")
    args = parser.parse_args()

    pulumi.runtime.set_all_config(
        pulumi.runtime.get_config_env(), pulumi.runtime.get_config_secret_keys_env()
    )
    admit_unknown_results()
    admit_unknown_config()
    admit_unknown_text()
    drop_debug_messages()
    wait_for_outputs_together()
    locate_in_program(args.root)
    address = receive_address(os.fdopen(args.address_pipe))
    settings = pulumi.runtime.Settings(
        **accepted(
            pulumi.runtime.Settings,
            project=args.project,
            stack=args.stack,
            organization=args.organization,
            root_directory=args.root,
            monitor=address,
            engine=address,
            dry_run=True,
        )
    )
    pulumi.runtime.configure(settings)

    sys.argv = [args.program]
    sys.path[0] = os.getcwd()
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    entry = os.path.abspath("__main__.py" if args.program == "." else args.program)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)

    def program() -> None:
        runpy.run_path(args.program, run_name="__main__")

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
                "requirements for it, or name a virtual environment as runtime.options.virtualenv in Pulumi.yaml.",
                file=sys.stderr,
            )
        return FAILED
    finally:
        loop.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
