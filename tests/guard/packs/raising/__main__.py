from pulumi_policy import PolicyPack, ResourceValidationPolicy


def validate(args, report):
    raise KeyError("engineMode")


PolicyPack(
    name="raising",
    policies=[ResourceValidationPolicy(name="policy", description="A policy", validate=validate)],
)
