"""Cases of kms-grant-least-privilege."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    changed,
    compliant,
    mutation,
    ref,
    res,
    unknown,
    unknown_fails,
    violating,
)

from ._policies import (
    ADMIN,
    APP,
    DEFAULT,
    EXTERNAL,
    KEY,
    KEY_POLICY,
    NATIVE_KEY,
    REPLICA,
    document,
    policy,
    statement,
)

GRANT = "aws:kms/grant:Grant"
ROLE = APP["AWS"]
FOR_AWS = {"Bool": {"kms:GrantIsForAWSResource": "true"}}
BY_RDS = {"StringLike": {"kms:ViaService": "rds.*.amazonaws.com"}}

USED = res(KEY, "key")
APP_ROLE = res("aws:iam/role:Role", "app")
FIRST = res(GRANT, "a", keyId=ref(USED), granteePrincipal=ref(APP_ROLE), operations=["Decrypt"])

CASES = [
    compliant(
        "one role, two operations", res(GRANT, keyId="k", granteePrincipal=ROLE, operations=["Decrypt"])
    ),
    compliant("the root may grant, as IAM decides", res(KEY, policy=policy(DEFAULT))),
    compliant("for resources of AWS", res(KEY, policy=policy(statement(APP, "kms:CreateGrant", **FOR_AWS)))),
    compliant(
        "for resources of AWS, as a flag",
        res(KEY, policy=document(statement(APP, "kms:*", Bool={"kms:GrantIsForAWSResource": [True]}))),
    ),
    compliant("through RDS", res(KEY, policy=policy(statement(APP, "kms:CreateGrant", **BY_RDS)))),
    compliant("no grants at all", res(NATIVE_KEY, keyPolicy=document(statement(APP, ["kms:Decrypt"])))),
    compliant(
        "two grants of the same key",
        res(GRANT, keyId=ref(USED), granteePrincipal=ref(APP_ROLE), operations=["Encrypt"]),
        FIRST,
        USED,
        APP_ROLE,
    ),
    compliant(
        "two grants in different contexts",
        res(
            GRANT,
            keyId="k",
            granteePrincipal=ROLE,
            operations=["Decrypt"],
            constraints=[{"encryptionContextEquals": {"table": "a"}}],
        ),
        res(
            GRANT,
            "other",
            keyId="k",
            granteePrincipal=ROLE,
            operations=["Decrypt"],
            constraints=[{"encryptionContextEquals": {"table": "b"}}],
        ),
    ),
    violating(
        "a grant to grant",
        res(GRANT, keyId="k", granteePrincipal=ROLE, operations=["Decrypt", "CreateGrant"]),
        says="CreateGrant",
    ),
    violating("anyone", res(GRANT, keyId="k", granteePrincipal="*", operations=["Decrypt"]), says="anyone"),
    violating(
        "a whole account",
        res(GRANT, keyId="k", granteePrincipal="arn:aws:iam::123456789012:root", operations=["Decrypt"]),
        says="whole account",
    ),
    violating(
        "the same grant twice",
        res(GRANT, keyId=ref(USED), granteePrincipal=ref(APP_ROLE), operations=["Decrypt"]),
        FIRST,
        USED,
        APP_ROLE,
        says="repeats the grant `a`",
    ),
    violating(
        "the same grant twice, in literals",
        res(GRANT, keyId="k", granteePrincipal=ROLE, operations=["Encrypt", "Decrypt"]),
        res(GRANT, "a", keyId="k", granteePrincipal=ROLE, operations=["Decrypt", "Encrypt"]),
    ),
    violating(
        "a role that grants to whom it likes",
        res(KEY, policy=policy(DEFAULT, statement(APP, "kms:CreateGrant"))),
        says="kms:GrantIsForAWSResource",
    ),
    violating("within kms:*", res(KEY, policy=policy(statement(APP)))),
    violating("within kms:Create*", res(KEY, policy=policy(DEFAULT, statement(ADMIN, "kms:Create*")))),
    violating(
        "for anything but resources of AWS",
        res(KEY, policy=policy(statement(APP, Bool={"kms:GrantIsForAWSResource": "false"}))),
    ),
    violating("aws-native", res(NATIVE_KEY, keyPolicy=document(statement(APP)))),
    violating("a replica", res(REPLICA, policy=policy(statement(APP)))),
    violating("imported material", res(EXTERNAL, policy=policy(statement(APP)))),
    violating("a policy of its own", res(KEY_POLICY, keyId=UNKNOWN, policy=policy(statement(APP)))),
    absent_passes("the default policy leaves grants to IAM", res(KEY)),
    unknown("a document made of outputs", res(KEY, policy=UNKNOWN)),
    unknown("the operations", res(GRANT, keyId="k", granteePrincipal=ROLE, operations=UNKNOWN)),
    unknown("the grantee", res(GRANT, keyId="k", granteePrincipal=UNKNOWN, operations=["Decrypt"])),
    unknown_fails(
        "the grantee, of a grant to grant",
        res(GRANT, keyId="k", granteePrincipal=UNKNOWN, operations=["CreateGrant"]),
    ),
]

MUTATION = mutation(
    changed(KEY, policy=policy(DEFAULT, statement(APP))),
    added(res(GRANT, "open", keyId="k", granteePrincipal="*", operations=["CreateGrant"])),
)
