"""What a cluster was made with and AWS cannot change: a later update that differs is refused before it does anything.

The provider would replace the cluster, or leave the change undone without a word. The first update records the
values in the state; every later one is compared with them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pulumi import Input, Output, Resource

from ..support.arguments import Problems
from ..support.enums import CredentialMode
from ..support.record import held_to, recorded
from . import engine as facts
from .plan import Plan

_GUIDE = "see the guide changing-a-locked-stack"


@dataclass(frozen=True)
class Identity:
    """The values that the rest of the component takes, each known to be the recorded one."""

    identifier: Output[str]
    family: Output[str]
    """Parameter group family. With it the groups wait for the check of the version."""
    kms_key_arn: Output[str]


def identity(parent: Resource, plan: Plan, kms_key_arn: Output[str]) -> Identity:
    """Record what cannot change, and compare it with what was recorded. A difference ends the preview."""

    def fixed(before: Any, _: str) -> None:
        problems = Problems()
        for path, value in _fixed(plan).items():
            if path in before and before[path] != value:
                problems.add(path, _cannot_change(before[path], value))
        problems.raise_for("AuroraCluster", plan.name)

    def version(before: Any, family: str) -> None:
        problems = Problems()
        if not before.startswith(plan.engine.value):
            problems.add("engine", _cannot_change(before, family))
        elif before != family and not plan.upgrades_major_version:
            problems.add(
                "engine_version",
                f"{plan.version.text} is another major release than {before}; set maintenance."
                "allow_major_version_upgrade and apply_immediately for this update, see the guide upgrades",
            )
        problems.raise_for("AuroraCluster", plan.name)

    def key(before: Any, arn: str) -> None:
        problems = Problems()
        if before != arn:
            problems.add("kms_key_arn", _cannot_change(before, arn))
        problems.raise_for("AuroraCluster", plan.name)

    renew = plan.deletion.allowed
    facts_ = recorded(parent, f"{plan.name}-identity", _fixed(plan), renew=renew)
    release = recorded(
        parent,
        f"{plan.name}-release",
        plan.version.family,
        renew=renew or plan.upgrades_major_version,
    )
    storage_key = recorded(parent, f"{plan.name}-storage-key", kms_key_arn, renew=renew)
    return Identity(
        identifier=held_to(facts_, plan.identifier, fixed),
        family=held_to(release, plan.version.family, version),
        kms_key_arn=held_to(storage_key, kms_key_arn, key),
    )


def _fixed(plan: Plan) -> Mapping[str, Any]:
    """Argument -> value that AWS fixes at creation, as far as it is plain."""
    credentials = plan.args.get("credentials", {})
    fixed: dict[str, Any] = {
        "cluster_name": plan.identifier,
        "engine": plan.engine.value,
        "credentials.mode": plan.credential_mode.value,
    }
    if not plan.is_restored:
        fixed["database_name"] = plan.args.get("database_name", "")
    username: Input[str] = credentials.get("username", facts.DEFAULT_ADMIN_USERNAME)
    if isinstance(username, str) and plan.credential_mode is not CredentialMode.INHERITED:
        fixed["credentials.username"] = username
    return fixed


def _cannot_change(before: str, after: str) -> str:
    given = f"'{before}'" if before else "none"
    return (
        f"was {given} when the cluster was made, and cannot become '{after}': AWS would make a new, empty cluster or "
        f"ignore it. Go back to {given}; to start over on purpose, {_GUIDE}"
    )
