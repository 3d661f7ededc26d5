"""Cases of rds-proxy-private."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    compliant,
    external,
    mutation,
    ref,
    res,
    unknown,
    unknown_passes,
    violating,
)

PROXY = "aws:rds/proxy:Proxy"
ENDPOINT = "aws:rds/proxyEndpoint:ProxyEndpoint"
GROUPS = {"vpcSecurityGroupIds": ["sg-1"]}
VPC = res("aws:ec2/vpc:Vpc", "vpc")
PRIVATE = res("aws:ec2/subnet:Subnet", "private", vpcId=ref(VPC))
OPEN = res("aws:ec2/subnet:Subnet", "open", vpcId=ref(VPC), mapPublicIpOnLaunch=True)

CASES = [
    compliant("private", res(PROXY, vpcSubnetIds=[ref(PRIVATE)], **GROUPS), PRIVATE, VPC),
    compliant("an endpoint", res(ENDPOINT, vpcSubnetIds=[ref(PRIVATE)], **GROUPS), PRIVATE, VPC),
    compliant(
        "aws-native", res("aws-native:rds:DbProxy", vpcSubnetIds=[ref(PRIVATE)], **GROUPS), PRIVATE, VPC
    ),
    violating(
        "a public subnet",
        res(PROXY, vpcSubnetIds=[ref(PRIVATE), ref(OPEN)], **GROUPS),
        PRIVATE,
        OPEN,
        VPC,
        says="open",
    ),
    violating(
        "no group", res(PROXY, vpcSubnetIds=[ref(PRIVATE)]), PRIVATE, VPC, says="default security group"
    ),
    violating("no group on an endpoint", res(ENDPOINT, vpcSubnetIds=["subnet-1"])),
    absent_fails("nothing said", res(PROXY)),
    unknown("which subnets", res(PROXY, vpcSubnetIds=UNKNOWN, **GROUPS)),
    unknown_passes(
        "groups not known yet are groups",
        res(PROXY, vpcSubnetIds=[ref(PRIVATE)], vpcSecurityGroupIds=UNKNOWN),
        PRIVATE,
        VPC,
    ),
    external("another stack's subnets", res(PROXY, vpcSubnetIds=["subnet-1"], **GROUPS)),
]

MUTATION = mutation(changed(PROXY, drop=("vpcSecurityGroupIds",)))
