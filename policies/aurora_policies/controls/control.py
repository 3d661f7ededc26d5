"""What a control is, and the helper functions that a control is written with."""

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from enum import StrEnum
from typing import Any, get_args

from ..model import NOT_YET, NotExpressible, Property, Stack, Undecided, Value, View
from ..nearest import nearest


class Severity(StrEnum):
    """How much harm a violation allows; most severe first."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Level(StrEnum):
    """What happens on a violation; Pulumi's own enforcement levels."""

    MANDATORY = "mandatory"
    ADVISORY = "advisory"
    REMEDIATE = "remediate"
    DISABLED = "disabled"


class Scope(StrEnum):
    """Which resources a control is about."""

    DATABASE = "database"
    """A database, or what is connected to one."""

    STACK = "stack"
    """Every resource of its type, in any stack."""

    ACCOUNT = "account"
    """Something that an account has once, such as Security Hub. Off unless asked for."""


class Status(StrEnum):
    """The outcome of one control on one resource."""

    FAIL = "fail"
    UNKNOWN = "unknown"
    EXEMPT = "exempt"
    PASS = "pass"
    NOT_APPLICABLE = "not-applicable"


# A page of the Aurora user guide, such as `Aurora.Managing.Backups`, or any address.
_SOURCE = re.compile(r"https://[\w.-]+/\S*|[A-Za-z][\w.-]*(?<!\.html)(#[\w.-]+)?")

