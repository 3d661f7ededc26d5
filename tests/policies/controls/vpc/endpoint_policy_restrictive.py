"""Cases of vpc-endpoint-policy-restrictive."""

import json

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    compliant,
    mutation,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint"
POLICY = "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy"
NATIVE = "aws-native:ec2:VpcEndpoint"
S3 = {"serviceName": "com.amazonaws.eu-central-1.s3"}


def document(**more: object) -> str:
    statement = {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", **more}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


OWN = {"StringEquals": {"aws:PrincipalAccount": "123456789012"}}
SUBJECT = res(ENDPOINT, **S3)

CASES = [
    compliant("this account only", res(ENDPOINT, **S3, policy=document(Condition=OWN))),
    compliant("some actions", res(ENDPOINT, **S3, policy=document(Action=["s3:GetObject"]))),
    compliant(
        "a policy of its own",
        SUBJECT,
        res(POLICY, "p", vpcEndpointId=ref(SUBJECT), policy=document(Condition=OWN)),
    ),
    compliant("aws-native", res(NATIVE, **S3, policyDocument=json.loads(document(Condition=OWN)))),
    violating("everything for everyone", res(ENDPOINT, **S3, policy=document()), says="everyone"),
    violating(
        "everything that S3 has, by name",
        res(ENDPOINT, **S3, policy=document(Action="s3:*", Resource=["arn:aws:s3:::*"])),
    ),
    compliant("one bucket", res(ENDPOINT, **S3, policy=document(Action="s3:*", Resource="arn:aws:s3:::b/*"))),
    compliant(
        "reading, of every bucket",
        res(ENDPOINT, **S3, policy=document(Action="s3:Get*", Resource="arn:aws:s3:::*")),
    ),
    violating("everyone as AWS", res(ENDPOINT, **S3, policy=document(Principal={"AWS": "*"}))),
    violating(
        "a condition that limits nothing",
        res(ENDPOINT, **S3, policy=document(Condition={"StringLike": {"aws:PrincipalArn": "*"}})),
    ),
    violating(
        "a policy of its own", SUBJECT, res(POLICY, "p", vpcEndpointId=ref(SUBJECT), policy=document())
    ),
    violating("aws-native", res(NATIVE, **S3, policyDocument=json.loads(document()))),
    absent_fails("none lets everything pass", SUBJECT, says="not set"),
    unknown("from configuration", res(ENDPOINT, **S3, policy=UNKNOWN)),
    not_applicable("a Gateway Load Balancer", res(ENDPOINT, vpcEndpointType="GatewayLoadBalancer")),
    not_applicable(
        "another account's service",
        res(
            ENDPOINT, vpcEndpointType="Interface", serviceName="com.amazonaws.vpce.eu-central-1.vpce-svc-0a1b"
        ),
    ),
]

MUTATION = mutation(changed(ENDPOINT, drop=("policy",)))
