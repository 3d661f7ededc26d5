"""Cases of sg-no-public-egress."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)
from tests.policies.controls.sg._samples import (
    CLIENTS,
    EGRESS,
    GROUP,
    NATIVE,
    NATIVE_EGRESS,
    egress,
    ingress,
    legacy,
    native_block,
    outbound,
)

WORLD = "0.0.0.0/0"

CASES = [
    compliant("to a group", egress(referencedSecurityGroupId=CLIENTS)),
    compliant("to a private range", outbound(cidrBlocks=["10.0.0.0/8"])),
    compliant("to a gateway endpoint", outbound(prefixListIds=["pl-1"])),
    violating("one port to anywhere", egress(cidrIpv4=WORLD), says="allows tcp 5432 to"),
    violating("one port to anywhere by IPv6", outbound(cidrBlocks=["10.0.0.0/8"], ipv6CidrBlocks=["::/0"])),
    violating("the older form", legacy("egress", fromPort=443, toPort=443, cidrBlocks=[WORLD])),
    violating("aws-native", res(NATIVE, securityGroupEgress=[native_block(cidrIp=WORLD)])),
    violating("standalone, aws-native", res(NATIVE_EGRESS, groupId="sg-1", **native_block(cidrIpv6="::/0"))),
    absent_passes("no rules", res(GROUP)),
    absent_passes("AWS's own rule is another control's", res(NATIVE, groupDescription="g")),
    unknown("the range", egress(cidrIpv4=UNKNOWN)),
    unknown("all rules", res(GROUP, egress=UNKNOWN)),
    not_applicable("an ingress rule", ingress(cidrIpv4=WORLD)),
]

MUTATION = mutation(added(res(EGRESS, securityGroupId="sg-1", ipProtocol="tcp", cidrIpv4=WORLD)))
