"""Cases of sg-no-public-ingress."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    cluster,
    compliant,
    mutation,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)
from tests.policies.controls.sg._samples import (
    CLIENTS,
    DEFAULT,
    GROUP,
    INGRESS,
    NATIVE_INGRESS,
    OTHER,
    block,
    egress,
    ingress,
    inline,
    legacy,
    native_block,
    native_inline,
    outbound,
)

WORLD = "0.0.0.0/0"

BARE = res(GROUP, "bare")
WEB = inline(fromPort=443, toPort=443, cidrBlocks=[WORLD])
LIST = res("aws:ec2/managedPrefixList:ManagedPrefixList", "everyone", entries=[{"cidr": "0.0.0.0/0"}])

CASES = [
    compliant("from a group", ingress(referencedSecurityGroupId=CLIENTS)),
    compliant("from the group itself", inline(self=True)),
    compliant("from a prefix list", legacy(prefixListIds=["pl-1"])),
    compliant("from a private range, ports not known", inline(cidrBlocks=["10.0.0.0/8"], fromPort=UNKNOWN)),
    compliant("from one public address", inline(cidrBlocks=["8.8.8.8/32"])),
    compliant("out, not in", outbound(protocol="-1", fromPort=0, toPort=0, cidrBlocks=[WORLD])),
    compliant(
        "an accepted port",
        inline(fromPort=443, toPort=443, cidrBlocks=[WORLD]),
        settings={"allowedPorts": ["443"]},
    ),
    compliant(
        "inside of an accepted range",
        inline(fromPort=8080, toPort=8081, cidrBlocks=[WORLD]),
        settings={"allowedPorts": ["443", "8000-8100"]},
    ),
    violating(
        "one rule is open and another is not",
        res(GROUP, ingress=[block(self=True), block(**OTHER, cidrBlocks=[WORLD])]),
    ),
    compliant(
        "HTTPS, for a load balancer", WEB, res("aws:lb/loadBalancer:LoadBalancer", securityGroups=[ref(WEB)])
    ),
    compliant("HTTP, to redirect it", ingress(fromPort=80, toPort=80, cidrIpv4=WORLD)),
    violating(
        "HTTPS of a database's group",
        WEB,
        cluster("db", vpcSecurityGroupIds=[ref(WEB)]),
        says="db uses",
    ),
    violating(
        "HTTPS of a cache", WEB, res("aws:elasticache/cluster:Cluster", "cache", securityGroupIds=[ref(WEB)])
    ),
    violating(
        "HTTPS, by a rule of its own, of a database",
        ingress(securityGroupId=ref(BARE), fromPort=443, toPort=443, cidrIpv4=WORLD),
        BARE,
        cluster("db", vpcSecurityGroupIds=[ref(BARE)]),
    ),
    violating("HTTPS and more", inline(fromPort=443, toPort=444, cidrBlocks=[WORLD])),
    violating("HTTPS, where the settings allow none", WEB, settings={"webPorts": []}, says="tcp 443"),
    violating(
        "everyone by a prefix list",
        inline(**OTHER, prefixListIds=[ref(LIST)]),
        LIST,
        says="prefix list everyone",
    ),
    not_applicable(
        "what a more specific control reports",
        inline(fromPort=22, toPort=22, cidrBlocks=[WORLD]),
        says="admin-ports",
    ),
    violating(
        "one rule that another control reports, and one that none does",
        res(GROUP, ingress=[block(cidrBlocks=[WORLD]), block(**OTHER, cidrBlocks=[WORLD])]),
        says="`ingress[1].cidrBlocks` allows tcp 4444",
    ),
    violating("a prefix list beside it", inline(**OTHER, prefixListIds=["pl-1"], ipv6CidrBlocks=["::/0"])),
    not_applicable(
        "all traffic without ports, as checkov lets pass",
        ingress(ipProtocol="-1", fromPort=None, toPort=None, cidrIpv4=WORLD),
    ),
    unknown("ports not known", ingress(fromPort=UNKNOWN, toPort=UNKNOWN, cidrIpv4=WORLD)),
    violating("icmp", inline(protocol="icmp", fromPort=-1, toPort=-1, cidrBlocks=[WORLD]), says="icmp"),
    violating("0::/0", ingress(**OTHER, cidrIpv6="0::/0")),
    violating("two halves", inline(**OTHER, cidrBlocks=["0.0.0.0/1", "128.0.0.0/1"]), says="0.0.0.0/1"),
    violating("the default group", res(DEFAULT, ingress=[block(**OTHER, cidrBlocks=[WORLD])])),
    violating("the older form", legacy(**OTHER, cidrBlocks=[WORLD])),
    violating("aws-native", native_inline(**OTHER, cidrIp=WORLD)),
    violating(
        "standalone, aws-native",
        res(NATIVE_INGRESS, groupId="sg-1", **native_block(**OTHER, cidrIpv6="::/0")),
    ),
    violating(
        "more than the accepted port",
        inline(fromPort=443, toPort=444, cidrBlocks=[WORLD]),
        settings={"allowedPorts": ["443"]},
    ),
    violating(
        "an accepted port that is no number",
        inline(**OTHER, cidrBlocks=[WORLD]),
        settings={"allowedPorts": ["https"]},
    ),
    absent_passes("no rules", res(GROUP)),
    absent_passes("no source", ingress()),
    unknown("the range", ingress(cidrIpv4=UNKNOWN)),
    unknown("cdk-nag#1527: a range that is computed", inline(cidrBlocks=[UNKNOWN])),
    unknown("all rules", res(GROUP, ingress=UNKNOWN)),
    not_applicable("an egress rule", egress(cidrIpv4=WORLD)),
]

MUTATION = mutation(changed(INGRESS, cidrIpv4=WORLD, **OTHER))
