"""GlobalDatabase: one database in several regions."""

from .args import GlobalDatabaseArgs, RegionalCluster
from .component import GlobalDatabase

__all__ = [
    "GlobalDatabase",
    "GlobalDatabaseArgs",
    "RegionalCluster",
]
