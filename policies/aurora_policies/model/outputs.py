"""What a program exports: the outputs of its stack."""

from collections.abc import Iterator

from .resource import View
from .values import Value


class StackOutputs(View):
    """The stack as a resource; its properties are its outputs."""

    TYPES = ("pulumi:pulumi:Stack",)
    NOUN = "stack"

    def outputs(self) -> Iterator[Value[object]]:
        """Yield every output."""
        return (self.value(name) for name in self.resource.properties if "." not in name)
