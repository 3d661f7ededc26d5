"""Programs in TypeScript and JavaScript, on Node.js and the SDK of their own."""

import json
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ....errors import GuardError
from ... import project as projects
from ...project import Project
from ..launch import Context, Launch

RUN = Path(__file__).with_name("run.cjs")

#: The exit status of the SDK's runner, and of `run.cjs`, when the program failed and said why.
FAILED = 32

#: The package managers, by the file that each of them leaves, and what installs a program's packages.
_INSTALL = {
    "pnpm-lock.yaml": "pnpm install",
    "yarn.lock": "yarn install",
    "bun.lock": "bun install",
    "bun.lockb": "bun install",
    "package-lock.json": "npm ci",
}


def launch(project: Project, context: Context) -> Launch:
    """How the program of `project` is started. Raises GuardError where it can't be."""
    node = shutil.which("node")
    if node is None:
        raise GuardError(
            f"{project.file} has the runtime nodejs, and there is no `node` here: install Node.js."
        )
    folder, _ = project.program
    if not folder.is_dir():
        raise GuardError(f"There is no program at {folder}. Add it, or correct `main` in {project.file}.")
    if (plug_and_play := projects.above(folder, ".pnp.cjs")) is not None:
        raise GuardError(
            f"The packages of {plug_and_play} are installed with Yarn Plug'n'Play, which guard does not read: set "
            "`nodeLinker: node-modules` in .yarnrc.yml and run `yarn install`."
        )
    options = projects.options_of(project.settings)
    return Launch(
        command=[node, *_node_arguments(project, options), str(RUN)],
        cwd=folder,
        env={},
        runtime=f"Node.js at {node}",
        text=json.dumps(_settings(project, context, options)),
        explained=frozenset({FAILED}),
    )


def _node_arguments(project: Project, options: Mapping[str, Any]) -> list[str]:
    """What Node.js itself is given. Source maps give the lines of a program that is an ES module."""
    try:
        own = shlex.split(str(options.get("nodeargs") or ""))
    except ValueError as error:
        raise GuardError(f"{project.file}: runtime.options.nodeargs can't be read: {error}.") from None
    return ["--enable-source-maps", *own]


def _settings(project: Project, context: Context, options: Mapping[str, Any]) -> dict[str, Any]:
    """What `run.cjs` reads: the arguments and the environment of the SDK's runner, and what it says when it fails."""
    target = context.target
    folder, main = project.program
    typescript = options.get("typescript", True)
    env = {
        "PULUMI_CONFIG": json.dumps(target.config),
        "PULUMI_CONFIG_SECRET_KEYS": json.dumps(sorted(target.secret_keys)),
        "PULUMI_NODEJS_TYPESCRIPT": json.dumps(typescript not in (False, "false")),
    }
    if options.get("tsconfig"):
        env["PULUMI_NODEJS_TSCONFIG_PATH"] = str(project.folder / str(options["tsconfig"]))
    if context.transpile_only:
        env["PULUMI_NODEJS_TRANSPILE_ONLY"] = "true"
    lock = next((name for name in _INSTALL if projects.above(folder, name)), "")
    return {
        "folder": str(folder),
        "install": _INSTALL.get(lock, "npm install"),
        "config": target.config,
        "env": env,
        "arguments": [
            f"--monitor={context.address}",
            f"--engine={context.address}",
            f"--project={project.name}",
            f"--stack={target.stack}",
            f"--organization={target.organization}",
            f"--root-directory={project.folder}",
            f"--pwd={folder}",
            "--parallel=16",
            "--dry-run",
            main,
        ],
    }
