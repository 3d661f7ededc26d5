"""What provider Check adds to the inputs of a resource."""

from .wire import Properties


def checked(type_: str, inputs: Properties) -> Properties:
    """`inputs` as they are after Check: with the provider's defaults for what is absent."""
    return {**DEFAULTS.get(type_, {}), **inputs}


DEFAULTS: dict[str, Properties] = {}
