"""The canonical configurations: what most programs look like. Their names are frozen, and they run in any partition."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aurora_components import AuroraDatabase, GlobalDatabase

POSTGRESQL: dict[str, Any] = {"engine": "aurora-postgresql", "engine_version": "16.8"}
MYSQL: dict[str, Any] = {"engine": "aurora-mysql", "engine_version": "8.0.mysql_aurora.3.10.4"}


CERTIFICATES = "-----BEGIN CERTIFICATE-----\nof a region that the package's bundle does not know\n"


@dataclass(frozen=True)
class Place:
    """Where a stack runs, and another region of the same partition."""

    partition: str
    region: str
    elsewhere: str


PLACES = (
    Place("aws", "eu-central-1", "eu-west-1"),
    Place("aws-cn", "cn-north-1", "cn-northwest-1"),
    Place("aws-us-gov", "us-gov-west-1", "us-gov-east-1"),
)


def everything(elsewhere: str) -> dict[str, Any]:
    """Every part there is, and every feature that works in every partition."""
    return {
        "database_name": "orders",
        "default_instance_class": "db.r7g.large",
        "instances": {"one": {}, "two": {}, "three": {"promotion_tier": 2}},
        "endpoints": {"reporting": {"members": ["three"]}},
        "reader_scaling": {
            "min_readers": 0,
            "max_readers": 4,
            "schedules": {"night": {"schedule": "cron(0 22 * * ? *)", "max_readers": 1}},
        },
        "data_api": True,
        "credentials": {"rotation_days": 30},
        "allowed_cidrs": {"office": "10.9.0.0/24"},
        "feature_policies": {"Lambda": '{"Version": "2012-10-17", "Statement": []}'},
        "network": {
            "tiers": {"database_mask": 24, "app_mask": 22, "public_mask": 26},
            "nat": "per-az",
            "ipv6": True,
            "interface_endpoints": ["kms", "lambda", "rds", "secretsmanager", "sts"],
            "database_nacl": True,
        },
        "proxy": {"read_only_endpoint": True},
        "observability": {"email_addresses": {"team": "orders@example.com"}},
        "applications": {
            "shop": {"access": "writer", "role_names": {"task": "shop-task"}},
            "migrations": {"data_api": True, "read_admin_secret": True},
            "reports": {"source_cidrs": {"vpn": "10.8.0.0/24"}},
        },
        "accounts": {
            "accounts": {"batch": {"access": "reader", "authentication": "password"}},
            "ca_certificates": CERTIFICATES,
        },
        "backup_plan": {"copies": {"elsewhere": {"region": elsewhere}}, "restore_testing": {}},
        "access_host": {},
        "personas": {"viewer_role_names": {"team": "team"}, "admin_resource_tags": {"team": "orders"}},
    }


def _database(**args: Any) -> None:
    AuroraDatabase("orders", args)


def _global(place: Place) -> None:
    member = {
        "vpc_id": "vpc-1",
        "subnet_ids": ["subnet-1", "subnet-2"],
        "default_instance_class": "db.r7g.large",
    }
    GlobalDatabase(
        "orders",
        {
            **POSTGRESQL,
            "primary_region": place.region,
            "members": {place.region: member, place.elsewhere: {**member, "write_forwarding": True}},
        },
    )


CONFIGURATIONS: dict[str, Callable[[Place], None]] = {
    "database_smallest": lambda place: _database(**POSTGRESQL),
    "database_ephemeral": lambda place: _database(**MYSQL, protection="ephemeral"),
    "database_everything": lambda place: _database(**POSTGRESQL, **everything(place.elsewhere)),
    "database_adopting": lambda place: _database(
        **MYSQL,
        network={"adopt": {"vpc_id": "vpc-1", "database_subnet_ids": ["subnet-1", "subnet-2"]}},
        key={"existing_key_arn": f"arn:{place.partition}:kms:{place.region}:123456789012:key/1234"},
    ),
    "database_restored": lambda place: _database(
        **POSTGRESQL, restore={"snapshot_identifier": "orders-before"}
    ),
    "database_streaming": lambda place: _database(
        **MYSQL,
        default_instance_class="db.r7g.large",
        network={"interface_endpoints": ["kms"]},
        **({"activity_stream": {}} if place.partition == "aws" else {}),  # offered nowhere else
    ),
    "global_two_regions": _global,
}
"""Name -> program."""
