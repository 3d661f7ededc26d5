"""IAM policy documents: every spelling that Pulumi programs use, read into the same statements.

A document may be a JSON string (also percent-encoded, as IAM returns it), an object with `Statement` (one or a
list), a bare statement or list of them, or the arguments or the result of `getPolicyDocument` (`statements`,
`actions`, `principals`..., `json`). Matching follows IAM: `*` and `?` are wildcards, actions and condition keys
ignore case, and `NotAction`, `NotResource` and `NotPrincipal` mean everything but what they list.

What is not known, or is no policy, counts only where nothing known settles the question: a statement that allows
`*` does so whatever else it lists. It then raises, and the verdict is *unknown*.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar
from urllib.parse import unquote

from .condition_keys import WHO_OR_WHERE, Proof, admits_strangers, is_wild, proof_of
from .values import UNKNOWN, MalformedValue, Undecided, UnknownValue, Value, holds_unknown, plain, reveal

T = TypeVar("T")

_OPERATORS = {
    *(f"string{test}" for test in ("equals", "notequals", "like", "notlike")),
    *("stringequalsignorecase", "stringnotequalsignorecase"),
    *(
        f"{kind}{test}"
        for kind in ("numeric", "date")
        for test in ("equals", "notequals", "lessthan", "lessthanequals", "greaterthan", "greaterthanequals")
    ),
    *(f"arn{test}" for test in ("equals", "notequals", "like", "notlike")),
    *("bool", "binaryequals", "ipaddress", "notipaddress", "null"),
}

# The tests of an operator that can prove something about a caller: no negation, no number, date, flag or presence.
_PROVING = {"stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress"}

# The DNS suffixes of service principals in all partitions.
_SERVICE_SUFFIX = re.compile(
    r"\.(amazonaws\.(com(\.cn)?|eu)|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$"
)

_PRINCIPAL_KINDS = {kind.lower(): kind for kind in ("AWS", "CanonicalUser", "Federated", "Service")}


@lru_cache(maxsize=65536)
def matches(wildcard: str, text: str) -> bool:
    """Whether the IAM pattern `wildcard` matches `text` as a whole, whatever the case.

    Every `*` takes as little as it can and is never tried again once a later one has matched, so that no pattern makes
    it slow, however many wildcards it has.
    """
    pattern, text = wildcard.lower(), text.lower()
    if len(pattern) - pattern.count("*") > len(text):
        return False
    at = here = 0
    star, taken = -1, 0
    while here < len(text):
        if at < len(pattern) and pattern[at] == "*":
            star, taken = at, here
            at += 1
        elif at < len(pattern) and pattern[at] in ("?", text[here]):
            at, here = at + 1, here + 1
        elif star >= 0:
            taken += 1
            at, here = star + 1, taken
        else:
            return False
    return pattern[at:].strip("*") == ""


def all_hold(*tests: Callable[[], bool]) -> bool:
    """Whether every test holds; one that does not settles it, though another cannot be decided."""
    undecided: Undecided | None = None
    for test in tests:
        try:
            if not test():
                return False
        except Undecided as reason:
            undecided = undecided or reason
    if undecided is not None:
        raise undecided
    return True


def _any(items: Iterable[T | Undecided], test: Callable[[T], bool]) -> bool:
    """Whether `test` holds for one item; one that does settles it, though another is not known."""
    undecided: Undecided | None = None
    for item in items:
        if isinstance(item, Undecided):
            undecided = undecided or item
            continue
        try:
            if test(item):
                return True
        except Undecided as reason:
            undecided = undecided or reason
    if undecided is not None:
        raise undecided
    return False


def those_where(items: Iterable[T | Undecided], test: Callable[[T], bool]) -> list[T]:
    """The items for which `test` holds; what is not known matters only where there are none."""
    found: list[T] = []
    undecided: Undecided | None = None
    for item in items:
        if isinstance(item, Undecided):
            undecided = undecided or item
            continue
        try:
            if test(item):
                found.append(item)
        except Undecided as reason:
            undecided = undecided or reason
    if undecided is not None and not found:
        raise undecided
    return found


def _known(items: Iterable[T | Undecided]) -> Iterator[T]:
    for item in items:
        if isinstance(item, Undecided):
            raise item
        yield item


def _is_open(part: str) -> bool:
    return "*" in part and part.strip("*?") == ""


def _is_every_action(action: str) -> bool:
    """`*`, `*:*` and the like: wildcards only, with room for any service and any action."""
    return all(map(_is_open, action.split(":", 1)))


def _is_every_resource(resource: str) -> bool:
    """`*`, or an ARN that is open in its service and its resource, whatever its partition, Region and account."""
    kind, *parts = resource.split(":", 5)
    if not parts:
        return _is_open(kind)
    return kind.lower() == "arn" and all(map(_is_open, (*parts[1:2], parts[-1])))


# What no pattern names: only a wildcard matches it.
_SOME = "\0" * 64


def _is_every(resource: str, service: str, kind: str) -> bool:
    """Whether the pattern matches every resource of one kind, at least in one Region and account."""
    if _is_every_resource(resource):
        return True
    parts = resource.split(":", 5)
    if len(parts) < 6:
        return matches(resource, f"arn:aws:{service}:{_SOME}:{_SOME}:{kind}{_SOME}")
    partition, region, account = ("aws" if is_wild(part) else part for part in (parts[1], parts[3], parts[4]))
    return matches(resource, f"arn:{partition}:{service}:{region}:{account}:{kind}{_SOME}")


@dataclass(frozen=True, slots=True)
class Principal:
    """Who a statement speaks of: `kind` is AWS, Service, Federated, CanonicalUser or `*`."""

    kind: str
    id: str

    @property
    def is_everyone(self) -> bool:
        """Whether it stands for anyone at all: `*`, or a principal of any account, in any spelling."""
        if self.id and self.id.strip("*?") == "":
            return True
        return re.fullmatch(r"arn:[*?]+|arn:[^:]*:[^:]*:[^:]*:[*?]+(:.*)?", self.id) is not None

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
        return _SERVICE_SUFFIX.sub("", self.id.lower()) if self.kind == "Service" else ""


@dataclass(frozen=True, slots=True)
class Condition:
    """One test of a statement's condition block. Unknown among `values` is what the update will tell."""

    operator: str
    key: str
    values: tuple[Any, ...]

    @property
    def test(self) -> str:
        """The operator in lower case, without `ForAllValues:`, `ForAnyValue:` and `IfExists`.

        Raises:
            MalformedValue: IAM has no such operator.
        """
        name = re.sub(r"^for(all|any)values?:|ifexists$", "", self.operator.lower())
        if name not in _OPERATORS:
            raise MalformedValue(f"`{self.operator}` is not an operator of IAM conditions")
        return name

    @property
    def passes_without_key(self) -> bool:
        """Whether a request that does not have the key passes: `IfExists` and `ForAllValues`."""
        operator = self.operator.lower()
        return operator.startswith("forallvalues:") or operator.endswith("ifexists")

    @property
    def narrows(self) -> bool:
        """Whether a request that has the key must match: no negation, no mere presence, no value that admits all."""
        if self.test in ("bool", "null") or "not" in self.test:
            return False
        known = [value for value in self.values if value is not UNKNOWN]
        return bool(self.values) and not any(admits_strangers(self.key, _text(value)) for value in known)

    @property
    def proof(self) -> Proof:
        """What the test proves about a caller who passes it, with values that admit no strangers."""
        return proof_of(self.key) if self.test in _PROVING and self.narrows else Proof.NOTHING

    @property
    def restricts(self) -> bool:
        """Whether passing the test needs a value that matches: no negation, no `IfExists`, no mere wildcard."""
        return not self.passes_without_key and self.narrows

    def limits(self, *keys: str) -> bool:
        """Whether it really restricts one of `keys`."""
        return self.key.lower() in {key.lower() for key in keys} and self.restricts


