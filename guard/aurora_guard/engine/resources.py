"""What the program registered, as the engine would hold it after a preview."""

from dataclasses import dataclass, field
from pathlib import Path

from .urn import STACK_TYPE
from .wire import Properties

#: Folders that hold what others wrote.
_INSTALLED = frozenset({"site-packages", "dist-packages", "node_modules", "vendor"})

PROVIDER_TYPE = "pulumi:providers:"


@dataclass(frozen=True)
class Source:
    """A line of the program that took part in making a resource."""

    file: Path
    line: int


@dataclass
class Options:
    """Resource options, after inheritance from the parents. Timeouts are in seconds; 0 means not set."""

    protect: bool = False
    retain_on_delete: bool = False
    deleted_with: str = ""
    delete_before_replace: bool | None = None
    ignore_changes: list[str] = field(default_factory=list)
    replace_on_changes: list[str] = field(default_factory=list)
    additional_secret_outputs: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    import_id: str = ""
    create_timeout: float = 0
    update_timeout: float = 0
    delete_timeout: float = 0


@dataclass
class Resource:
    """One registration. `inputs` are those after provider Check, `outputs` those of a preview.

    `provider` is the URN of the provider resource; empty for components and for providers themselves.
    `trace` is the call stack of the registration, the innermost line first. `unjudged` says why no policy can judge
    what it stands for, and is empty where they can.
    """

    urn: str
    type: str
    name: str
    custom: bool
    parent: str = ""
    inputs: Properties = field(default_factory=dict)
    outputs: Properties = field(default_factory=dict)
    dependencies: list[str] = field(default_factory=list)
    property_dependencies: dict[str, list[str]] = field(default_factory=dict)
    provider: str = ""
    options: Options = field(default_factory=Options)
    trace: tuple[Source, ...] = ()
    unjudged: str = ""

    @property
    def is_provider(self) -> bool:
        return self.type.startswith(PROVIDER_TYPE)

    @property
    def is_stack(self) -> bool:
        return self.type == STACK_TYPE

    def source(self, folder: Path) -> str:
        """`file:line` of the innermost line inside the project in `folder`; empty when there is none.

        Installed packages are not the project's, even where they are inside its folder.
        """
        for source in self.trace:
            if source.file.is_relative_to(folder) and _INSTALLED.isdisjoint(source.file.parts):
                return f"{source.file.relative_to(folder)}:{source.line}"
        return ""


@dataclass(frozen=True)
class Deployment:
    """A finished run of a program: everything it registered, read and logged, and what ran it.

    `reads` are the resources of `.get()` and stack references: known to the engine, never analysed.
    """

    resources: dict[str, Resource]
    reads: dict[str, Resource]
    messages: list[str]
    output: str = ""
    runtime: str = ""
    runtime_is_own: bool = False
