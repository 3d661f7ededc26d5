"""Which instances have no Performance Insights."""

import re

from ...model.rds import ClusterInstance, DbInstance

# USER_PerfInsights.Overview.Engines
_AURORA_MYSQL_TOO_SMALL = re.compile(r"db\.(t2\..*|t3\..*|t4g\.(micro|small))")
_MYSQL_TOO_SMALL = re.compile(r"db\.(t2|t3|t4g)\.(micro|small)")


def is_too_small_for_insights(instance: ClusterInstance | DbInstance) -> bool:
    """Whether it runs MySQL or MariaDB on a class without Performance Insights."""
    too_small = _AURORA_MYSQL_TOO_SMALL if isinstance(instance, ClusterInstance) else _MYSQL_TOO_SMALL
    is_small = too_small.fullmatch((instance.instance_class.get("") or "").lower()) is not None
    return is_small and instance.is_mysql_family
