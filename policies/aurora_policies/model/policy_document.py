"""IAM policy documents: every spelling that Pulumi programs use, read into the same statements.

A document may be a JSON string, an object with `Statement` (one or a list), a bare statement, or the argument
form of `getPolicyDocument` (`statements`, `actions`, `principals`...). Matching follows IAM: `*` and `?` are
wildcards, actions and condition keys ignore case, and `NotAction`, `NotResource` and `NotPrincipal` mean
everything but what they list.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from .values import UNKNOWN, MalformedValue, UnknownValue, Value, holds_unknown, plain, reveal

# Condition keys whose presence ties a statement to known callers, networks or sources.
LIMITING_KEYS = (
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceIp",
    "aws:SourceOrgID",
    "aws:SourceOrgPaths",
    "aws:SourceOwner",
    "aws:SourceVpc",
    "aws:SourceVpcArn",
    "aws:SourceVpce",
    "aws:userid",
    "aws:username",
    "kms:CallerAccount",
    "kms:ViaService",
    "sts:ExternalId",
)

_WORLD_CIDRS = {"0.0.0.0/0", "::/0"}


@cache
def _pattern(wildcard: str) -> re.Pattern[str]:
    parts = (".*" if char == "*" else "." if char == "?" else re.escape(char) for char in wildcard)
    return re.compile("".join(parts), re.IGNORECASE | re.DOTALL)


def matches(wildcard: str, text: str) -> bool:
    """Whether the IAM pattern `wildcard` matches `text` as a whole, whatever the case."""
    return _pattern(wildcard).fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Principal:
    """Who a statement speaks of: `kind` is AWS, Service, Federated, CanonicalUser or `*`."""

    kind: str
    id: str

    @property
    def is_everyone(self) -> bool:
        """Whether it stands for anyone at all: `*`, or AWS `*`, in any spelling."""
        return self.kind in ("*", "AWS") and re.fullmatch(r"\*|arn:[^:]*:iam::\*:.*", self.id) is not None

    @property
    def account(self) -> str:
        """The twelve-digit account of an AWS principal, or an empty string."""
        found = re.fullmatch(r"(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::.*)?", self.id)
        return found.group(1) if found and self.kind == "AWS" else ""

    @property
    def is_account_root(self) -> bool:
        """Whether it is an account as a whole, by number or by its root ARN."""
        return self.kind == "AWS" and re.fullmatch(r"\d{12}|arn:[^:]*:iam::\d{12}:root", self.id) is not None

    @property
    def service(self) -> str:
        """A service principal without its DNS suffix, such as `monitoring.rds`, or an empty string."""
        if self.kind != "Service":
            return ""
        return re.sub(r"\.(amazonaws\.com(\.cn)?|[a-z.]*\.(gov|eu))$", "", self.id)


@dataclass(frozen=True, slots=True)
class Condition:
    """One test of a statement's condition block."""

    operator: str
    key: str
    values: tuple[Any, ...]

    @property
    def restricts(self) -> bool:
        """Whether passing the test needs a value that matches: no negation, no `IfExists`, no mere wildcard."""
        operator = self.operator.lower()
        if operator.startswith("forallvalues:") or operator.endswith("ifexists") or "not" in operator:
            return False
        if operator in ("bool", "null"):
            return False
        known = [value for value in self.values if value is not UNKNOWN]
        return bool(self.values) and not any(_admits_all(str(value)) for value in known)

    def limits(self, *keys: str) -> bool:
        """Whether it really restricts one of `keys`."""
        return self.restricts and self.key.lower() in {key.lower() for key in keys}


