"""RDS Proxy in front of one cluster: pooled connections, TLS and IAM for every client."""

from .args import ClientPasswordAuth, DatabaseProxyArgs, PoolSettings
from .proxy import DatabaseProxy

__all__ = ["ClientPasswordAuth", "DatabaseProxy", "DatabaseProxyArgs", "PoolSettings"]
