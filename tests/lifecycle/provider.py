"""A stand-in for the AWS provider: Check, Diff, Create, Update, Delete and Read, against an `Account`.

Which properties replace a resource, and which keep their value when the program no longer names them, is the table
`provider_properties` of the facts; each of its rows names its source. Differences from the provider:

- a property that is in no row changes in place;
- blocks are compared as a whole, lists in their order;
- waiting, retries and eventual consistency do not exist.
"""

from dataclasses import dataclass
from typing import Any

from pulumi.runtime import mocks

from aurora_guard.engine.defaults import NAMED
from aurora_guard.engine.wire import UNKNOWN, has_unknown, reveal
from aurora_policies import facts
from tests.components.recording import World
from tests.lifecycle.account import NAMES, Account, Properties, Refused, Thing

TABLE: dict[str, Any] = facts.load("provider_properties").data

STASH = "pulumi:index:Stash"

_NOT_KEPT = ("masterPasswordWo", "secretStringWo")
"""Write-only: no difference in them counts, only one in their version."""


@dataclass(frozen=True)
class Diff:
    """The top-level properties that change, and those of them that replace the resource."""

    changed: frozenset[str]
    replacing: frozenset[str]


class Provider:
    """The provider of one account."""

    def __init__(self, account: Account, region: str) -> None:
        self.account = account
        self._world = World(region, "aws", {})
        self._region = region
        self._number = 0

    def named(self, type_: str, name: str, inputs: Properties, old: Properties | None) -> Properties:
        """`inputs` with the name that Check makes up: the old one, or one that no other resource has."""
        key = NAMED.get(type_)
        if key is None or key in inputs or f"{key}Prefix" in inputs:
            return inputs
        if old is not None and old.get(key):
            return {**inputs, key: old[key]}
        self._number += 1
        made = f"{name}-{self._number:07x}"
        return {**inputs, key: made.lower() if type_.startswith("aws:rds/") else made}

    def diff(self, type_: str, old: Properties, new: Properties) -> Diff:
        """`old` is the state, `new` the inputs of the program."""
        if type_ == STASH:
            changed = frozenset({"input"} if reveal(old.get("input")) != reveal(new.get("input")) else ())
            return Diff(changed, frozenset())
        old, new = reveal(old), reveal(new)
        row = TABLE.get(type_, {"replaces": [], "keeps": []})
        keeps = {*row["keeps"], *_computed(old)}
        changed_keys = {
            key
            for key in {*old, *new} - {*_NOT_KEPT}
            if _differs(old.get(key), new.get(key)) and not (key not in new and key in keeps)
        }
        return Diff(frozenset(changed_keys), frozenset(changed_keys & {*row["replaces"], "region"}))

    def create(self, type_: str, name: str, inputs: Properties) -> tuple[str, Properties]:
        """Id and outputs of a new resource. Raises Refused."""
        if type_ == STASH:
            return "stash", {"input": inputs.get("input"), "output": inputs.get("input")}
        plain = reveal(inputs)
        assert not has_unknown(plain), f"{type_} {name} is created with an unknown: {plain}"
        self._number += 1
        physical = plain.get(NAMES.get(type_, "")) or f"{name}-{self._number:x}"
        outputs = self._outputs(type_, name, str(physical), inputs)
        region = str(plain.get("region") or self._region)
        self.account.create(Thing(type_, str(physical), region, {**outputs, **plain}))
        return str(physical), outputs

    def update(
        self, type_: str, id_: str, old: Properties, new: Properties, changed: frozenset[str]
    ) -> Properties:
        """Outputs after an update in place. Raises Refused."""
        if type_ == STASH:
            return {**old, "input": new.get("input")}
        thing = self.account.get(type_, id_)
        gone = {key for key in changed if key not in new}
        outputs = {key: value for key, value in {**old, **new}.items() if key not in gone}
        self.account.update(thing, {**reveal(outputs)}, set(changed))
        return {key: value for key, value in outputs.items() if key not in _NOT_KEPT}

    def delete(self, type_: str, id_: str) -> None:
        """Raises Refused."""
        if type_ == STASH:
            return
        for thing in self.account.of(type_):
            if thing.id == id_:
                self.account.delete(thing)

    def read(self, type_: str, id_: str) -> Properties:
        """The state of a resource that exists, for an import. Raises Refused."""
        return dict(self.account.get(type_, id_).properties)

    def _outputs(self, type_: str, name: str, physical: str, inputs: Properties) -> Properties:
        args = mocks.MockResourceArgs(type_, name, {**inputs}, "", "", True)
        _, computed = self._world.new_resource(args)
        id_of_arn = str(computed.get("arn", "")).replace(f"/{name}", f"/{physical}")
        outputs = {**computed, "arn": id_of_arn, **inputs, "id": physical}
        return {key: value for key, value in outputs.items() if key not in _NOT_KEPT}


def _computed(old: Properties) -> set[str]:
    """What only AWS sets: it is in no program, so its absence there means nothing."""
    return {*old} & {
        "arn", "id", "endpoint", "readerEndpoint", "clusterResourceId", "engineVersionActual", "hostedZoneId",
        "masterUserSecrets", "keyId", "ipv6CidrBlock", "defaultSecurityGroupId", "port", "name",
        "cidrBlock", "recoveryPoints",
    }  # fmt: skip


def _differs(old: Any, new: Any) -> bool:
    if new == UNKNOWN or has_unknown(new):
        return True
    return _normal(old) != _normal(new)


def _normal(value: Any) -> Any:
    """What is false, zero or empty is the same as absent, as for the provider."""
    if isinstance(value, dict):
        return {key: _normal(each) for key, each in value.items() if _normal(each) is not None} or None
    if isinstance(value, list):
        return [_normal(each) for each in value] or None
    return value or None


__all__ = ["STASH", "TABLE", "Diff", "Provider", "Refused"]
