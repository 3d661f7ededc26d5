"""Cases of backup-vault-policy."""

import json

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_fails,
    changed,
    compliant,
    mutation,
    ref,
    res,
    unknown,
    violating,
)

VAULT = "aws:backup/vault:Vault"
NATIVE = "aws-native:backup:BackupVault"
POLICY = "aws:backup/vaultPolicy:VaultPolicy"
LOCK = "aws:backup/vaultLockConfiguration:VaultLockConfiguration"
ACTIONS = [
    "backup:DeleteRecoveryPoint",
    "backup:UpdateRecoveryPointLifecycle",
    "backup:PutBackupVaultAccessPolicy",
]
VAULT_ = res(VAULT, name="main")


def statement(**parts: object) -> dict[str, object]:
    return {"Effect": "Deny", "Principal": "*", "Action": ACTIONS, "Resource": "*", **parts}


def document(*statements: dict[str, object]) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def policy(*statements: dict[str, object]) -> Sample:
    return res(POLICY, "p", backupVaultName=ref(VAULT_), policy=document(*statements))


DENIAL = statement()
PUBLIC = statement(Effect="Allow", Action="backup:CopyIntoBackupVault")
LOCKED = res(LOCK, "l", backupVaultName=ref(VAULT_), minRetentionDays=35)

CASES = [
    compliant("denied to everyone", VAULT_, policy(DENIAL)),
    compliant(
        "by name, with wildcards",
        VAULT_,
        res(
            POLICY,
            "p",
            backupVaultName="main",
            policy=document(statement(Action="backup:*", Principal={"AWS": "*"})),
        ),
    ),
    compliant(
        "to everyone but administrators",
        VAULT_,
        policy(
            statement(Condition={"ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::123456789012:role/admin"}})
        ),
    ),
    compliant("in several statements", VAULT_, policy(*(statement(Action=action) for action in ACTIONS))),
    compliant("locked", VAULT_, LOCKED),
    compliant(
        "open to the organization alone",
        VAULT_,
        policy(
            DENIAL,
            statement(
                Effect="Allow",
                Action="backup:CopyIntoBackupVault",
                Condition={"StringEquals": {"aws:PrincipalOrgID": "o-1"}},
            ),
        ),
    ),
    compliant("aws-native, as an object", res(NATIVE, accessPolicy={"Statement": DENIAL})),
    compliant("locked, aws-native", res(NATIVE, lockConfiguration={"minRetentionDays": 35})),
    violating("public", VAULT_, policy(DENIAL, PUBLIC), says="Statement 2"),
    violating("public, though locked", VAULT_, LOCKED, policy(PUBLIC)),
    violating(
        "public, aws-native",
        res(NATIVE, lockConfiguration={"minRetentionDays": 35}, accessPolicy={"Statement": [PUBLIC]}),
    ),
    violating(
        "public, of a vault elsewhere", res(POLICY, backupVaultName="elsewhere", policy=document(PUBLIC))
    ),
    violating(
        "not all of it is denied",
        VAULT_,
        policy(statement(Action=ACTIONS[:2])),
        says="backup:PutBackupVaultAccessPolicy",
    ),
    violating(
        "denied to one role",
        VAULT_,
        policy(statement(Principal={"AWS": "arn:aws:iam::123456789012:role/dev"})),
    ),
    violating(
        "denied under a condition",
        VAULT_,
        policy(
            statement(Condition={"StringEquals": {"aws:PrincipalArn": "arn:aws:iam::123456789012:role/dev"}})
        ),
    ),
    violating("another vault's", VAULT_, res(POLICY, "p", backupVaultName="other", policy=document(DENIAL))),
    violating("a lock without a minimum", VAULT_, res(LOCKED.type, "lock", backupVaultName=ref(VAULT_))),
    violating(
        "a lock without a minimum, aws-native", res(NATIVE, lockConfiguration={"maxRetentionDays": 35})
    ),
    absent_fails("neither policy nor lock", VAULT_, says="Neither a lock"),
    absent_fails("neither policy nor lock, aws-native", res(NATIVE)),
    unknown(
        "a policy that is not known", VAULT_, res(POLICY, "p", backupVaultName=ref(VAULT_), policy=UNKNOWN)
    ),
    unknown("a policy that is no JSON", VAULT_, res(POLICY, "p", backupVaultName=ref(VAULT_), policy="{")),
    compliant("judged with its vault", policy(DENIAL), VAULT_),
]

MUTATION = mutation(changed(POLICY, policy=document(PUBLIC)))
