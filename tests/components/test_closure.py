"""Every component under every supported setting stands before the whole pack without a failure."""

from textwrap import indent
from typing import Any

import pytest

from aurora_guard.report.model import Report, Status
from tests.harness.programs import previewed, write_program
from tests.policies.analyzer import PACK

# What is chosen against the advice, for a reason of one's own, and what the pack then rightly says.
CHOSEN = {
    ("pinned", "rds-auto-minor-version-upgrade"),
    ("generated", "rds-managed-master-password"),
    ("upgrading", "rds-blue-green-safety"),  # a switch for one update
    ("multi-region", "kms-key-single-region"),  # its replica is another stack's
}
ROTATION = "arn:aws:lambda:eu-central-1:123456789012:function:rotate"
KEY = "arn:aws:kms:eu-central-1:123456789012:key/1"
ROLE = "arn:aws:iam::123456789012:role"


ENGINES = {"pg": ("aurora-postgresql", "16.8"), "my": ("aurora-mysql", "8.0.mysql_aurora.3.10.4")}
SHAPES: dict[str, dict[str, Any]] = {
    "provisioned": {"default_instance_class": "db.r7g.large"},
    "serverless": {"serverless": {"min_capacity": 0.5, "max_capacity": 4}},
    "pausing": {"serverless": {"min_capacity": 0, "max_capacity": 4, "seconds_until_auto_pause": 600}},
    "mixed": {
        "serverless": {"min_capacity": 2, "max_capacity": 8},
        "instances": {
            "one": {"instance_class": "db.r7g.large"},
            "two": {"instance_class": "db.r7g.large"},
            "reports": {"instance_class": "db.serverless", "promotion_tier": 15},
        },
    },
    "optimised": {"default_instance_class": "db.r7g.large", "io_optimized": True},
}
LEVELS = ("locked", "standard", "ephemeral")
SETTINGS: dict[str, dict[str, Any]] = {
    "generated": {
        "credentials": {
            "mode": "generated",
            "rotation_function_arn": "arn:aws:lambda:eu-central-1:123456789012:function:rotate",
        }
    },
    "rotating": {"credentials": {"rotation_days": 30}},
    "pinned": {"maintenance": {"auto_minor_version_upgrade": False}},
    "upgrading": {"maintenance": {"allow_major_version_upgrade": True, "apply_immediately": True}},
    "scaling": {"reader_scaling": {"min_readers": 1, "max_readers": 3}},
    "endpoints": {"endpoints": {"reports": {"members": ["two"]}}},
    "advanced": {"monitoring": {"insights_mode": "advanced", "enhanced_interval_seconds": 15}},
    "admitting": {"allowed_cidrs": {"office": "10.9.0.0/24"}, "allowed_security_groups": {"app": "sg-app"}},
    "snapshot": {"restore": {"snapshot_identifier": "last"}, "credentials": {"mode": "inherited"}},
    "clone": {
        "restore": {"source_cluster_identifier": "main", "copy_on_write": True},
        "kms_key_arn": "arn:aws:kms:eu-central-1:123456789012:key/1",
    },
    "streaming": {"activity_stream": {}},
    "feature": {"feature_roles": {"s3Import": f"{ROLE}/import"}},
    "own-port": {"port": 6543},
    "aws-backup": {"backup": {"managed_by_aws_backup": True}},
}


def clusters() -> dict[str, dict[str, Any]]:
    """The arguments of every cluster by its name."""
    made: dict[str, dict[str, Any]] = {}
    for short, (engine, version) in ENGINES.items():
        base = {
            "engine": engine,
            "engine_version": version,
            "vpc_id": "vpc-1",
            "subnet_ids": ["subnet-a", "subnet-b"],
            "database_name": "orders",
        }
        for shape, arguments in SHAPES.items():
            for level in LEVELS:
                made[f"{short}-{shape}-{level}"] = {**base, **arguments, "protection": level}
        for name, arguments in SETTINGS.items():
            if short == "my" and name in ("feature", "streaming"):
                continue
            made[f"{short}-{name}"] = {**base, **SHAPES["provisioned"], **arguments}
    made["my-backtrack"] = {**made["my-provisioned-locked"], "backup": {"backtrack_hours": 24}}
    return made


