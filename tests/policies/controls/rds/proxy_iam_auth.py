"""Cases of rds-proxy-iam-auth."""

from tests.policies.cases import UNKNOWN, absent_fails, changed, compliant, mutation, res, unknown, violating

PROXY = "aws:rds/proxy:Proxy"
NATIVE = "aws-native:rds:DbProxy"

CASES = [
    compliant("from end to end", res(PROXY, defaultAuthScheme="IAM_AUTH")),
    compliant("for every secret", res(PROXY, auths=[{"iamAuth": "REQUIRED"}, {"iamAuth": "REQUIRED"}])),
    compliant("aws-native", res(NATIVE, auth=[{"iamAuth": "REQUIRED"}])),
    violating("off", res(PROXY, auths=[{"iamAuth": "DISABLED"}]), says="iamAuth"),
    violating("off for one", res(PROXY, auths=[{"iamAuth": "REQUIRED"}, {"authScheme": "SECRETS"}])),
    violating("off, aws-native", res(NATIVE, auth=[{"iamAuth": "DISABLED"}])),
    absent_fails("nothing said", res(PROXY)),
    absent_fails("off is the default", res(PROXY, auths=[{"authScheme": "SECRETS"}])),
    unknown("from configuration", res(PROXY, auths=[{"iamAuth": UNKNOWN}])),
    unknown("the scheme", res(PROXY, defaultAuthScheme=UNKNOWN)),
    violating(
        "a known fault beside an unknown", res(PROXY, auths=[{"iamAuth": UNKNOWN}, {"iamAuth": "DISABLED"}])
    ),
]

MUTATION = mutation(changed(PROXY, drop=("defaultAuthScheme", "auths")))
