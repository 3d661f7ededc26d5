"""The pack as CrossGuard runs it: the only part of `aurora_policies` that knows Pulumi."""

from .server import serve

__all__ = ["serve"]
