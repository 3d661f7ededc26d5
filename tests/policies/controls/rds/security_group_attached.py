"""Cases of rds-security-group-attached."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_cluster,
    native_instance,
    not_applicable,
    ref,
    res,
    unknown_passes,
    violating,
)

GROUP = res("aws:ec2/securityGroup:SecurityGroup", "g")
DEFAULT = res("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "d")
PROXY = "aws:rds/proxy:Proxy"

CASES = [
    compliant("its own", cluster(vpcSecurityGroupIds=[ref(GROUP)]), GROUP),
    compliant("another stack's", cluster(vpcSecurityGroupIds=["sg-1"])),
    compliant("a proxy", res(PROXY, vpcSecurityGroupIds=[ref(GROUP)]), GROUP),
    compliant("aws-native", native_instance(vpcSecurityGroups=["sg-1"])),
    violating("none", cluster(vpcSecurityGroupIds=[]), says="default security group"),
    violating(
        "the default one", cluster(vpcSecurityGroupIds=[ref(DEFAULT)]), DEFAULT, says="default security group"
    ),
    violating("the default one, a proxy", res(PROXY, vpcSecurityGroupIds=[ref(DEFAULT)]), DEFAULT),
    absent_fails("a cluster", cluster()),
    absent_fails("an instance", instance()),
    absent_fails("a proxy", res(PROXY)),
    absent_fails("aws-native", native_cluster()),
    unknown_passes("groups not known yet are groups", cluster(vpcSecurityGroupIds=UNKNOWN)),
    not_applicable("a member", member()),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", drop=("vpcSecurityGroupIds",)))
