"""RDS Proxy in front of one cluster: pooled connections, TLS and IAM for every client."""

from .args import ClientPasswordAuth, DatabaseProxyArgs, PoolSettings, ProxySettings
from .component import DatabaseProxy
from .validation import is_end_to_end

__all__ = [
    "ClientPasswordAuth",
    "DatabaseProxy",
    "DatabaseProxyArgs",
    "PoolSettings",
    "ProxySettings",
    "is_end_to_end",
]
