"""Programs of the first release. `states/` holds what its components made of them.

The states were written by the code of that release and do not change: they are stacks of people who upgrade.
"""

from pathlib import Path
from typing import Any

from tests.components.configurations import everything
from tests.lifecycle.engine import Program
from tests.lifecycle.programs import cluster, database, global_database, network, with_backups, with_proxy

STATES = Path(__file__).parent / "states"

_EVERYTHING: dict[str, Any] = {
    **everything("eu-west-1"),
    "applications": {"shop": {"db_users": ["shop"], "role_names": {"task": "shop-task"}}},
}

PROGRAMS: dict[str, Program] = {
    "cluster-locked": cluster(protection="locked", database_name="orders", io_optimized=True),
    "cluster-standard": cluster(protection="standard", credentials={"mode": "generated"}, port=6000),
    "cluster-ephemeral": cluster(protection="ephemeral"),
    "database-locked": database(**_EVERYTHING),
    "database-ephemeral": database(protection="ephemeral"),
    "network-locked": network(tiers={"database_mask": 24, "app_mask": 22, "public_mask": 26}, nat="single"),
    "network-standard": network(
        protection="standard",
        availability_zones=["eu-central-1b", "eu-central-1a"],
        tiers={"database_mask": 25},
    ),
    "proxy-standard": with_proxy({}, protection="standard"),
    "backups-locked": with_backups({"copies": {"far": {"region": "eu-west-1"}}}, protection="locked"),
    "global-standard": global_database("eu-central-1", "eu-west-1", protection="standard"),
}
