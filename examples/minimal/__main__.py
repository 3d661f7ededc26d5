"""A safe database in ten lines."""

import pulumi

from aurora_components import AuroraDatabase

database = AuroraDatabase(
    "orders",
    {
        "engine": "aurora-postgresql",
        "engine_version": "16.8",
        "database_name": "orders",
        "serverless": {"min_capacity": 0.5, "max_capacity": 8},
    },
)
pulumi.export("connection", database.connection)
