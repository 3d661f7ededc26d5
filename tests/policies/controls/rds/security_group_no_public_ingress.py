"""Cases of rds-security-group-no-public-ingress."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    changed,
    cluster,
    compliant,
    external,
    instance,
    member,
    mutation,
    native_cluster,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

GROUP = "aws:ec2/securityGroup:SecurityGroup"
CLASSIC = "aws:rds/securityGroup:SecurityGroup"
NATIVE_CLASSIC = "aws-native:rds:DbSecurityGroup"
INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"
LEGACY = "aws:ec2/securityGroupRule:SecurityGroupRule"


def rule(cidr: object, **more: object) -> object:
    return {"protocol": "tcp", "fromPort": 5432, "toPort": 5432, "cidrBlocks": [cidr], **more}


def group(*rules: object) -> object:
    return res(GROUP, "db", ingress=list(rules))


def behind(made: object, **more: object) -> tuple[object, object]:
    return cluster(vpcSecurityGroupIds=[ref(made)], **more), made


BARE = res(GROUP, "db")
APP = res(
    GROUP, "app", ingress=[{"protocol": "tcp", "fromPort": 443, "toPort": 443, "cidrBlocks": ["0.0.0.0/0"]}]
)
FROM_APP = res(
    INGRESS,
    "r",
    securityGroupId=ref(BARE),
    referencedSecurityGroupId=ref(APP),
    ipProtocol="tcp",
    fromPort=5432,
    toPort=5432,
)
VPC = res("aws:ec2/vpc:Vpc", "vpc")
IGW = res("aws:ec2/internetGateway:InternetGateway", "igw", vpcId=ref(VPC))
SUBNET = res("aws:ec2/subnet:Subnet", "a", vpcId=ref(VPC))
TABLE = res(
    "aws:ec2/routeTable:RouteTable",
    "public",
    vpcId=ref(VPC),
    routes=[{"cidrBlock": "0.0.0.0/0", "gatewayId": ref(IGW)}],
)
ASSOCIATION = res(
    "aws:ec2/routeTableAssociation:RouteTableAssociation", "s", subnetId=ref(SUBNET), routeTableId=ref(TABLE)
)
SUBNETS = res("aws:rds/subnetGroup:SubnetGroup", "subnets", subnetIds=[ref(SUBNET)])
WORLD = group(rule("0.0.0.0/0"))
PUBLIC = cluster(vpcSecurityGroupIds=[ref(WORLD)], dbSubnetGroupName=ref(SUBNETS))
ONE = member("one", clusterIdentifier=ref(PUBLIC), publiclyAccessible=True)
BALANCER = res(
    "aws:lb/loadBalancer:LoadBalancer", "nlb", loadBalancerType="network", securityGroups=[ref(APP)]
)
TARGETS = res("aws:lb/targetGroup:TargetGroup", "targets", port=5432, protocol="TCP")
LISTENER = res(
    "aws:lb/listener:Listener",
    "listener",
    loadBalancerArn=ref(BALANCER),
    port=443,
    defaultActions=[{"type": "forward", "targetGroupArn": ref(TARGETS)}],
)
LISTS = "aws:ec2/managedPrefixList:ManagedPrefixList"
OPEN_LIST = res(LISTS, "everyone", entries=[{"cidr": "10.0.0.0/8"}, {"cidr": "0.0.0.0/0"}])
OFFICE_LIST = res(LISTS, "office", entries=[{"cidr": "198.51.100.0/24"}])
EMPTY_LIST = res(LISTS, "empty")
ENTRY = res(
    "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry",
    "entry",
    prefixListId=ref(EMPTY_LIST),
    cidr="0.0.0.0/0",
)
IPV6 = group(rule("10.0.0.0/8", ipv6CidrBlocks=["::/0"]))
DEFAULT_GROUP = res(
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    "default",
    vpcId=ref(VPC),
    ingress=[rule("0.0.0.0/0")],
)
NO_GROUP = cluster(dbSubnetGroupName=ref(SUBNETS))
INSIDE = group(rule("10.0.0.0/16"))
IN_VPC = cluster(dbSubnetGroupName=ref(SUBNETS), vpcSecurityGroupIds=[ref(INSIDE)])


def in_front(balancer: object, **target: object) -> tuple[object, ...]:
    """A balancer without security groups that forwards to port 5432."""
    made = res(TARGETS.type, "targets", **{"port": 5432, "targetType": "ip", "vpcId": ref(VPC), **target})
    return (
        balancer,
        made,
        res(
            LISTENER.type,
            "listener",
            loadBalancerArn=ref(balancer),
            defaultActions=[{"type": "forward", "targetGroupArn": ref(made)}],
        ),
    )


OPEN_BALANCER = res(BALANCER.type, "nlb", loadBalancerType="network")


def by_list(prefix_list: object) -> object:
    return rule("10.0.0.0/8", prefixListIds=[prefix_list])


CASES = [
    compliant("a private range", *behind(group(rule("10.0.0.0/16")))),
    compliant("one public address", *behind(group(rule("203.0.113.7/32")))),
    compliant("the application's group", *behind(BARE), APP, FROM_APP),
    compliant("no rule", *behind(BARE)),
    compliant(
        "a DB security group of EC2-Classic, for one host", res(CLASSIC, ingress=[{"cidr": "10.0.0.0/24"}])
    ),
    compliant(
        "a DB security group without rules, aws-native", res(NATIVE_CLASSIC, dbSecurityGroupIngress=[])
    ),
    violating(
        "a DB security group for all", res(CLASSIC, ingress=[{"cidr": "0.0.0.0/0"}]), says="ingress[0].cidr"
    ),
    violating(
        "cdk-nag: a DB security group for all, aws-native",
        res(NATIVE_CLASSIC, dbSecurityGroupIngress=[{"cidrip": "10.0.0.0/24"}, {"cidrip": "1.1.1.1/0"}]),
        says="[1].cidrip",
    ),
    violating("cdk-nag: a rule of one", res(NATIVE_CLASSIC + "Ingress", cidrip="0.0.0.0/0"), says="`cidrip`"),
    unknown("the rules of a DB security group", res(CLASSIC, ingress=UNKNOWN)),
    compliant(
        "egress is another matter",
        *behind(
            res(
                GROUP,
                "db",
                egress=[{"protocol": "-1", "fromPort": 0, "toPort": 0, "cidrBlocks": ["0.0.0.0/0"]}],
            )
        ),
    ),
    compliant(
        "an internal balancer",
        *behind(BARE),
        APP,
        FROM_APP,
        TARGETS,
        LISTENER,
        res(BALANCER.type, "nlb", internal=True, securityGroups=[ref(APP)]),
    ),
    compliant("a prefix list of the office", *behind(group(by_list(ref(OFFICE_LIST)))), OFFICE_LIST),
    compliant(
        "another port behind the balancer",
        IN_VPC,
        INSIDE,
        SUBNETS,
        SUBNET,
        VPC,
        *in_front(OPEN_BALANCER, port=80),
    ),
    compliant(
        "a balancer for hosts",
        IN_VPC,
        INSIDE,
        SUBNETS,
        SUBNET,
        VPC,
        *in_front(OPEN_BALANCER, targetType="instance"),
    ),
    compliant(
        "an internal balancer without groups",
        IN_VPC,
        INSIDE,
        SUBNETS,
        SUBNET,
        VPC,
        *in_front(res(BALANCER.type, "nlb", loadBalancerType="network", internal=True)),
    ),
    compliant(
        "a balancer of another VPC",
        IN_VPC,
        INSIDE,
        SUBNETS,
        SUBNET,
        VPC,
        other_vpc := res("aws:ec2/vpc:Vpc", "other"),
        *in_front(OPEN_BALANCER, vpcId=ref(other_vpc)),
    ),
    violating(
        "a balancer without groups",
        IN_VPC,
        INSIDE,
        SUBNETS,
        SUBNET,
        VPC,
        *in_front(OPEN_BALANCER),
        says="internet -> internet-facing load balancer nlb -> target group targets -> security group db",
    ),
    violating(
        "a prefix list of everyone",
        *behind(group(by_list(ref(OPEN_LIST)))),
        OPEN_LIST,
        says="`entries[1].cidr` of prefix list everyone",
    ),
    violating(
        "a prefix list's own resource",
        *behind(BARE),
        EMPTY_LIST,
        ENTRY,
        res(INGRESS, "r", securityGroupId=ref(BARE), prefixListId=ref(EMPTY_LIST), ipProtocol="-1"),
        says="of prefix list entry",
    ),
    violating(
        "the default group, where none is named",
        NO_GROUP,
        SUBNETS,
        SUBNET,
        VPC,
        DEFAULT_GROUP,
        says="is not set, so it has the default security group default",
    ),
    violating(
        "IPv6 takes no IPv4 route",
        cluster(vpcSecurityGroupIds=[ref(IPV6)], dbSubnetGroupName=ref(SUBNETS)),
        IPV6,
        SUBNETS,
        SUBNET,
        VPC,
        IGW,
        TABLE,
        ASSOCIATION,
        says="No route from an internet gateway",
    ),
    violating("the world, inline", *behind(WORLD), says="0.0.0.0/0"),
    violating("the world, IPv6", *behind(group(rule("10.0.0.0/8", ipv6CidrBlocks=["::/0"])))),
    violating(
        "the world, IPv6 spelled out",
        *behind(group(rule("10.0.0.0/8", ipv6CidrBlocks=["0:0:0:0:0:0:0:0/0"]))),
    ),
    violating("half of it", *behind(group(rule("0.0.0.0/1"))), says="0.0.0.0/1"),
    compliant("another port than the database's", *behind(group(rule("0.0.0.0/0", fromPort=22, toPort=22)))),
    violating(
        "a rule resource",
        *behind(BARE),
        res(INGRESS, "r", securityGroupId=ref(BARE), cidrIpv4="0.0.0.0/0", ipProtocol="-1"),
        says="all traffic",
    ),
    violating(
        "a legacy rule",
        *behind(BARE),
        res(
            LEGACY,
            "r",
            type="ingress",
            securityGroupId=ref(BARE),
            cidrBlocks=["0.0.0.0/0"],
            protocol="tcp",
            fromPort=0,
            toPort=65535,
        ),
    ),
    violating("an instance", instance(vpcSecurityGroupIds=[ref(WORLD)]), WORLD),
    violating(
        "a proxy",
        res("aws:rds/proxy:Proxy", engineFamily="POSTGRESQL", vpcSecurityGroupIds=[ref(WORLD)]),
        WORLD,
        says="proxy",
    ),
    violating(
        "aws-native",
        native_cluster(vpcSecurityGroupIds=[ref(native := res("aws-native:ec2:SecurityGroup", "n"))]),
        native,
        res(
            "aws-native:ec2:SecurityGroupIngress",
            "i",
            groupId=ref(native),
            ipProtocol="tcp",
            fromPort=5432,
            toPort=5432,
            cidrIp="0.0.0.0/0",
        ),
    ),
    violating(
        "the whole way",
        PUBLIC,
        WORLD,
        SUBNETS,
        SUBNET,
        VPC,
        IGW,
        TABLE,
        ASSOCIATION,
        ONE,
        says="internet -> internet gateway igw -> 0.0.0.0/0 in route table public -> subnet a -> "
        "security group db -> one",
    ),
    violating(
        "the way but for the address",
        PUBLIC,
        WORLD,
        SUBNETS,
        SUBNET,
        VPC,
        IGW,
        TABLE,
        ASSOCIATION,
        says="Only the missing public address",
    ),
    violating(
        "no way, for now", PUBLIC, WORLD, SUBNETS, SUBNET, VPC, says="No route from an internet gateway"
    ),
    violating(
        "a public balancer in front",
        *behind(BARE),
        APP,
        FROM_APP,
        BALANCER,
        TARGETS,
        LISTENER,
        says="load balancer nlb",
    ),
    violating(
        "a shorter range than allowed",
        *behind(group(rule("203.0.0.0/12"))),
        settings={"shortestIpv4Prefix": 16},
    ),
    absent_not_applicable("rds-security-group-attached says so", cluster()),
    unknown("a range from configuration", *behind(group(rule(UNKNOWN)))),
    violating("a known fault beside an unknown", *behind(group(rule(UNKNOWN), rule("0.0.0.0/0")))),
    unknown(
        "entries not known", *behind(group(by_list(ref(late := res(LISTS, "late", entries=UNKNOWN))))), late
    ),
    violating(
        "a known fault beside an external list",
        *behind(group(by_list("pl-1"), rule("0.0.0.0/0"))),
        says="0.0.0.0/0",
    ),
    external("another stack's prefix list", *behind(group(by_list("pl-12345678")))),
    external("another stack's group", cluster(vpcSecurityGroupIds=["sg-1"])),
    not_applicable("Neptune", cluster(engine="neptune", vpcSecurityGroupIds=[ref(WORLD)]), WORLD),
]

MUTATION = mutation(changed(INGRESS, cidrIpv4="0.0.0.0/0"))
