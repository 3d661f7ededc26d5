"""Runs the program of a project in a process of its own, against a monitor."""

import contextlib
import json
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from ..errors import GuardError
from . import project as projects
from .process import Process
from .project import Configuration, Project

HOST = Path(__file__).with_name("host.py")

#: The exit status of the host when the program raised; its traceback is on standard error.
FAILED = 32


class Program:
    """A program that has started, and imports what it needs until `start` gives it a monitor."""

    def __init__(self, project: Project, stack: str, organization: str, configuration: Configuration) -> None:
        where, main = project.program
        reader, writer = os.pipe()
        try:
            self._process = Process(
                [
                    projects.interpreter(project.settings, project.folder, sys.executable),
                    "-u",
                    str(HOST),
                    f"--project={project.name}",
                    f"--stack={stack}",
                    f"--organization={organization}",
                    f"--root={project.folder}",
                    f"--address-pipe={reader}",
                    main,
                ],
                cwd=where,
                env={
                    "PULUMI_CONFIG": json.dumps(configuration.values),
                    "PULUMI_CONFIG_SECRET_KEYS": json.dumps(sorted(configuration.secret_keys)),
                    "PULUMI_PROJECT": project.name,
                    "PULUMI_STACK": stack,
                    "PULUMI_ORGANIZATION": organization,
                    "PULUMI_DRY_RUN": "true",
                },
                pass_fds=(reader,),
            )
        except OSError:
            os.close(writer)
            raise
        finally:
            os.close(reader)
        self._pipe = os.fdopen(writer, "w")

    def start(self, address: str) -> None:
        """Lets it run against the monitor at `address`."""
        with contextlib.suppress(BrokenPipeError):  # it has already failed; `finish` says how
            self._pipe.write(f"{address}\n")
            self._pipe.flush()

    def finish(self, timeout: float) -> str:
        """Waits for its end, and returns what it printed.

        Raises GuardError when it fails, or has not ended after `timeout` seconds.
        """
        try:
            status = self._process.wait(timeout)
        except TimeoutError:
            self._process.close()
            raise GuardError(
                f"The program had not ended after {timeout:.0f} s, and was stopped. "
                "If it only needs longer, allow it more with --timeout.",
                detail=self._process.output,
            ) from None
        if status:
            how = f"by signal {-status}" if status < 0 else f"with exit status {status}"
            raise GuardError(
                "The program failed." if status == FAILED else f"The program ended {how}.",
                detail=self._process.output,
            )
        return self._process.output

    def close(self) -> None:
        self._process.close()
        with contextlib.suppress(BrokenPipeError):
            self._pipe.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
