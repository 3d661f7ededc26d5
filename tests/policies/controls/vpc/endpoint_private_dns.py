"""Cases of vpc-endpoint-private-dns."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_unknown,
    changed,
    compliant,
    mutation,
    not_applicable,
    ref,
    res,
    secret,
    unknown,
    violating,
)

ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint"
NATIVE = "aws-native:ec2:VpcEndpoint"
KMS = {"serviceName": "com.amazonaws.eu-central-1.kms", "vpcEndpointType": "Interface"}
SETTING = "aws:vpc/endpointPrivateDns:EndpointPrivateDns"
NAMED = res("aws:ec2/vpc:Vpc", "vpc", enableDnsSupport=True, enableDnsHostnames=True)
NAMELESS = res("aws:ec2/vpc:Vpc", "vpc")
MUTE = res("aws:ec2/vpc:Vpc", "vpc", enableDnsSupport=False, enableDnsHostnames=True)
BARE = res(ENDPOINT, **KMS)


def on(kind: str = ENDPOINT, **more: object) -> object:
    return res(kind, **{**KMS, "privateDnsEnabled": True, **more})


CASES = [
    compliant("on", on()),
    compliant("on, as text", on(privateDnsEnabled="true")),
    compliant("on, aws-native", on(NATIVE)),
    compliant("on, in a VPC with names", on(vpcId=ref(NAMED)), NAMED),
    compliant("on, in another stack's VPC", on(vpcId="vpc-1")),
    compliant("switched on apart", BARE, res(SETTING, "s", vpcEndpointId=ref(BARE), privateDnsEnabled=True)),
    violating("off", on(privateDnsEnabled=False), says="`privateDnsEnabled` is false"),
    violating("off, aws-native", on(NATIVE, privateDnsEnabled=False)),
    violating("off, secret", on(privateDnsEnabled=secret(False)), says="[secret]"),
    violating("in China", on(serviceName="cn.com.amazonaws.cn-north-1.rds", privateDnsEnabled=False)),
    violating(
        "switched off apart", BARE, res(SETTING, "s", vpcEndpointId=ref(BARE), privateDnsEnabled=False)
    ),
    violating("a VPC without host names", on(vpcId=ref(NAMELESS)), NAMELESS, says="enableDnsHostnames"),
    violating("a VPC that resolves nothing", on(vpcId=ref(MUTE)), MUTE, says="enableDnsSupport"),
    absent_fails("the provider's default is off", BARE, says="the default is false"),
    absent_unknown("aws-native leaves it to AWS", res(NATIVE, **KMS)),
    unknown("whether it is on", on(privateDnsEnabled=UNKNOWN)),
    unknown("which service", on(serviceName=UNKNOWN, privateDnsEnabled=False)),
    unknown("which kind of endpoint", on(vpcEndpointType=UNKNOWN)),
    unknown("nonsense", on(privateDnsEnabled=[1])),
    not_applicable("a gateway", res(ENDPOINT, serviceName="com.amazonaws.eu-central-1.s3")),
    not_applicable(
        "S3 by interface",
        res(ENDPOINT, serviceName="com.amazonaws.eu-central-1.s3", vpcEndpointType="Interface"),
    ),
    not_applicable(
        "another account's service",
        on(serviceName="com.amazonaws.vpce.eu-central-1.vpce-svc-0123456789abcdef0", privateDnsEnabled=False),
    ),
]

MUTATION = mutation(changed(ENDPOINT, drop=("privateDnsEnabled",)))
