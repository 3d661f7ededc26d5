"""A proxy has no public address, but subnets with a way to the internet and the default group make one mistake do."""

from ...model import Stack
from ...model.rds import DbProxy, ProxyEndpoint
from ...model.reachability import public_subnets
from ..control import Severity, Verdict, control, every, fail, passed, unknown


@control(
    title="RDS Proxy is in private subnets, with security groups of its own",
    severity=Severity.MEDIUM,
    topic="infrastructure-security",
    source="rds-proxy-planning",
    remediation=(
        "Set vpcSubnetIds to private subnets (a replacement) and vpcSecurityGroupIds to a group of the proxy's own "
        "(in place)."
    ),
)
def proxy_private(proxy: DbProxy | ProxyEndpoint, stack: Stack) -> Verdict:
    verdicts: list[Verdict] = []
    groups = proxy.security_groups
    if groups.is_absent:
        verdicts.append(
            fail(f"`{groups.path}` is not set: the VPC's default security group is attached.", groups)
        )
    if proxy.subnets.is_set:
        public, undecided = public_subnets(proxy.subnets, stack)
        if public:
            ways = "; ".join(subnet.why for subnet in public)
            verdicts.append(
                fail(
                    f"{len(public)} of the subnets in `{proxy.subnets.path}` can be reached from the internet: {ways}.",
                    proxy.subnets,
                )
            )
        elif undecided:
            verdicts.append(unknown("; ".join(dict.fromkeys(undecided)), proxy.subnets))
    return every(verdicts) if verdicts else passed()
