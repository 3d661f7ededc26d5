"""AccessHost: Session Manager sessions to a private database."""

from .args import AccessHostArgs, AccessHostSettings
from .component import AccessHost

__all__ = [
    "AccessHost",
    "AccessHostArgs",
    "AccessHostSettings",
]
