import pulumi
from pulumi_policy import PolicyPack, ResourceValidationPolicy


def validate(args, report):
    if args.resource_type != "pulumi:pulumi:Stack":
        return
    where = "/".join([pulumi.get_organization(), pulumi.get_project(), pulumi.get_stack()])
    report(f"{where}, {pulumi.Config().require('team')}, dry run {pulumi.runtime.is_dry_run()}")


PolicyPack(
    name="inquisitive",
    policies=[ResourceValidationPolicy(name="context", description="Knows the stack", validate=validate)],
)
