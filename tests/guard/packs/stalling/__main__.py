import time

from pulumi_policy import PolicyPack, ResourceValidationPolicy


def validate(args, report):
    time.sleep(600)


PolicyPack(
    name="stalling",
    policies=[ResourceValidationPolicy(name="policy", description="A policy", validate=validate)],
)