NETWORKS: dict[str, dict[str, Any]] = {
    "plain": {},
    "small": {"availability_zone_count": 2, "protection": "ephemeral"},
    "single-nat": {"tiers": {"database_mask": 24, "app_mask": 22, "public_mask": 26}, "nat": "single"},
    "nat-per-az": {"tiers": {"database_mask": 24, "app_mask": 22, "public_mask": 26}, "nat": "per-az"},
    "dual": {"ipv6": True},
    "endpoints": {
        "interface_endpoints": ["secretsmanager", "kms", "logs", "sts", "rds"],
        "gateway_endpoints": ["s3", "dynamodb"],
    },
    "organisation": {"interface_endpoints": ["kms"], "organization_id": "o-1234567890"},
    "bucket": {"flow_logs": {"destination_bucket_arn": "arn:aws:s3:::flow-logs"}},
    "acl": {"database_nacl": True},
    "adopted": {"adopt": {"vpc_id": "vpc-1", "database_subnet_ids": ["subnet-a", "subnet-b"]}},
}
KEYS: dict[str, dict[str, Any]] = {
    "plain": {},
    "all": {"services": ["rds", "secretsmanager", "logs", "sns", "backup", "kinesis", "ec2", "lambda"]},
    "administered": {
        "administrator_arns": [f"{ROLE}/admin"],
        "user_arns": [f"{ROLE}/user"],
    },
    "multi-region": {"multi_region": True},
    "ephemeral": {"protection": "ephemeral"},
    "adopted": {"existing_key_arn": KEY},
}


def accounts() -> dict[str, dict[str, Any]]:
    """Accounts of one cluster of each engine, with every kind of account."""
    base = {
        "vpc_id": "vpc-1",
        "subnet_ids": ["subnet-a", "subnet-b"],
        "endpoint_security_group_id": "sg-endpoints",
        "accounts": {
            "app": {"access": "writer", "connection_limit": 20},
            "batch": {"access": "reader", "authentication": "password"},
        },
    }
    return {
        f"{short}-{level}": {**base, "engine": ENGINES[short][0], "protection": level}
        for short, level in (("pg", "locked"), ("my", "standard"), ("pg", "ephemeral"))
    }


CONNECTED = "pg-provisioned-locked", "my-provisioned-locked"
"""Clusters whose accounts are made."""


def program() -> str:
    lines = ["from aurora_components import AuroraCluster, DatabaseAccounts, DatabaseKey, Network"]
    lines += [
        f"handle_{name[:2]} = AuroraCluster({f'auroracluster-{name}'!r}, {clusters()[name]!r}).connection"
        for name in CONNECTED
    ]
    lines += [
        f"DatabaseAccounts({f'accounts-{name}'!r}, {{'connection': handle_{name[:2]}, **{arguments!r}}})"
        for name, arguments in accounts().items()
    ]
    others = {name: each for name, each in clusters().items() if name not in CONNECTED}
    for kind, cases in (("AuroraCluster", others), ("Network", NETWORKS), ("DatabaseKey", KEYS)):
        lines += [f"{kind}({f'{kind.lower()}-{name}'!r}, {arguments!r})" for name, arguments in cases.items()]
    return indent("\n".join(lines), "    ")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = write_program(
        tmp_path_factory.mktemp("closure"), program(), config={"aws:region": "eu-central-1"}
    )
    return previewed(folder, PACK)


def test_no_control_fails_under_any_setting(report: Report) -> None:
    failed = [
        f"{finding.control.name} on {name}: {finding.message}"
        for finding in report.findings
        if finding.status is Status.FAIL
        for name in [finding.urn.rsplit("::", 1)[1]]
        if not any(setting in name and finding.control.name == control for setting, control in CHOSEN)
    ]
    assert not failed, "\n".join(failed)


def test_every_setting_was_previewed(report: Report) -> None:
    components = [each.name for each in report.resources if each.type.startswith("aurora:index:")]
    wanted = {f"auroracluster-{name}" for name in clusters()}
    wanted |= {f"accounts-{name}" for name in accounts()}
    wanted |= {f"network-{name}" for name in NETWORKS} | {f"databasekey-{name}" for name in KEYS}
    assert wanted <= set(components)
