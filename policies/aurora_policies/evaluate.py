"""Controls over resources and stacks: who is judged by what, and the verdict of each."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from .agreement import agreed
from .controls.control import Control, Verdict, decide, not_applicable, unknown
from .messages import presentable
from .model import Resource, Stack, Undecided, View
from .model.rds import ClusterInstance, DbCluster, DbInstance, DbProxy, GlobalCluster, ShardGroup
from .model.values import secret_texts

_DATABASES = (DbCluster, ClusterInstance, DbInstance, GlobalCluster, ShardGroup, DbProxy)


def has_database(stack: Stack) -> bool:
    """Whether the stack has a database of this catalogue: a cluster, an instance, or a proxy before one."""
    return any(_is_in_scope(view) for kind in _DATABASES for view in stack.all(kind))


def _is_in_scope(view: View) -> bool:
    try:
        return not view.out_of_scope
    except Undecided:
        return True


@cache
def resource_controls(controls: tuple[Control, ...], token: str) -> tuple[Control, ...]:
    """Return the controls that judge single resources of the type `token`; those that yield to others come last."""
    applying = (item for item in controls if not item.needs_stack and token in item.types)
    return tuple(sorted(applying, key=lambda item: len(item.yields_to)))


def subject_of(control: Control, resource: Resource) -> View | None:
    """Return `resource` as the control's subject, or None where the control is about something else."""
    for kind in control.subjects:
        if (view := kind.of(resource)) is not None:
            return view
    return None


def judge(control: Control, subject: View | None, stack: Stack | None, settings: Any) -> Verdict:
    """Let `control` judge one subject. Never raises: a control that fails is a finding about the control.

    Where the stack leaves open what a property names, the verdict is the one on which every possibility agrees.
    """
    if stack is None:
        return _judge_once(control, subject, None, settings)
    return agreed(lambda: _judge_once(control, subject, stack, settings), stack.assumptions, stack.name_of)


def _judge_once(control: Control, subject: View | None, stack: Stack | None, settings: Any) -> Verdict:
    arguments: list[Any] = [] if subject is None else [subject]
    if control.needs_stack:
        arguments.append(stack)
    if control.settings_fields:
        arguments.append(settings)
    try:
        return presentable(decide(_judge_in_scope, control, subject, arguments), _secrets(subject, stack))
    except Exception as error:
        return unknown(f"the control itself failed with {type(error).__name__}; please report this")


# The texts that each stack marks as a secret, while the stack is judged.
_STACK_SECRETS: WeakKeyDictionary[Stack, frozenset[str]] = WeakKeyDictionary()


def _secrets(subject: View | None, stack: Stack | None) -> frozenset[str]:
    """The texts that no message about the subject may show."""
    if stack is not None:
        if stack not in _STACK_SECRETS:
            texts = (text for each in stack.resources for text in secret_texts(each.properties))
            _STACK_SECRETS[stack] = frozenset(texts)
        return _STACK_SECRETS[stack]
    return frozenset(secret_texts(subject.resource.properties)) if subject is not None else frozenset()


def _judge_in_scope(control: Control, subject: View | None, arguments: list[Any]) -> Verdict:
    if subject is not None and (reason := subject.out_of_scope):
        return not_applicable(reason)
    return control.judge(*arguments)


def judge_resource(control: Control, resource: Resource, settings: Any) -> Verdict:
    """Judge one resource by a control that needs nothing else."""
    subject = subject_of(control, resource)
    if subject is None:
        return not_applicable(not_a_subject(control))
    return judge(control, subject, None, settings)


def judge_stack(control: Control, stack: Stack, settings: Any) -> Iterator[tuple[str, Verdict]]:
    """Judge a stack; yield the URN and the verdict of each subject, or of the stack itself under URN ""."""
    if not control.subjects:
        yield "", judge(control, None, stack, settings)
        return
    for subject in subjects_in(control, stack):
        yield subject.urn, judge(control, subject, stack, settings)


def subjects_in(control: Control, stack: Stack) -> Iterable[View]:
    """Return what `control` judges in `stack`, each once, in the order of the URNs."""
    found: dict[str, View] = {}
    for kind in control.subjects:
        for view in stack.all(kind):
            found.setdefault(view.urn, view)
    return [found[urn] for urn in sorted(found)]


@cache
def not_a_subject(control: Control) -> str:
    """The reason why a resource of another kind is none of the control's business."""
    nouns = list(dict.fromkeys(plural(kind.NOUN) for kind in control.subjects)) or ["the stack as a whole"]
    return f"judges {nouns[0] if len(nouns) == 1 else ', '.join(nouns[:-1]) + ' and ' + nouns[-1]} only"


def plural(noun: str) -> str:
    """More than one of `noun`: `RDS Proxies`, `KMS keys with imported material`, `lists of policies`."""
    for joint in (" of ", " with "):
        if joint in noun:
            head, _, detail = noun.partition(joint)
            return f"{plural(head)}{joint}{detail}"
    if noun.endswith("y"):
        return f"{noun[:-1]}ies" if noun[-2] not in "aeiou" else f"{noun}s"
    return noun if noun.endswith("s") else f"{noun}s"
