"""Whether a backup selection covers a database: by ARN, by wildcard, by tag or by condition."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial

from .backup import Plan, Selection
from .rds import DbCluster, DbInstance
from .stack import Stack
from .values import Undecided, Value, to_text

Database = DbCluster | DbInstance

# Answers are true, false, or None where it cannot be known before the update.
Answer = bool | None

_TAG = "aws:ResourceTag/"


def covering(database: Database, stack: Stack) -> tuple[tuple[Selection, ...], bool]:
    """Return the selections that cover `database`, and whether others may, which cannot be told yet."""
    answers = [(selection, covers(selection, database, stack)) for selection in _candidates(database, stack)]
    found = tuple(selection for selection, answer in answers if answer)
    return found, any(answer is None for _, answer in answers)


@dataclass(frozen=True, slots=True)
class _Index:
    """Selections by what they pick: a name in a literal ARN, a tag; and those that may pick anything."""

    by_name: Mapping[str, list[Selection]]
    by_tag: Mapping[tuple[str, str], list[Selection]]
    anything: tuple[Selection, ...]


def _candidates(database: Database, stack: Stack) -> list[Selection]:
    """The selections that may cover `database`, in the order of their URNs."""
    index = stack.table(_index)
    found = [*index.anything, *stack.referrers(database, Selection, Selection.resources)]
    identifier, tags = database.identifier, database.tags
    if identifier.is_absent or identifier.is_unknown:
        found += (item for items in index.by_name.values() for item in items)
    else:
        found += index.by_name.get(identifier.get(""), ())
    if tags.is_unknown:
        found += (item for items in index.by_tag.values() for item in items)
    else:
        try:
            pairs = (tags.get() or {}).items()
        except Undecided:
            pairs = {}.items()
        found += (item for pair in pairs for item in index.by_tag.get(pair, ()))
    return [item for _, item in sorted({item.urn: item for item in found}.items())]


def _index(stack: Stack) -> _Index:
    by_name: dict[str, list[Selection]] = defaultdict(list)
    by_tag: dict[tuple[str, str], list[Selection]] = defaultdict(list)
    anything: list[Selection] = []
    for selection in stack.all(Selection):
        try:
            names = _literal_names(selection, stack)
            tags = [_tag_of(block) for block in _blocks(selection.selection_tags)]
        except Undecided:
            names = None
        if names is None or selection.conditions.is_set:
            anything.append(selection)
            continue
        for name in names:
            by_name[name].append(selection)
        for key, value in tags:
            by_tag[key.removeprefix(_TAG), value].append(selection)
    return _Index(by_name, by_tag, tuple(anything))


def _literal_names(selection: Selection, stack: Stack) -> list[str] | None:
    """The last parts of the ARNs that the selection lists, or None where one may be of any resource.

    An unknown one that is computed from a database is found as its referrer.
    """
    names: list[str] = []
    items = list(selection.resources.items())
    unknown = sum(item.is_unknown for item in items)
    if unknown > len(stack.follow(selection.resources, DbCluster, DbInstance).found):
        return None
    for item in items:
        if item.is_unknown:
            continue
        text = item.as_(to_text).get("")
        parts = text.split(":", 6)
        if len(parts) < 7 or any(mark in text for mark in "*?["):
            return None
        names.append(parts[6])
    return names


def plans_of(selections: Iterable[Selection], stack: Stack) -> tuple[tuple[Plan, ...], bool]:
    """Return the plans of `selections` that the stack holds, and whether it lacks one."""
    references = [stack.follow(selection.plan, Plan) for selection in selections]
    found = {plan.urn: plan for reference in references for plan in reference.found}
    return tuple(found.values()), any(reference.outside for reference in references)


def covers(selection: Selection, database: Database, stack: Stack) -> Answer:
    """Whether `selection` covers `database`: a resource or a tag picks it, and nothing excludes it."""
    by_name = _named(selection.resources, database, stack)
    by_tag = _any(_tagged(block, database) for block in _blocks(selection.selection_tags))
    conditions = selection.conditions
    if conditions.is_set:
        by_condition = _all(_conditions(conditions, database))
        picked = by_condition if selection.resources.is_absent else _all([by_name, by_condition])
    else:
        picked = by_name
    excluded = _named(selection.not_resources, database, stack)
    return _all([_any([picked, by_tag]), None if excluded is None else not excluded])


def _named(resources: Value[list[str]], database: Database, stack: Stack) -> Answer:
    if resources.is_absent:
        return False
    named = {found.urn for found in stack.follow(resources, DbCluster, DbInstance).found}
    if database.urn in named:
        return True
    try:
        items = list(resources.items())
    except Undecided:
        return False if named else None
    # What is not known yet is one of the databases that the selection was made of, where there are as many.
    unknown = sum(item.is_unknown for item in items)
    answers: list[Answer] = [_matches(item.as_(to_text), database) for item in items if not item.is_unknown]
    return _any([*answers, None if unknown > len(named) else False])


def _matches(pattern: Value[str], database: Database) -> Answer:
    """Whether an ARN, or a pattern of ARNs, is that of `database`. Only its name may not be known."""
    text = pattern.get("")
    if text == "*":
        return True
    parts = text.split(":", 6)
    kind = "cluster" if isinstance(database, DbCluster) else "db"
    if len(parts) < 7:
        return text.startswith("arn:") and fnmatchcase(f"arn:aws:rds:region:account:{kind}:name", text)
    if not (fnmatchcase("rds", parts[2]) and fnmatchcase(kind, parts[5])):
        return False
    if parts[6] == "*":
        return True
    identifier = database.identifier
    if identifier.is_absent or identifier.is_unknown:
        return None
    return fnmatchcase(identifier.get(""), parts[6])


def _blocks(value: Value[object]) -> Iterable[Value[object]]:
    return () if value.is_absent else value.items()


def _tagged(block: Value[object], database: Database) -> Answer:
    key, value = _tag_of(block)
    return _tag_is(database, key.removeprefix(_TAG), lambda tag: tag == value)


def _tag_of(block: Value[object]) -> tuple[str, str]:
    def first(*names: str) -> str:
        return next((text for name in names if (text := block.at(name, to_text).get(""))), "")

    return first("key", "conditionKey"), first("value", "conditionValue")


def _conditions(conditions: Value[object], database: Database) -> Iterable[Answer]:
    tests: dict[str, Callable[[str, str | None], bool]] = {
        "stringEquals": lambda text, tag: tag == text,
        "stringNotEquals": lambda text, tag: tag != text,
        "stringLikes": lambda text, tag: tag is not None and fnmatchcase(tag, text),
        "stringNotLikes": lambda text, tag: tag is None or not fnmatchcase(tag, text),
        # CloudFormation's spelling of the last two
        "stringLike": lambda text, tag: tag is not None and fnmatchcase(tag, text),
        "stringNotLike": lambda text, tag: tag is None or not fnmatchcase(tag, text),
    }
    for name, test in tests.items():
        for block in _blocks(conditions.at(name)):
            key = (
                block.at("key", to_text).get("") or block.at("conditionKey", to_text).get("")
            ).removeprefix(_TAG)
            text = block.at("value", to_text).get("") or block.at("conditionValue", to_text).get("")
            yield _tag_is(database, key, partial(test, text))


def _tag_is(database: Database, key: str, test: Callable[[str | None], bool]) -> Answer:
    tags = database.tags
    if tags.is_unknown and database.tags.at(key).is_unknown:
        return None
    return test(tags.at(key, to_text).get() if tags.is_unknown else (tags.get() or {}).get(key))


def _any(answers: Iterable[Answer]) -> Answer:
    return _joined(answers, True)


def _all(answers: Iterable[Answer]) -> Answer:
    return _joined(answers, False)


def _joined(answers: Iterable[Answer], decisive: bool) -> Answer:
    """The decisive answer if there is one, else unknown if there is one; what cannot be read is unknown."""
    gathered: list[Answer] = []
    try:
        gathered.extend(answers)
    except Undecided:
        gathered.append(None)
    if decisive in gathered:
        return decisive
    return None if None in gathered else not decisive