def _text(value: Any) -> str:
    """A value of a condition as text; an account id that was not quoted arrives as a float."""
    if isinstance(value, float) and value.is_integer():
        return f"{int(value):012d}"
    return str(value)


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a policy document.

    `position` tells which, for messages: its Sid or its number. `path` is the property of the document. `reason`
    is why the whole statement cannot be read. Every question below raises where the answer is not known.
    """

    raw: Mapping[str, Any]
    position: str
    path: str
    secret: bool = False
    reason: Undecided | None = None
    # What was read of it, by element: a dozen controls ask the same of each statement.
    _read: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def allows(self) -> bool:
        """Whether its effect is Allow, which is also what getPolicyDocument assumes."""
        for effect in self._given("effect"):
            if effect is UNKNOWN:
                raise self._unknown("Effect")
            if not isinstance(effect, str) or effect.lower() not in ("allow", "deny"):
                raise MalformedValue(
                    f"`Effect` of {self.position} in `{self.path}` is neither Allow nor Deny"
                )
            return effect.lower() == "allow"
        return True

    @property
    def sid(self) -> str:
        """Its Sid, or an empty string where it has none or none that is known."""
        found = self._given("sid")
        return found[0] if found and isinstance(found[0], str) else ""

    @property
    def actions(self) -> tuple[str, ...]:
        return tuple(_known(self._texts("action")))

    @property
    def not_actions(self) -> tuple[str, ...]:
        return tuple(_known(self._texts("notaction")))

    @property
    def resources(self) -> tuple[str, ...]:
        return tuple(_known(self._texts("resource")))

    @property
    def not_resources(self) -> tuple[str, ...]:
        return tuple(_known(self._texts("notresource")))

    @property
    def principals(self) -> tuple[Principal, ...]:
        return tuple(_known(self._principals("principal")))

    @property
    def not_principals(self) -> tuple[Principal, ...]:
        return tuple(_known(self._principals("notprincipal")))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return tuple(_known(self._conditions()))

    def has(self, element: str) -> bool:
        """Whether the statement has an element, such as `NotAction`, known or not."""
        return bool(self._given(element.lower()))

    def covers(self, action: str) -> bool:
        """Whether the statement speaks of `action`, such as `rds:DeleteDBCluster`."""
        return self.covers_any(action)

    def covers_any(self, *actions: str) -> bool:
        """Whether the statement speaks of at least one of `actions`."""
        named = _any(self._texts("action"), lambda pattern: any(matches(pattern, item) for item in actions))
        return named or (self.has("NotAction") and not all(map(self._excepts, actions)))

    def _excepts(self, action: str) -> bool:
        return _any(self._texts("notaction"), lambda pattern: matches(pattern, action))

    @property
    def covers_every_action(self) -> bool:
        """Whether it speaks of every action of every service."""
        return _any(self._texts("action"), _is_every_action)

    @property
    def covers_every_resource(self) -> bool:
        """Whether it speaks of every resource: `*`, an ARN of wildcards only, or NotResource."""
        return self.has("NotResource") or _any(self._texts("resource"), _is_every_resource)

    def covers_every(self, service: str, kind: str) -> bool:
        """Whether it speaks of every resource of a kind, such as `role/` of `iam`, by `*` or by a wildcard ARN."""
        return self.has("NotResource") or _any(
            self._texts("resource"), lambda resource: _is_every(resource, service, kind)
        )

    def actions_where(self, test: Callable[[str], bool]) -> list[str]:
        """The actions that pass `test`; not knowing all of them matters only where none does."""
        return those_where(self._texts("action"), test)

    def resources_where(self, test: Callable[[str], bool]) -> list[str]:
        """The resources that pass `test`; not knowing all of them matters only where none does."""
        return those_where(self._texts("resource"), test)

    def principals_where(self, test: Callable[[Principal], bool]) -> list[Principal]:
        """The principals that pass `test`; not knowing all of them matters only where none does."""
        return those_where(self._principals("principal"), test)

    @property
    def is_for_everyone(self) -> bool:
        """Whether anyone may use it: principal `*`, or NotPrincipal."""
        return self.has("NotPrincipal") or _any(
            self._principals("principal"), lambda principal: principal.is_everyone
        )

    def is_limited_by(self, *keys: str) -> bool:
        """Whether a condition on one of `keys` really restricts it."""
        wanted = {key.lower() for key in keys}
        return self.is_restricted(lambda condition: condition.key.lower() in wanted)

    @property
    def is_limited_to_known_callers(self) -> bool:
        """Whether a condition proves who the caller is or where the request comes from."""
        return self.is_restricted(lambda condition: condition.proof in WHO_OR_WHERE)

    def is_restricted(self, about: Callable[[Condition], bool] = lambda condition: True) -> bool:
        """Whether one of the conditions `about` something really restricts it.

        `IfExists` and `ForAllValues` do where a `Null` condition sees to it that the key is there.
        """

        def restricts(condition: Condition) -> bool:
            if not about(condition) or not condition.narrows:
                return False
            return not condition.passes_without_key or self._requires(condition.key)

        return _any(self._conditions(), restricts)

    def quoted(self, items: Iterable[str]) -> str:
        """Contents of the statement for a message; of a document that is secret they are not shown."""
        return "[secret]" if self.secret else ", ".join(f"`{item}`" for item in items)

    def _requires(self, key: str) -> bool:
        """Whether a `Null` condition refuses requests without `key`."""
        return _any(
            self._conditions(),
            lambda other: (
                other.operator.lower() == "null"
                and other.key.lower() == key.lower()
                and [str(value).lower() for value in other.values] == ["false"]
            ),
        )

    def _given(self, element: str) -> list[Any]:
        """What the statement has for an element, in whatever case, singular or plural; null is nothing."""
        if self.reason is not None:
            raise self.reason.with_traceback(None)  # it is raised again for each resource with this document
        known: list[Any] | None = self._read.get(element)
        if known is None:
            names = (element, f"{element}s")
            found = (
                reveal(item) for name, item in self.raw.items() if name.lower().replace("_", "") in names
            )
            known = self._read[element] = [item for item in found if item is not None]
        return known

    def _unknown(self, element: str) -> UnknownValue:
        return UnknownValue(f"`{element}` of {self.position} in `{self.path}` is not known before the update")

    def _malformed(self, element: str) -> MalformedValue:
        return MalformedValue(f"{self.position} in `{self.path}` has no valid `{element}`")

    def _texts(self, element: str) -> Iterable[str | Undecided]:
        key = f"texts of {element}"
        known: list[str | Undecided] | None = self._read.get(key)
        if known is None:
            known = list(self._read_texts(element))
            if all(isinstance(item, str) for item in known):  # an exception is raised once only
                self._read[key] = known
        return known

    def _read_texts(self, element: str) -> Iterator[str | Undecided]:
        name = _ELEMENTS[element]
        for given in self._given(element):
            for item in map(reveal, given if isinstance(given, list) else [given]):
                if isinstance(item, str):
                    yield item
                else:
                    yield self._unknown(name) if item is UNKNOWN else self._malformed(name)

    def _principals(self, element: str) -> Iterator[Principal | Undecided]:
        for given in self._given(element):
            for entry in map(reveal, given if isinstance(given, list) else [given]):
                if isinstance(entry, str):
                    yield Principal("*" if entry == "*" else "AWS", entry)
                elif not isinstance(entry, Mapping):
                    name = _ELEMENTS[element]
                    yield self._unknown(name) if entry is UNKNOWN else self._malformed(name)
                elif "identifiers" in entry:
                    yield from self._principals_of(reveal(entry.get("type", "AWS")), entry["identifiers"])
                else:
                    for kind, ids in entry.items():
                        yield from self._principals_of(kind, ids)

    def _principals_of(self, kind: Any, ids: Any) -> Iterator[Principal | Undecided]:
        ids = reveal(ids)
        for item in map(reveal, ids if isinstance(ids, list) else [ids]):
            if item is UNKNOWN or kind is UNKNOWN:
                yield self._unknown("Principal")
            elif isinstance(kind, str) and isinstance(item, str):
                yield Principal(_PRINCIPAL_KINDS.get(kind.lower(), kind), item)
            elif isinstance(item, (int, float)) and not isinstance(item, bool) and item == item // 1:
                # An account id that was not quoted, which costs it its leading zeros.
                yield Principal("AWS", f"{int(item):012d}")
            else:
                yield self._malformed("Principal")

    def _conditions(self) -> Iterator[Condition | Undecided]:
        for given in self._given("condition"):
            for entry in map(reveal, given if isinstance(given, list) else [given]):
                if not isinstance(entry, Mapping):
                    yield self._unknown("Condition") if entry is UNKNOWN else self._malformed("Condition")
                elif "variable" in entry:
                    operator, key = reveal(entry.get("test")), reveal(entry["variable"])
                    if isinstance(operator, str) and isinstance(key, str):
                        yield Condition(operator, key, _condition_values(entry.get("values")))
                    else:
                        yield self._unknown("Condition")
                else:
                    for operator, tests in entry.items():
                        yield from self._conditions_of(operator, reveal(tests))

    def _conditions_of(self, operator: str, tests: Any) -> Iterator[Condition | Undecided]:
        if isinstance(tests, Mapping):
            for key, values in tests.items():
                yield Condition(operator, key, _condition_values(values))
        else:
            yield self._unknown("Condition") if tests is UNKNOWN else self._malformed("Condition")


_ELEMENTS = {
    name.lower(): name
    for name in ("Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal")
}


def _condition_values(values: Any) -> tuple[Any, ...]:
    values = reveal(values)
    items = values if isinstance(values, list) else [values]
    return tuple(UNKNOWN if holds_unknown(item) else plain(item) for item in items if item is not None)


@dataclass(frozen=True, slots=True)
class PolicyDocument:
    """A parsed policy document; `path` is the property it stands in.

    `version` is the one it states, the default of its form, or empty where it is not known.
    """

    statements: tuple[Statement, ...]
    path: str
    version: str = ""

    @classmethod
    def of(cls, value: Value[Any]) -> "PolicyDocument | None":
        """Read the document in `value`, or return None where there is none.

        Raises:
            UnknownValue: the document as a whole is not known; one built from outputs never is at preview.
            MalformedValue: it is not a policy document.
        """
        if value.is_absent:
            return None
        raw = reveal(value.raw)
        secret = value.secret or raw is not value.raw
        return (
            _document_of_text(raw, value.path, secret)
            if isinstance(raw, str)
            else _document(raw, value.path, secret)
        )

    def allowing(self) -> Iterable[Statement]:
        """Return the statements whose effect is Allow."""
        return [statement for statement in self.statements if statement.allows]


def _document(raw: Any, path: str, secret: bool) -> PolicyDocument:
    return PolicyDocument(tuple(_statements(_listed(raw, path), path, secret)), path, _version(raw, path))


# A dozen controls read the same document, and many resources have equal ones.
_document_of_text = lru_cache(maxsize=512)(_document)


def _listed(raw: Any, path: str) -> list[Any]:
    """The statements in a document of whatever form."""
    if raw is UNKNOWN:
        raise UnknownValue(f"the policy document in `{path}` is not known before the update")
    if isinstance(raw, str):
        raw = _parsed(raw, path)
    if isinstance(raw, list):
        entries = [reveal(entry) for entry in raw]
        if len(entries) == 1 and isinstance(entries[0], Mapping) and not _is_statement(entries[0]):
            return _listed(entries[0], path)
        return entries
    if not isinstance(raw, Mapping):
        raise MalformedValue(f"`{path}` is not a policy document")
    for key, item in raw.items():
        if key.lower() in ("statement", "statements") and (listed := reveal(item)) is not None:
            if listed is UNKNOWN:
                raise UnknownValue(f"the statements in `{path}` are not known before the update")
            return listed if isinstance(listed, list) else [listed]
    if _is_statement(raw):
        return [raw]
    if (text := reveal(raw.get("json"))) is UNKNOWN or (isinstance(text, str) and text):
        return _listed(text, path)
    raise MalformedValue(f"`{path}` is a policy document without statements")


def _version(raw: Any, path: str) -> str:
    if isinstance(raw, str):
        raw = _parsed(raw, path)
    if isinstance(raw, list):
        raw = reveal(raw[0]) if len(raw) == 1 else None
    if not isinstance(raw, Mapping):
        return ""
    text = reveal(raw.get("json"))
    if isinstance(text, str) and text and not any(key.lower().startswith("statement") for key in raw):
        return _version(text, path)
    named = reveal(raw.get("Version", raw.get("version")))
    if named is None:
        # getPolicyDocument states the version; IAM takes a document without one for the old one.
        return "2012-10-17" if "statements" in raw else "2008-10-17"
    return named if isinstance(named, str) else ""


def _is_statement(raw: Mapping[str, Any]) -> bool:
    return any(key.lower() in ("effect", "action", "actions", "notaction", "notactions") for key in raw)


_LAST_COMMA = re.compile(r",(\s*[}\]])")


def _parsed(text: str, path: str) -> Any:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            # JSON leaves open which of the two counts.
            raise MalformedValue(f"`{path}` is a policy document that states a key twice")
        return found

    text = text.strip("\ufeff \t\r\n")
    if text[:3].lower() in ("%7b", "%5b"):
        text = unquote(text)
    # IAM refuses a comma after the last item, but what the document means to allow is plain all the same.
    for spelling in (text, _LAST_COMMA.sub(r"\1", text)):
        try:
            return json.loads(spelling, object_pairs_hook=unique)
        except (ValueError, RecursionError):
            continue
    raise MalformedValue(f"`{path}` is not a JSON policy document")


def _statements(entries: list[Any], path: str, secret: bool) -> Iterator[Statement]:
    for number, entry in enumerate(map(reveal, entries), start=1):
        position = f"statement {number}"
        if isinstance(entry, Mapping):
            sid = reveal(entry.get("Sid", entry.get("sid")))
            named = isinstance(sid, str) and sid and not secret
            yield Statement(entry, f'statement "{sid}"' if named else position, path, secret)
        elif entry is UNKNOWN:
            unknown = UnknownValue(f"{position} in `{path}` is not known before the update")
            yield Statement({}, position, path, secret, unknown)
        else:
            yield Statement({}, position, path, secret, MalformedValue(f"{position} in `{path}` is none"))