# The fourteen topics of the Aurora security guide.
TOPICS = (
    "authentication",
    "password-management",
    "data-protection",
    "iam",
    "logging-and-monitoring",
    "compliance",
    "resilience",
    "infrastructure-security",
    "privatelink",
    "best-practices",
    "security-groups",
    "master-user-privileges",
    "service-linked-roles",
    "vpc",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. Two controls that see the same fault give it the same `cause`; "" is nobody else's."""

    message: str
    property: str
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a control: `message` says what is wrong and where, `property` is the path at fault.

    `faults` are what a failure is made of.
    """

    status: Status
    message: str = ""
    property: str = ""
    faults: tuple[Fault, ...] = ()


PASS = Verdict(Status.PASS)


def is_pending(verdict: Verdict) -> bool:
    """Whether it is unknown only until the update; what lives outside of the stack stays unknown."""
    return verdict.status is Status.UNKNOWN and NOT_YET in verdict.message


def passed() -> Verdict:
    """The resource satisfies the control."""
    return PASS


def fail(message: str, at: "Value[Any] | str" = "", cause: str = "") -> Verdict:
    """The resource violates the control. `at` is the property at fault, as a value or a path.

    `cause` is the same text in every control that sees the same fault, so that one of them reports it.
    """
    path = at.path if isinstance(at, Value) else at
    return Verdict(Status.FAIL, message, path, (Fault(message, path, cause),))


def unknown(reason: str, at: "Value[Any] | str" = "") -> Verdict:
    """It cannot be decided before the update, or not from this stack."""
    return Verdict(Status.UNKNOWN, reason, at.path if isinstance(at, Value) else at)


def not_applicable(reason: str) -> Verdict:
    """The control does not apply to this resource, for `reason`."""
    return Verdict(Status.NOT_APPLICABLE, reason)


def _state(value: Value[Any], absent: Any) -> str:
    """`path` and what it holds, such as "`port` is 3306" or "`port` is not set (the default is 3306)"."""
    if value.is_absent:
        default = "" if absent is None else f" (the default is {Value('', '', absent, value.read).shown()})"
        return f"`{value.path}` is not set{default}"
    return f"`{value.path}` is {value.shown()}"


def is_true(value: Value[bool], absent: bool = False) -> Verdict:
    """Pass where the flag is true; `absent` is what AWS or the provider assumes where it is not given."""
    if value.get(absent):
        return PASS
    return fail(f"{_state(value, absent)}; it must be true.", value)


def is_false(value: Value[bool], absent: bool = False) -> Verdict:
    """Pass where the flag is false; `absent` is what AWS or the provider assumes where it is not given."""
    if not value.get(absent):
        return PASS
    return fail(f"{_state(value, absent)}; it must be false.", value)


def is_set(value: Value[Any], why: str = "") -> Verdict:
    """Pass where something is given, known or not."""
    if value.is_set:
        return PASS
    return fail(f"`{value.path}` is not set{'; ' + why if why else ''}.", value)


def equals(value: Value[str], expected: str, absent: str | None = None) -> Verdict:
    """Pass where the text is `expected`, whatever the case."""
    return one_of(value, (expected,), absent)


def one_of(value: Value[str], allowed: Iterable[str], absent: str | None = None) -> Verdict:
    """Pass where the text is one of `allowed`, whatever the case."""
    allowed = tuple(allowed)
    content = value.get(absent)
    if content is not None and content.lower() in {item.lower() for item in allowed}:
        return PASS
    return fail(f"{_state(value, absent)}; it must be {_either(allowed)}.", value)


def none_of(value: Value[str], refused: Iterable[str], why: str, absent: str | None = None) -> Verdict:
    """Pass where the text is not one of `refused`, whatever the case. `why` says what is wrong with those."""
    content = value.get(absent)
    if content is None or content.lower() not in {item.lower() for item in refused}:
        return PASS
    return fail(f"{_state(value, absent)}: {why}.", value)


def at_least(value: Value[float], minimum: float, absent: float | None = None) -> Verdict:
    """Pass where the number is `minimum` or more."""
    number = value.get(absent)
    if number is not None and number >= minimum:
        return PASS
    return fail(f"{_state(value, absent)}; it must be at least {minimum:g}.", value)


def at_most(value: Value[float], maximum: float, absent: float | None = None) -> Verdict:
    """Pass where the number is `maximum` or less."""
    number = value.get(absent)
    if number is not None and number <= maximum:
        return PASS
    return fail(f"{_state(value, absent)}; it must be at most {maximum:g}.", value)


def contains_all(value: Value[list[str]], required: Iterable[str]) -> Verdict:
    """Pass where the list holds every one of `required`; more is never a fault."""
    present = set(value.get([]))
    missing = [item for item in required if item not in present]
    if not missing:
        return PASS
    state = f"`{value.path}` is not set" if value.is_absent else f"`{value.path}` lacks {_quoted(missing)}"
    return fail(f"{state}; it must contain {_quoted(required)}.", value)


def every(verdicts: Iterable[Verdict]) -> Verdict:
    """Join verdicts: one failure fails, else one unknown is unknown, else pass; messages are kept together."""
    gathered = tuple(verdicts)
    for status in (Status.FAIL, Status.UNKNOWN):
        of_status = [verdict for verdict in gathered if verdict.status is status]
        if of_status:
            messages = dict.fromkeys(verdict.message for verdict in of_status)
            faults = tuple(fault for verdict in of_status for fault in verdict.faults)
            return Verdict(status, " ".join(messages), of_status[0].property, faults)
    if gathered and all(verdict.status is Status.NOT_APPLICABLE for verdict in gathered):
        return gathered[0]
    return PASS


def some(verdicts: Iterable[Verdict], otherwise: Verdict) -> Verdict:
    """Join verdicts of which one pass is enough: else the first unknown is unknown, else `otherwise`."""
    gathered = tuple(verdicts)
    if any(verdict.status is Status.PASS for verdict in gathered):
        return PASS
    return next((verdict for verdict in gathered if verdict.status is Status.UNKNOWN), otherwise)


def each(items: Iterable[Any], judge: Callable[[Any], Verdict]) -> Verdict:
    """Judge every item by itself, so that one undecided item does not hide another's failure, and join."""
    return every([decide(judge, item) for item in items])


def all_of(*judges: Callable[[], Verdict]) -> Verdict:
    """Judge several things about one resource, each by itself, and join."""
    return every([decide(judge) for judge in judges])


def decide(judge: Callable[..., Verdict], *arguments: Any) -> Verdict:
    """Call `judge` and turn what it cannot decide into the verdict that says so."""
    try:
        return judge(*arguments)
    except NotExpressible as reason:
        return not_applicable(reason.reason)
    except Undecided as reason:
        return unknown(reason.reason)


def _quoted(items: Iterable[str]) -> str:
    return ", ".join(f'"{item}"' for item in items)


def _either(items: tuple[str, ...]) -> str:
    quoted = [f'"{item}"' for item in items]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " or " + quoted[-1]


# --- settings -------------------------------------------------------------------------------------------------


def setting(
    default: Any,
    description: str,
    *,
    minimum: float | None = None,
    maximum: float | None = None,
    choices: tuple[str, ...] = (),
    strict: Any = None,
) -> Any:
    """Declare a field of a settings dataclass: its default, what it means, and which values are accepted.

    `strict` is the value that the strict profile asks for, where it is another one.
    """
    details = {
        "description": description,
        "minimum": minimum,
        "maximum": maximum,
        "choices": choices,
        "strict": strict,
    }
    if isinstance(default, (list, dict)):
        raise TypeError("a setting's default must be immutable: use a tuple")
    return field(default=default, metadata=details)


@dataclass(frozen=True)
class NoSettings:
    """The settings of a control that has none."""


def camel(name: str) -> str:
    """`minimum_days` as a configuration file spells it: `minimumDays`."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


# --- remediation ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fix:
    """An in-place, free and reversible change that makes a resource comply: set `property` to `value`.

    `value` may be computed from the control's settings.
    """

    property: Property[Any]
    value: Any

    def suits(self, subject: View) -> bool:
        """Whether `subject` has the property; a control may judge kinds of resources that have not."""
        declared = (item for kind in type(subject).__mro__ for item in vars(kind).values())
        return any(isinstance(item, Property) and item.aws == self.property.aws for item in declared)

    def value_for(self, settings: Any) -> Any:
        return self.value(settings) if callable(self.value) else self.value


# --- the declaration ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Control:
    """One control: the facts about it and the function that judges.

    `subjects` are the views it judges; empty for a control about the stack as a whole. `needs_stack` makes it
    a stack control. `opt_in` is the reason why it is off unless asked for, such as its cost. `yields_to` are the ids
    of more specific controls: what one of them reports, this one does not.

    Raises:
        ValueError: a fact about it is not valid; the message names every one.
    """

    id: str
    title: str
    description: str
    severity: Severity
    scope: Scope
    topic: str
    source: str
    remediation: str
    judge: Callable[..., Verdict]
    subjects: tuple[type[View], ...]
    needs_stack: bool
    settings_type: type[Any]
    opt_in: str
    fix: Fix | None
    yields_to: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        problems = []
        if not self.title.strip() or self.title.endswith("."):
            problems.append("title must be a phrase without a full stop at its end")
        if self.topic not in TOPICS:
            problems.append(
                f'topic "{self.topic}"{nearest(self.topic, TOPICS)} must be one of {", ".join(TOPICS)}'
            )
        if not _SOURCE.fullmatch(self.source):
            problems.append(
                f'source "{self.source}" must be a page of the Aurora user guide, without ".html", or an https address'
            )
        if not isinstance(self.scope, Scope):
            problems.append(f'scope "{self.scope}" must be one of Scope.{", Scope.".join(Scope.__members__)}')
        if self.scope is Scope.ACCOUNT and not self.opt_in:
            problems.append("a control of scope account needs opt_in, the reason why it is off by default")
        if problems:
            raise ValueError(f"Control {self.id}: {'; '.join(problems)}.")

    @property
    def needs_database(self) -> bool:
        """Whether it is reported only where the stack has a database, unless configuration asks for more."""
        return self.scope is Scope.STACK and self.severity in (Severity.MEDIUM, Severity.LOW)

    @property
    def level(self) -> Level:
        """The level in force unless configuration says otherwise."""
        if self.opt_in:
            return Level.DISABLED
        return Level.MANDATORY if self.severity in (Severity.CRITICAL, Severity.HIGH) else Level.ADVISORY

    @property
    def types(self) -> tuple[str, ...]:
        """The type tokens of every resource it judges."""
        return tuple(dict.fromkeys(token for subject in self.subjects for token in subject.TYPES))

    @property
    def settings_fields(self) -> Mapping[str, Any]:
        """The settings by the name that configuration uses."""
        return {camel(item.name): item for item in fields(self.settings_type)}

    def settings(self, given: Mapping[str, Any] | None = None) -> Any:
        """Return the settings, with `given` configuration over the defaults. Lists become tuples."""
        values: dict[str, Any] = {}
        for name, item in self.settings_fields.items():
            if given is None or name not in given:
                continue
            value = given[name]
            default = item.default if item.default is not MISSING else None
            if isinstance(value, list):
                value = tuple(value)
            elif isinstance(default, int) and not isinstance(default, bool) and isinstance(value, float):
                value = int(value)
            values[item.name] = value
        return self.settings_type(**values)


def control(
    *,
    title: str,
    severity: Severity,
    topic: str,
    source: str,
    remediation: str,
    scope: Scope | None = None,
    opt_in: str = "",
    fix: Fix | None = None,
    yields_to: tuple[str, ...] = (),
) -> Callable[[Callable[..., Verdict]], Control]:
    """Declare a control; the decorated function becomes its `judge`.

    The id is the path of the module: `controls/rds/backup_window.py` is `rds-backup-window`. The function's
    first parameter is the subject (a view, or a union of views, or the `Stack` itself); a `Stack` parameter
    makes it a stack control; a settings dataclass gives it settings. Without a `scope`, a control of the
    folder `rds` has `Scope.DATABASE` and every other `Scope.STACK`.
    """

    def declare(judge: Callable[..., Verdict]) -> Control:
        *_, service, module = judge.__module__.split(".")
        service = service.rstrip("_")  # the folder of a service named like a Python keyword ends in one
        parameters = [item.annotation for item in inspect.signature(judge).parameters.values()]
        kinds = get_args(parameters[0]) or (parameters[0],)
        settings_type = next(
            (item for item in parameters if hasattr(item, "__dataclass_fields__")), NoSettings
        )
        description = (inspect.getmodule(judge).__doc__ or "").strip()
        return Control(
            id=f"{service}-{module}".replace("_", "-"),
            title=title,
            description=description,
            severity=severity,
            scope=scope or (Scope.DATABASE if service == "rds" else Scope.STACK),
            topic=topic,
            source=source,
            remediation=remediation,
            judge=judge,
            subjects=tuple(kind for kind in kinds if kind is not Stack),
            needs_stack=Stack in parameters,
            settings_type=settings_type,
            opt_in=opt_in,
            fix=fix,
            yields_to=yields_to,
        )

    return declare
