"""The stack that is previewed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .urn import STACK_TYPE, urn
from .wire import Properties

#: Pulumi's own name for the organization where its backend knows none.
ORGANIZATION = "organization"


@dataclass(frozen=True)
class Target:
    """A stack of a project, with its configuration as text by full key (`aws:region`).

    `stack_outputs` are the outputs of other stacks, by their names, as far as they are known.
    """

    project: str
    stack: str
    organization: str = ORGANIZATION
    config: dict[str, str] = field(default_factory=dict)
    secret_keys: frozenset[str] = frozenset()
    stack_outputs: Mapping[str, Properties] = field(default_factory=dict)

    def urn(self, type_: str, name: str, parent: str = "") -> str:
        """The URN of a resource of the stack."""
        return urn(self.stack, self.project, type_, name, parent)

    @property
    def stack_urn(self) -> str:
        return self.urn(STACK_TYPE, f"{self.project}-{self.stack}")
