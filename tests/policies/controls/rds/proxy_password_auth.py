"""Cases of rds-proxy-password-auth."""

from tests.policies.cases import UNKNOWN, absent_passes, changed, compliant, mutation, res, unknown, violating

PROXY = "aws:rds/proxy:Proxy"
NATIVE = "aws-native:rds:DbProxy"
MD5 = {"clientPasswordAuthType": "POSTGRES_MD5"}

CASES = [
    compliant("SCRAM", res(PROXY, auths=[{"clientPasswordAuthType": "POSTGRES_SCRAM_SHA_256"}])),
    compliant("MySQL", res(PROXY, auths=[{"clientPasswordAuthType": "MYSQL_CACHING_SHA2_PASSWORD"}])),
    compliant("no passwords at all", res(PROXY, auths=[{**MD5, "iamAuth": "REQUIRED"}])),
    compliant("aws-native", res(NATIVE, auth=[{"clientPasswordAuthType": "POSTGRES_SCRAM_SHA_256"}])),
    violating("MD5", res(PROXY, auths=[MD5]), says="POSTGRES_MD5"),
    violating(
        "MD5 in one of two", res(PROXY, auths=[{"iamAuth": "REQUIRED"}, {**MD5, "iamAuth": "DISABLED"}])
    ),
    violating("MD5, aws-native", res(NATIVE, auth=[MD5])),
    absent_passes("SCRAM is the default", res(PROXY, auths=[{"authScheme": "SECRETS"}])),
    absent_passes("no secrets", res(PROXY, defaultAuthScheme="IAM_AUTH")),
    unknown("from configuration", res(PROXY, auths=[{"clientPasswordAuthType": UNKNOWN}])),
    unknown("whether clients use a password", res(PROXY, auths=[{**MD5, "iamAuth": UNKNOWN}])),
]

MUTATION = mutation(changed(PROXY, auths=[MD5]))
