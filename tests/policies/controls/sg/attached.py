"""Cases of sg-attached."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    ref,
    res,
    unknown,
    violating,
)
from tests.policies.controls.sg._samples import (
    GROUP,
    INGRESS,
    NATIVE,
    ingress,
)

CLUSTER = "aws:rds/cluster:Cluster"
STACK = "pulumi:pulumi:Stack"
GROUP_ = res(GROUP)
KNOWN = res(GROUP, id="sg-0aa")

CASES = [
    compliant("a cluster uses it", GROUP_, res(CLUSTER, "db", vpcSecurityGroupIds=[ref(GROUP_)])),
    compliant(
        "checkov#7228: a proxy uses it",
        GROUP_,
        res("aws:rds/proxy:Proxy", "p", vpcSecurityGroupIds=[ref(GROUP_)]),
    ),
    compliant(
        "checkov#6628: whatever uses it",
        GROUP_,
        res(
            "aws:dms/replicationConfig:ReplicationConfig",
            "r",
            computeConfig={"vpcSecurityGroupIds": [ref(GROUP_)]},
        ),
    ),
    compliant("a rule of another group names it", GROUP_, ingress(referencedSecurityGroupId=ref(GROUP_))),
    compliant("named by id", KNOWN, res(CLUSTER, "db", vpcSecurityGroupIds=["sg-0aa"])),
    compliant(
        "an instance names it by its name",
        res(GROUP, name="bastion"),
        res("aws:ec2/instance:Instance", "i", securityGroups=["default", "bastion"]),
    ),
    violating(
        "an instance names another one",
        res(GROUP, name="bastion"),
        res("aws:ec2/instance:Instance", "i", securityGroups=["default"]),
    ),
    violating(
        "its name is not known yet",
        res(GROUP, name=UNKNOWN),
        res("aws:ec2/instance:Instance", "i", securityGroups=["bastion", UNKNOWN]),
    ),
    compliant("exported", KNOWN, res(STACK, "test-dev", database="sg-0aa")),
    compliant(
        "aws-native",
        res(NATIVE, groupId="sg-0aa"),
        res("aws-native:rds:DbCluster", "db", vpcSecurityGroupIds=["sg-0aa"]),
    ),
    violating(
        "its own rules are no use of it",
        GROUP_,
        res(INGRESS, "rule", securityGroupId=ref(GROUP_)),
        says="Nothing",
    ),
    violating(
        "a rule from itself to itself",
        GROUP_,
        res(INGRESS, "r", securityGroupId=ref(GROUP_), referencedSecurityGroupId=ref(GROUP_)),
    ),
    violating("a cluster uses another one", GROUP_, res(CLUSTER, "db", vpcSecurityGroupIds=["sg-0bb"])),
    violating("another output of the stack", GROUP_, res(STACK, "test-dev", endpoint=UNKNOWN)),
    absent_fails("nothing else in the stack", GROUP_),
    unknown(
        "perhaps an output of the stack", GROUP_, res(STACK, "test-dev", databaseSecurityGroupId=UNKNOWN)
    ),
]

MUTATION = mutation(added(res(GROUP, "unused", description="of nothing")))
