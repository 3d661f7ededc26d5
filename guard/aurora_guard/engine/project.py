"""A Pulumi project on disk: `Pulumi.yaml` and the configuration of its stacks."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aurora_policies.nearest import nearest

from ..errors import GuardError
from .documents import read_yaml
from .target import ORGANIZATION
from .wire import UNKNOWN

_EXTENSIONS = (".yaml", ".yml")
_STACK_NAME = re.compile(r"([\w.-]+/){0,2}[\w.-]+", re.ASCII)


@dataclass(frozen=True)
class Project:
    """`Pulumi.yaml` as far as a preview needs it. `settings` is the whole file."""

    folder: Path
    file: Path
    name: str
    settings: Mapping[str, Any]

    @property
    def program(self) -> tuple[Path, str]:
        """The folder that the program runs in, and what runs there: `.` or a file."""
        main = self.folder / str(self.settings.get("main") or ".")
        return (main.parent, main.name) if main.is_file() else (main, ".")

    @property
    def stacks_folder(self) -> Path:
        folder = self.settings.get("stackConfigDir")
        if isinstance(self.settings.get("config"), str):  # the older way to say it
            folder = self.settings["config"]
        return self.folder / str(folder or ".")

    @property
    def declared(self) -> Mapping[str, Any]:
        """The `config` block."""
        config = self.settings.get("config")
        return config if isinstance(config, dict) else {}

    def stacks(self) -> dict[str, Path]:
        """The stacks that have a file, by name."""
        files = sorted(
            file for extension in _EXTENSIONS for file in self.stacks_folder.glob(f"Pulumi.*{extension}")
        )
        return {file.name.split(".", 1)[1].rsplit(".", 1)[0]: file for file in files}


@dataclass(frozen=True)
class Configuration:
    """The values of one stack, as text by full key. A value that is encrypted is `UNKNOWN`.

    `warnings` name what the stack file says and guard does not read.
    """

    values: dict[str, str]
    secret_keys: frozenset[str]
    warnings: Sequence[str] = ()


def load(folder: Path) -> Project:
    """The project in `folder`. Raises GuardError when there is none."""
    if not folder.is_dir():
        raise GuardError(f"There is no folder {folder}. --project takes the folder that holds Pulumi.yaml.")
    folder = folder.resolve()
    file = next((f for e in _EXTENSIONS if (f := folder / f"Pulumi{e}").is_file()), None)
    if file is None:
        raise GuardError(
            f"There is no Pulumi.yaml in {folder}. Run guard in a Pulumi project, or name one with --project."
        )
    settings = read_yaml(file, "project file")
    name = settings.get("name")
    if not isinstance(name, str) or not name:
        raise GuardError(f"{file} has no name: add `name: my-project`.")
    if not isinstance(settings.get("config"), dict | str | None):
        raise GuardError(f"{file}: config must be a mapping of keys to their declarations.")
    return Project(folder, file, name, settings)


def runtime_of(settings: Mapping[str, Any]) -> str:
    """The name of the runtime of a project, a plugin or a pack."""
    runtime = settings.get("runtime")
    return str(runtime.get("name", "") if isinstance(runtime, dict) else runtime or "")


def options_of(settings: Mapping[str, Any]) -> Mapping[str, Any]:
    """The options of the runtime of a project, a plugin or a pack."""
    runtime = settings.get("runtime")
    options = runtime.get("options") if isinstance(runtime, dict) else None
    return options if isinstance(options, dict) else {}


def above(folder: Path, name: str) -> Path | None:
    """The nearest folder, this one or one above it, that holds a file of that name."""
    return next((each for each in (folder, *folder.parents) if (each / name).is_file()), None)


def choose_stack(project: Project, asked: str | None) -> tuple[str, str]:
    """The organization and the stack to preview: the one asked for, the only one, or `dev`.

    `asked` is what Pulumi takes: `dev`, `acme/dev` or `acme/shop/dev`. Raises GuardError where it is none.
    """
    stacks = project.stacks()
    if asked is not None:
        *where, stack = asked.split("/")
        if not _STACK_NAME.fullmatch(asked) or where[1:] not in ([], [project.name]):
            raise GuardError(
                f"'{asked}' is no stack of {project.name}: it must have the form [ORG/[{project.name}/]]STACK, of "
                "letters, digits, hyphens, underscores and periods."
            )
        if stacks and stack not in stacks:
            raise GuardError(
                f"{project.name} has no stack '{stack}'{nearest(stack, stacks)}. "
                f"Its stacks are {', '.join(stacks)}, by their Pulumi.<stack>.yaml in {project.stacks_folder}."
            )
        return (where[0] if where else ORGANIZATION), stack
    if not stacks or "dev" in stacks:
        return ORGANIZATION, "dev"
    if len(stacks) == 1:
        return ORGANIZATION, next(iter(stacks))
    raise GuardError(f"Which stack? Choose one with --stack: {', '.join(stacks)}.")


def configure(project: Project, stack: str, overrides: Mapping[str, str]) -> Configuration:
    """The configuration of a stack: its file, then the defaults that the project declares.

    Raises one GuardError with everything that is wrong with it.
    """
    file = project.stacks().get(stack)
    values = _stack_values(project, file)
    values |= {_full_key(project, key): value for key, value in overrides.items()}
    origin = file or project.file
    problems = [
        f"{project.file}: the configuration key {key!r} is not text: put it in quotes."
        for key in project.declared
        if not isinstance(key, str)
    ]
    declared = {
        _full_key(project, key): value for key, value in project.declared.items() if isinstance(key, str)
    }
    problems += _undeclared(project, values, declared, origin)
    for key, declaration in declared.items():
        problems += _apply(project, key, declaration, values, origin, stack)
    if problems:
        noun = "problem" if len(problems) == 1 else "problems"
        raise GuardError(
            f"The configuration of stack '{stack}' has {len(problems)} {noun}:\n"
            + "\n".join(f"  {problem}" for problem in problems)
        )
    return Configuration(
        {key: _text(value) for key, value in values.items()},
        frozenset(key for key, value in values.items() if _has_secure(value)),
        _not_read(file),
    )


def _not_read(file: Path | None) -> list[str]:
    """What a stack file says and guard passes over: values that the program would have may be missing."""
    settings = read_yaml(file, "stack file") if file else {}
    if not settings.get("environment"):
        return []
    return [
        f"warning: {file} takes values from Pulumi ESC (`environment`), which guard can't reach: they are missing. "
        "Give those that the program needs with --config."
    ]


def _undeclared(project: Project, values: Iterable[str], declared: Iterable[str], origin: Path) -> list[str]:
    """What is wrong with keys that `Pulumi.yaml` does not declare, where it declares some of the project's own.

    Pulumi passes over them; but a misspelt `protection` is a database without it.
    """
    names = [_short(project, key) for key in declared if key.startswith(f"{project.name}:")]
    given = [_short(project, key) for key in values if key.startswith(f"{project.name}:")]
    if not names:
        return []
    return [
        f"{origin}: unknown key '{name}'{nearest(name, names)}. {project.file.name} declares {', '.join(names)}."
        for name in given
        if name not in names
    ]


def _stack_values(project: Project, file: Path | None) -> dict[str, Any]:
    if file is None:
        return {}
    config = read_yaml(file, "stack file").get("config") or {}
    if not isinstance(config, dict):
        raise GuardError(f"{file}: config must be a mapping of keys to values.")
    wrong = [key for key in config if not isinstance(key, str)]
    if wrong:
        raise GuardError(f"{file}: the configuration key {wrong[0]!r} is not text: put it in quotes.")
    return {_full_key(project, key): value for key, value in config.items()}


def _apply(
    project: Project, key: str, declaration: Any, values: dict[str, Any], origin: Path, stack: str
) -> list[str]:
    """Adds what `Pulumi.yaml` says of one key to `values`, and returns what is wrong with the value."""
    name = _short(project, key)
    if not isinstance(declaration, dict):
        values.setdefault(key, declaration)
        return []
    default = declaration.get("default", declaration.get("value"))
    if key not in values:
        if default is not None:
            if (wrong := _mismatch(declaration, default)) is not None:
                return [f"{project.file}: the default of '{name}' must be {wrong}, not {_shown(default)}."]
            values[key] = default
        elif key.startswith(f"{project.name}:"):
            return [
                f"{origin}: there is no value for '{name}', and {project.file.name} declares no default. "
                f"Add `{key}: …` under `config` of Pulumi.{stack}.yaml."
            ]
        return []
    value = values[key]
    if declaration.get("secret") and not _has_secure(value):
        return [f"{origin}: '{name}' must be encrypted: set it with `pulumi config set --secret {name}`."]
    if (wrong := _mismatch(declaration, value)) is not None:
        return [f"{origin}: '{name}' must be {wrong}, not {_shown(value)}."]
    return []


_ARTICLES = {"string": "a string", "integer": "an integer", "boolean": "a boolean", "object": "an object"}


def _mismatch(declaration: Mapping[str, Any], value: Any) -> str | None:
    """The declared type in words when `value` is not of it; None when it is, or none is declared."""
    kind = declaration.get("type")
    if kind is None or (isinstance(value, dict) and set(value) == {"secure"}):
        return None
    text = isinstance(value, str)
    if kind == "string":
        fits = not isinstance(value, (dict, list))
    elif kind == "integer":
        fits = _is_integer(value) or (text and _is_integer(_parsed(value)))
    elif kind == "boolean":
        fits = isinstance(value, bool) or value in ("true", "false")
    elif kind == "object":
        fits = isinstance(_parsed(value) if text else value, dict)
    elif kind == "array":
        items = declaration.get("items")
        items = items if isinstance(items, dict) else {}
        entries = _parsed(value) if text else value
        if isinstance(entries, list) and all(_mismatch(items, entry) is None for entry in entries):
            return None
        return f"an array of {items.get('type', 'any')}s"
    else:
        return f"of a type Pulumi knows ({', '.join([*_ARTICLES, 'array'])}; '{kind}' is declared)"
    return None if fits else _ARTICLES[kind]


def _is_integer(value: Any) -> bool:
    return not isinstance(value, bool) and (
        isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    )


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _full_key(project: Project, key: str) -> str:
    """`project:key`; what has no namespace is the project's own. `a:config:b` is an older spelling of `a:b`."""
    namespace, colon, name = key.partition(":")
    return f"{namespace}:{name.removeprefix('config:')}" if colon else f"{project.name}:{key}"


def _short(project: Project, key: str) -> str:
    return key.removeprefix(f"{project.name}:")


def _has_secure(value: Any) -> bool:
    if isinstance(value, dict):
        return set(value) == {"secure"} or _any_secure(value.values())
    return isinstance(value, list) and _any_secure(value)


def _any_secure(values: Iterable[Any]) -> bool:
    return any(_has_secure(value) for value in values)


def _without_secure(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"secure"}:
            return UNKNOWN
        return {str(key): _without_secure(item) for key, item in value.items()}
    return [_without_secure(item) for item in value] if isinstance(value, list) else value


def _text(value: Any) -> str:
    """A value as the language host passes it: text as it is, all else as JSON."""
    value = _without_secure(value)
    plain = value is None or isinstance(value, (dict, list, bool, int, float))
    return json.dumps(value, separators=(",", ":"), default=str) if plain else str(value)


def _shown(value: Any) -> str:
    return "an encrypted value" if _has_secure(value) else json.dumps(value, default=str)
