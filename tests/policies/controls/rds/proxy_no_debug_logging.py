"""Cases of rds-proxy-no-debug-logging."""

from tests.policies.cases import UNKNOWN, absent_passes, changed, compliant, mutation, res, unknown, violating

PROXY = "aws:rds/proxy:Proxy"

CASES = [
    compliant("off", res(PROXY, debugLogging=False)),
    violating("on", res(PROXY, debugLogging=True), says="is true"),
    violating("on, aws-native", res("aws-native:rds:DbProxy", debugLogging=True)),
    absent_passes("off unless asked for", res(PROXY)),
    unknown("from configuration", res(PROXY, debugLogging=UNKNOWN)),
]

MUTATION = mutation(changed(PROXY, debugLogging=True))
