import os

from pulumi_policy import PolicyPack, ResourceValidationPolicy


def validate(args, report):
    os._exit(9)


PolicyPack(
    name="dying",
    policies=[ResourceValidationPolicy(name="policy", description="A policy", validate=validate)],
)
