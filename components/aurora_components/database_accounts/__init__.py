"""DatabaseAccounts: the accounts inside a database, as data."""

from .args import (
    AccountAccess,
    AccountAuthentication,
    AccountGrant,
    AccountsSettings,
    DatabaseAccount,
    DatabaseAccountsArgs,
)
from .component import DatabaseAccounts

__all__ = [
    "AccountAccess",
    "AccountAuthentication",
    "AccountGrant",
    "AccountsSettings",
    "DatabaseAccount",
    "DatabaseAccounts",
    "DatabaseAccountsArgs",
]
