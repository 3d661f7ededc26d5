"""Cases of rds-instance-class-current-generation."""

from tests.policies.cases import (
    UNKNOWN,
    absent_unknown,
    changed,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_instance,
    native_member,
    not_applicable,
    unknown,
    violating,
)

CASES = [
    compliant("a member", member(instanceClass="db.r7g.large")),
    compliant("Serverless v2", member(instanceClass="db.serverless")),
    compliant("an instance", instance(instanceClass="db.t3.micro")),
    compliant("aws-native", native_member(dbInstanceClass="db.x2g.large")),
    compliant("m5 is none of them", native_instance(dbInstanceClass="db.m5d.large")),
    violating("a member", member(instanceClass="db.r4.large"), says='"db.r4.large"'),
    violating("an instance", instance(instanceClass="db.t2.micro")),
    violating("the prefix forgotten", instance(instanceClass="m4.large")),
    violating("tflint names cr1", instance(instanceClass="db.cr1.8xlarge")),
    violating("aws-native", native_member(dbInstanceClass="db.r3.large")),
    violating("an instance, aws-native", native_instance(dbInstanceClass="db.m1.small")),
    violating(
        "what the team left", member(instanceClass="db.r5.large"), settings={"previousGenerations": ["r5"]}
    ),
    absent_unknown("not stated", instance(instanceClass=None)),
    unknown("from configuration", member(instanceClass=UNKNOWN)),
    not_applicable("a cluster", cluster()),
    not_applicable("Neptune", instance(engine="neptune", instanceClass="db.r4.large")),
]

MUTATION = mutation(changed("aws:rds/clusterInstance:ClusterInstance", instanceClass="db.r4.large"))
