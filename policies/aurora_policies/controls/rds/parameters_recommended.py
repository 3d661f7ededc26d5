"""Some parameters trade safety for speed: commits that are not on disk, tables that are never vacuumed, and logs that
hold secrets or never leave the instance. AWS flags them as recommendations; a default is never one of them."""

from collections.abc import Callable

from ...model import Value
from ...model.rds import ClusterParameterGroup, ParameterGroup
from ..control import PASS, Severity, Verdict, control, each, fail, not_applicable
from ._parameter_groups import is_on, is_other_family


def _is_off(value: Value[str]) -> bool:
    return (value.get("") or "").strip().lower() in ("0", "off", "false", "no")


def _is_not_one(value: Value[str]) -> bool:
    return (value.get("") or "").strip() != "1"


def _has_table(value: Value[str]) -> bool:
    return "table" in (value.get("") or "").lower()


# Parameter -> which values are unsafe, and what happens then.
_Unsafe = dict[str, tuple[Callable[[Value[str]], bool], str]]

_MYSQL: _Unsafe = {
    "innodb_flush_log_at_trx_commit": (_is_not_one, "a crash loses commits"),
    "sync_binlog": (_is_not_one, "a crash loses commits of the binary log"),
    "general_log": (is_on, "the log holds every statement, with its secrets"),
    "log_output": (_has_table, "logs in tables cannot be exported"),
    "aurora_mask_password_hashes_type": (_is_off, "logs hold password hashes"),
}
_POSTGRES: _Unsafe = {
    "fsync": (_is_off, "a crash corrupts data"),
    "full_page_writes": (_is_off, "a crash corrupts data"),
    "synchronous_commit": (_is_off, "a crash loses commits"),
    "autovacuum": (_is_off, "tables bloat until transaction ids run out"),
    "pgaudit.log_parameter": (is_on, "the log holds the values of every statement"),
}


@control(
    title="Parameters keep what is committed and hide what is secret",
    severity=Severity.LOW,
    topic="best-practices",
    source="USER_Recommendations",
    remediation="Remove the parameter from the group, which leaves it at its safe default; in place.",
)
def parameters_recommended(group: ClusterParameterGroup | ParameterGroup) -> Verdict:
    if is_other_family(group):
        return not_applicable("Neptune and DocumentDB are not judged")
    if not group.is_mysql_family and not group.is_postgres_family:
        return not_applicable("parameters of the engine are not judged")
    unsafe = _MYSQL if group.is_mysql_family else _POSTGRES

    def judge(name: str) -> Verdict:
        parameter = group.parameter(name)
        is_unsafe, harm = unsafe[name]
        if parameter.is_set and is_unsafe(parameter):
            return fail(f"`{name}` is {parameter.shown()}: {harm}.", parameter)
        return PASS

    return each(unsafe, judge)
