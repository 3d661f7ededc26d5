"""Cases of vpc-endpoint-service-hardened."""

from tests.policies.cases import UNKNOWN, absent_fails, added, compliant, mutation, res, unknown, violating

SERVICE = "aws:ec2/vpcEndpointService:VpcEndpointService"
PRINCIPAL = "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple"
ROOT = "arn:aws:iam::123456789012:root"

CASES = [
    compliant("asked, and one account", res(SERVICE, acceptanceRequired=True, allowedPrincipals=[ROOT])),
    compliant("one account", res(PRINCIPAL, principalArn=ROOT)),
    compliant("aws-native", res("aws-native:ec2:VpcEndpointService", acceptanceRequired=True)),
    violating("not asked", res(SERVICE, acceptanceRequired=False), says="acceptanceRequired"),
    violating(
        "everyone", res(SERVICE, acceptanceRequired=True, allowedPrincipals=["*"]), says="every AWS account"
    ),
    violating("everyone, apart", res(PRINCIPAL, principalArn="*")),
    violating(
        "everyone, aws-native", res("aws-native:ec2:VpcEndpointServicePermissions", allowedPrincipals=["*"])
    ),
    absent_fails("nothing said", res(SERVICE)),
    unknown("from configuration", res(SERVICE, acceptanceRequired=UNKNOWN)),
]

MUTATION = mutation(added(res(SERVICE, acceptanceRequired=False)))
