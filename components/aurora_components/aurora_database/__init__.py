"""AuroraDatabase: a whole database in one component."""

from .args import AuroraDatabaseArgs, DatabaseAccessHost, DatabaseApplication
from .component import AuroraDatabase

__all__ = [
    "AuroraDatabase",
    "AuroraDatabaseArgs",
    "DatabaseAccessHost",
    "DatabaseApplication",
]
