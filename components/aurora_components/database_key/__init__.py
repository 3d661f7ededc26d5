"""DatabaseKey: one KMS key for everything a database encrypts."""

from .args import DatabaseKeyArgs, KeySettings
from .component import DatabaseKey, component_key

__all__ = [
    "DatabaseKey",
    "DatabaseKeyArgs",
    "KeySettings",
    "component_key",
]
