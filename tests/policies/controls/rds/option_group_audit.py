"""Cases of rds-option-group-audit."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    external,
    instance,
    member,
    mutation,
    native_instance,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

GROUP = "aws:rds/optionGroup:OptionGroup"


def group(*names: object) -> object:
    return res(GROUP, "g", name="audit", options=[{"optionName": name} for name in names])


def using(made: object) -> tuple[object, object]:
    return instance(engine="mysql", optionGroupName=ref(made)), made


CASES = [
    compliant("the plugin", *using(group("MARIADB_AUDIT_PLUGIN"))),
    compliant("by name", instance(engine="mariadb", optionGroupName="audit"), group("MARIADB_AUDIT_PLUGIN")),
    compliant(
        "aws-native",
        native_instance(engine="mysql", optionGroupName="audit"),
        res(
            "aws-native:rds:OptionGroup",
            "g",
            optionGroupName="audit",
            optionConfigurations=[{"optionName": "MARIADB_AUDIT_PLUGIN"}],
        ),
    ),
    violating("another option", *using(group("MEMCACHED")), says="MARIADB_AUDIT_PLUGIN"),
    violating("no option", *using(group())),
    violating("the default group", instance(engine="mysql", optionGroupName="default:mysql-8-0")),
    absent_fails("no group", instance(engine="mysql")),
    unknown("which option", *using(group(UNKNOWN))),
    external("another stack's group", instance(engine="mysql", optionGroupName="theirs")),
    not_applicable("PostgreSQL", instance()),
    not_applicable("a member", member(engine="aurora-mysql")),
]

MUTATION = mutation(added(instance(engine="mysql")))
