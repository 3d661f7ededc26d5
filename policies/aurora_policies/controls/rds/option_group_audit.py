"""MySQL and MariaDB instances record who did what through an audit plugin, which comes with an option group.

Aurora records it by cluster parameters instead.
"""

from ...model import Stack, to_text
from ...model.rds import DbInstance, OptionGroup
from ..control import PASS, Severity, Verdict, control, every, fail, not_applicable, unknown

_PLUGIN = "MARIADB_AUDIT_PLUGIN"


def _has_plugin(group: OptionGroup) -> Verdict:
    names = [option.at("optionName", to_text) for option in group.options.items()]
    if any(not name.is_unknown and (name.get("") or "").upper() == _PLUGIN for name in names):
        return PASS
    if any(name.is_unknown for name in names):
        return unknown("an option of the group is not known before the update", group.options)
    return fail(f"The option group {group.resource.name} has no option {_PLUGIN}.", group.options)


@control(
    title="MySQL or MariaDB instance has the audit plugin",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.MySQL.Options.AuditPlugin.html",
    remediation="Add the option MARIADB_AUDIT_PLUGIN to an option group and name it in optionGroupName; in place.",
    opt_in="the audit log costs throughput and storage",
)
def option_group_audit(instance: DbInstance, stack: Stack) -> Verdict:
    if not instance.is_mysql_family or instance.is_aurora:
        return not_applicable("only MySQL and MariaDB instances have the plugin")
    group = instance.option_group
    if group.is_absent:
        return fail("`optionGroupName` is not set: the default group has no audit plugin.", group)
    reference = stack.follow(group, OptionGroup)
    if reference.found:
        return every([_has_plugin(found) for found in reference.found])
    if not group.is_unknown and (group.get("") or "").startswith("default:"):
        return fail(f"`optionGroupName` is {group.shown()}, which has no audit plugin.", group)
    return unknown(reference.outside_reason, group)
