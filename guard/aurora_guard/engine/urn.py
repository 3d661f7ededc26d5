"""Uniform resource names, built as the engine builds them."""

STACK_TYPE = "pulumi:pulumi:Stack"


def urn(stack: str, project: str, type_: str, name: str, parent: str = "") -> str:
    """The URN of a resource. A parent's types come first, unless the parent is the stack itself."""
    chain = qualified_type(parent) if parent else STACK_TYPE
    qualified = type_ if chain == STACK_TYPE else f"{chain}${type_}"
    return f"urn:pulumi:{stack}::{project}::{qualified}::{name}"


def qualified_type(urn: str) -> str:
    """The types of a resource and its parents, joined by `$`."""
    return urn.split("::", 3)[2]


def type_of(urn: str) -> str:
    """The type of the resource itself."""
    return qualified_type(urn).rsplit("$", 1)[-1]


def name_of(urn: str) -> str:
    """The logical name, which may itself hold `::`."""
    return urn.split("::", 3)[3]


def package_of(type_: str) -> str:
    """The package that provides a type or a function token: `aws` of `aws:rds/cluster:Cluster`."""
    return type_.split(":", 1)[0]
