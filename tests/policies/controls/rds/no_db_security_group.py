"""Cases of rds-no-db-security-group."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    instance,
    mutation,
    native_instance,
    res,
    unknown_fails,
    violating,
)

CASES = [
    compliant("none", instance(vpcSecurityGroupIds=["sg-1"])),
    violating("named", instance(securityGroupNames=["classic"]), says="securityGroupNames"),
    violating("named, aws-native", native_instance(dbSecurityGroups=["classic"])),
    violating("declared", res("aws:rds/securityGroup:SecurityGroup", ingress=[{"cidr": "10.0.0.0/8"}])),
    violating("a rule of one, aws-native", res("aws-native:rds:DbSecurityGroupIngress", cidrip="10.0.0.0/8")),
    absent_passes("none", native_instance()),
    unknown_fails("names not known yet are names", instance(securityGroupNames=UNKNOWN)),
]

MUTATION = mutation(added(instance(securityGroupNames=["classic"])))
