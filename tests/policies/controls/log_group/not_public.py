"""Cases of log-group-not-public."""

import json

from tests.policies.cases import UNKNOWN, absent_passes, added, compliant, mutation, res, unknown, violating

POLICY = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy"
DESTINATION = "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy"


def document(principal: object, condition: object = None) -> str:
    statement = {"Effect": "Allow", "Principal": principal, "Action": "logs:PutLogEvents", "Resource": "*"}
    return json.dumps({"Statement": [{**statement, "Condition": condition} if condition else statement]})


CASES = [
    compliant("one service", res(POLICY, policyDocument=document({"Service": "es.amazonaws.com"}))),
    compliant(
        "everyone of the organization",
        res(DESTINATION, accessPolicy=document("*", {"StringEquals": {"aws:PrincipalOrgID": "o-1"}})),
    ),
    violating("everyone", res(POLICY, policyDocument=document("*")), says="anyone"),
    violating("everyone, as an AWS principal", res(DESTINATION, accessPolicy=document({"AWS": "*"}))),
    violating(
        "aws-native",
        res("aws-native:logs:ResourcePolicy", policyDocument=document("*")),
    ),
    absent_passes("no policy", res("aws-native:logs:LogGroup")),
    unknown("a document made of outputs", res(POLICY, policyDocument=UNKNOWN)),
]

MUTATION = mutation(added(res(DESTINATION, accessPolicy=document("*"))))