def _admits_all(value: str) -> bool:
    return (
        value.strip("*?") == "" or value in _WORLD_CIDRS or re.fullmatch(r"arn:[*](:[*])*", value) is not None
    )


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a policy document. `position` tells which, for messages: its Sid or its number."""

    raw: Mapping[str, Any]
    position: str
    path: str

    @property
    def allows(self) -> bool:
        """Whether its effect is Allow."""
        return str(self._one("Effect", "effect") or "Allow").lower() == "allow"

    @property
    def actions(self) -> tuple[str, ...]:
        return self._texts("Action", "actions", "action")

    @property
    def not_actions(self) -> tuple[str, ...]:
        return self._texts("NotAction", "notActions", "notAction")

    @property
    def resources(self) -> tuple[str, ...]:
        return self._texts("Resource", "resources", "resource")

    @property
    def not_resources(self) -> tuple[str, ...]:
        return self._texts("NotResource", "notResources", "notResource")

    @property
    def principals(self) -> tuple[Principal, ...]:
        return tuple(self._principals("Principal", "principals"))

    @property
    def not_principals(self) -> tuple[Principal, ...]:
        return tuple(self._principals("NotPrincipal", "notPrincipals"))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return tuple(self._conditions())

    def covers(self, action: str) -> bool:
        """Whether the statement speaks of `action`, such as `rds:DeleteDBCluster`."""
        if self.actions:
            return any(matches(pattern, action) for pattern in self.actions)
        excepted = self.not_actions
        return bool(excepted) and not any(matches(pattern, action) for pattern in excepted)

    @property
    def covers_every_action(self) -> bool:
        """Whether it speaks of every action of every service."""
        return any(re.fullmatch(r"[*?]*(:[*?]*)?", action) for action in self.actions)

    @property
    def covers_every_resource(self) -> bool:
        """Whether it speaks of every resource: `*`, an ARN of wildcards only, or NotResource."""
        return bool(self.not_resources) or any(_admits_all(resource) for resource in self.resources)

    @property
    def is_for_everyone(self) -> bool:
        """Whether anyone may use it: principal `*`, or NotPrincipal."""
        return bool(self.not_principals) or any(principal.is_everyone for principal in self.principals)

    def is_limited_by(self, *keys: str) -> bool:
        """Whether a condition on one of `keys`, by default any key that names callers or sources, restricts it."""
        return any(condition.limits(*(keys or LIMITING_KEYS)) for condition in self.conditions)

    def _one(self, *names: str) -> Any:
        for name in names:
            if name in self.raw:
                found = reveal(self.raw[name])
                if found is UNKNOWN:
                    raise UnknownValue(
                        f"`{name}` of {self.position} in `{self.path}` is not known before the update"
                    )
                return found
        return None

    def _texts(self, *names: str) -> tuple[str, ...]:
        found = self._one(*names)
        if found is None:
            return ()
        if holds_unknown(found):
            raise UnknownValue(
                f"`{names[0]}` of {self.position} in `{self.path}` is not known before the update"
            )
        items = plain(found) if isinstance(found, list) else [plain(found)]
        return tuple(item for item in items if isinstance(item, str))

    def _principals(self, name: str, plural: str) -> Iterator[Principal]:
        found = self._one(name, plural)
        if isinstance(found, str):
            yield Principal("*" if found == "*" else "AWS", found)
        elif isinstance(found, Mapping):
            for kind, ids in found.items():
                yield from self._principals_of(kind, ids)
        elif isinstance(found, list):
            for entry in map(reveal, found):
                if isinstance(entry, Mapping):
                    yield from self._principals_of(str(entry.get("type", "AWS")), entry.get("identifiers"))
                elif isinstance(entry, str):
                    yield Principal("*" if entry == "*" else "AWS", entry)

    def _principals_of(self, kind: str, ids: Any) -> Iterator[Principal]:
        if holds_unknown(ids):
            raise UnknownValue(
                f"a principal of {self.position} in `{self.path}` is not known before the update"
            )
        items = plain(ids) if isinstance(reveal(ids), list) else [plain(ids)]
        yield from (Principal(kind, item) for item in items if isinstance(item, str))

    def _conditions(self) -> Iterator[Condition]:
        found = self._one("Condition", "conditions", "condition")
        if isinstance(found, Mapping):
            for operator, tests in found.items():
                tests = reveal(tests)
                if isinstance(tests, Mapping):
                    for key, values in tests.items():
                        yield Condition(str(operator), str(key), _tuple(values))
        elif isinstance(found, list):
            for entry in map(reveal, found):
                if isinstance(entry, Mapping):
                    variable, test = reveal(entry.get("variable")), reveal(entry.get("test"))
                    yield Condition(str(test), str(variable), _tuple(entry.get("values")))


def _tuple(values: Any) -> tuple[Any, ...]:
    values = reveal(values)
    items = values if isinstance(values, list) else [values]
    return tuple(UNKNOWN if holds_unknown(item) else plain(item) for item in items if item is not None)


@dataclass(frozen=True, slots=True)
class PolicyDocument:
    """A parsed policy document; `path` is the property it stands in."""

    statements: tuple[Statement, ...]
    path: str

    @classmethod
    def of(cls, value: Value[Any]) -> "PolicyDocument | None":
        """Read the document in `value`, or return None where there is none.

        Raises:
            UnknownValue: the document as a whole is not known; one built from outputs never is at preview.
            MalformedValue: it is not a policy document.
        """
        raw = reveal(value.raw)
        if value.is_absent:
            return None
        if raw is UNKNOWN:
            raise UnknownValue(f"the policy document in `{value.path}` is not known before the update")
        if isinstance(raw, str):
            try:
                raw = json.loads(raw)
            except ValueError:
                raise MalformedValue(f"`{value.path}` is not a JSON policy document") from None
        if not isinstance(raw, Mapping):
            raise MalformedValue(f"`{value.path}` is not a policy document")
        for key in ("Statement", "statement", "statements"):
            if key in raw:
                listed = reveal(raw[key])
                break
        else:
            listed = raw if ("Effect" in raw or "Action" in raw) else []
        if listed is UNKNOWN:
            raise UnknownValue(f"the statements in `{value.path}` are not known before the update")
        entries = listed if isinstance(listed, list) else [listed]
        return cls(tuple(_statements(entries, value.path)), value.path)

    def allowing(self) -> Iterable[Statement]:
        """Return the statements whose effect is Allow."""
        return [statement for statement in self.statements if statement.allows]


def _statements(entries: list[Any], path: str) -> Iterator[Statement]:
    for number, entry in enumerate(map(reveal, entries), start=1):
        if entry is UNKNOWN:
            yield Statement({"Effect": UNKNOWN}, f"statement {number}", path)
        elif isinstance(entry, Mapping):
            sid = reveal(entry.get("Sid", entry.get("sid")))
            position = f'statement "{sid}"' if isinstance(sid, str) and sid else f"statement {number}"
            yield Statement(entry, position, path)
