"""Mistakes that a type checker must find. Each marked line is one; every other line is right."""

from aurora_components import (
    AppAccess,
    AuroraCluster,
    AuroraDatabase,
    AuroraDatabaseArgs,
    BackupPlan,
    DatabaseProxy,
    Engine,
    GlobalDatabase,
    Network,
    Protection,
    RegionalCluster,
    ServerlessCapacity,
)

# Strings and members of the enums are both right.
capacity: ServerlessCapacity = {"min_capacity": 0.5, "max_capacity": 8}
literal: AuroraDatabaseArgs = {"engine": "aurora-mysql", "engine_version": "8.0.mysql_aurora.3.10.4"}
member: AuroraDatabaseArgs = {
    "engine": Engine.POSTGRESQL,
    "engine_version": "16.8",
    "protection": Protection.LOCKED,
    "serverless": capacity,
}
database = AuroraDatabase("right", literal)
AuroraDatabase("also-right", member)
AppAccess("right", {"connection": database.connection, "db_users": ["shop"]})

# Misspelt values.
engine: AuroraDatabaseArgs = {"engine": "aurora-postgres", "engine_version": "16.8"}  # error
protection: AuroraDatabaseArgs = {
    "engine": "aurora-mysql",
    "engine_version": "8.0.mysql_aurora.3.10.4",
    "protection": "lokced",  # error
}
Network("nat", {"nat": "one-per-az"})  # error

# Misspelt keys, at the top and below.
AuroraDatabase("key", {"engine": "aurora-mysql", "engine_version": "8.0", "databse_name": "x"})  # error
region: RegionalCluster = {"vpc_id": "vpc-1", "subnet_ids": ["a", "b"], "instnaces": {}}  # error
small: ServerlessCapacity = {"min_capacity": 0.5, "max_capacity": 8, "seconds": 300}  # error

# What is missing, and what is of the wrong type.
AuroraCluster("missing", {"engine": "aurora-mysql", "engine_version": "8.0"})  # error
GlobalDatabase("missing", {"engine": "aurora-mysql", "engine_version": "8.0", "members": {}})  # error
BackupPlan("type", {"connections": {"one": database.connection}, "retention_days": "35"})  # error
DatabaseProxy("type", {"connection": database.connection})  # error
wrong: ServerlessCapacity = {"min_capacity": "0.5", "max_capacity": 8}  # error
