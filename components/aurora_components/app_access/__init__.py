"""AppAccess: what one application may do with one cluster."""

from .args import AppAccessArgs, ApplicationAccess
from .component import AppAccess

__all__ = [
    "AppAccess",
    "AppAccessArgs",
    "ApplicationAccess",
]
