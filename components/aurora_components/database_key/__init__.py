"""DatabaseKey: one KMS key for everything a database encrypts."""

from .args import DatabaseKeyArgs, KeySettings
from .component import DatabaseKey

__all__ = [
    "DatabaseKey",
    "DatabaseKeyArgs",
    "KeySettings",
]
