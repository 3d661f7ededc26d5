"""Cases of rds-proxy-require-tls."""

from tests.policies.cases import UNKNOWN, absent_fails, changed, compliant, mutation, res, unknown, violating

PROXY = "aws:rds/proxy:Proxy"
NATIVE = "aws-native:rds:DbProxy"

CASES = [
    compliant("required", res(PROXY, requireTls=True)),
    compliant("required, aws-native", res(NATIVE, requireTls=True)),
    violating("not required", res(PROXY, requireTls=False), says="is false"),
    violating("not required, aws-native", res(NATIVE, requireTls=False)),
    absent_fails("not required unless asked for", res(PROXY), says="the default is false"),
    unknown("from configuration", res(PROXY, requireTls=UNKNOWN)),
]

MUTATION = mutation(changed(PROXY, requireTls=False))
