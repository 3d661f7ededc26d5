"""Cases of rds-role-association-scoped."""

import json

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    added,
    cluster,
    compliant,
    external,
    mutation,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

ASSOCIATION = "aws:rds/clusterRoleAssociation:ClusterRoleAssociation"
ROLE = res("aws:iam/role:Role", "role", name="import")
BUCKET = "arn:aws:s3:::imports"


def policy(action: object, resource: object) -> str:
    return json.dumps({"Statement": [{"Effect": "Allow", "Action": action, "Resource": resource}]})


def inline(action: object, resource: object) -> object:
    return res("aws:iam/rolePolicy:RolePolicy", "p", role=ref(ROLE), policy=policy(action, resource))


SUBJECT = res(ASSOCIATION, roleArn=ref(ROLE), featureName="s3Import")
MANAGED = res("aws:iam/policy:Policy", "m", policy=policy("s3:*", f"{BUCKET}/*"))
ATTACHED = res(
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "a", role=ref(ROLE), policyArn=ref(MANAGED)
)
BROAD = res("aws:iam/role:Role", "broad", inlinePolicies=[{"name": "p", "policy": policy("*", "*")}])

CASES = [
    compliant(
        "one bucket", SUBJECT, ROLE, inline(["s3:GetObject", "s3:ListBucket"], [BUCKET, f"{BUCKET}/*"])
    ),
    compliant("on the cluster", cluster(iamRoles=[ref(ROLE)]), ROLE, inline("s3:GetObject", f"{BUCKET}/*")),
    violating("every action", SUBJECT, ROLE, inline("s3:*", f"{BUCKET}/*"), says="every action"),
    violating("every bucket", SUBJECT, ROLE, inline("s3:GetObject", "*"), says="every resource"),
    violating("a managed policy", SUBJECT, ROLE, MANAGED, ATTACHED),
    violating("an inline policy", res(ASSOCIATION, roleArn=ref(BROAD)), BROAD),
    violating("on the cluster", cluster(iamRoles=[ref(BROAD)]), BROAD),
    absent_not_applicable("no role", cluster()),
    unknown(
        "the policy", SUBJECT, ROLE, res("aws:iam/rolePolicy:RolePolicy", "p", role=ref(ROLE), policy=UNKNOWN)
    ),
    external("another stack's role", res(ASSOCIATION, roleArn="arn:aws:iam::123456789012:role/theirs")),
    not_applicable("Neptune", cluster(engine="neptune", iamRoles=["arn"])),
]

MUTATION = mutation(added(res(ASSOCIATION, roleArn=ref(BROAD)), BROAD))
