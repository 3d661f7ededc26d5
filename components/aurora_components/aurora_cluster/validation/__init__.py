"""What can be wrong with the arguments of an AuroraCluster.

Each check reports what it finds, and the others still run. Sources: the conflict matrix and the numbers of the Aurora
security guide.
"""

from collections.abc import Callable, Sequence

from ...support.arguments import Problems
from ...support.checks import check_region
from ..args import AuroraClusterArgs, ClusterSettings, GlobalMembership
from ..engine import version_problem
from ..plan import Plan, resolve
from .backups import check_backup, check_restore
from .capacity import check_reader_scaling, check_serverless
from .credentials import check_credentials
from .features import check_activity_stream, check_features, check_global_membership
from .instances import check_endpoints, check_instances
from .maintenance import check_maintenance
from .monitoring import check_logs, check_monitoring
from .names import check_component_name, check_import_ids, check_names
from .network import check_network, check_placement
from .parameters import check_parameters


def validate(name: str, spec: AuroraClusterArgs, problems: Problems) -> None:
    """Report everything wrong with the arguments of an AuroraCluster to `problems`."""
    membership = spec.get("global_membership")
    check_component_name(name, problems)
    check_region(problems, "region", spec.get("region"))
    check_placement(spec, problems)
    plan = validate_settings(name, spec, problems, membership)
    if plan is not None and membership is not None:
        check_global_membership(plan, membership, problems.at("global_membership"))
        if plan.is_secondary and "database_name" in spec:
            problems.add("database_name", "a secondary has the databases of its primary; remove it")


def validate_settings(
    name: str,
    settings: ClusterSettings,
    problems: Problems,
    membership: GlobalMembership | None = None,
) -> Plan | None:
    """Report everything wrong with the settings of a cluster to `problems`, and return what they come to.

    There is no plan without an engine.
    """
    if "engine" not in settings:
        return None
    plan = resolve(name, settings, membership)
    if "engine_version" in settings:
        problem = version_problem(plan.engine, settings["engine_version"])
        if problem is not None:
            problems.add("engine_version", problem)
    for each in _CHECKS:
        each(plan, settings, problems)
    return plan


_CHECKS: Sequence[Callable[[Plan, ClusterSettings, Problems], None]] = (
    check_names,
    check_instances,
    check_serverless,
    check_reader_scaling,
    check_endpoints,
    check_network,
    check_credentials,
    check_parameters,
    check_logs,
    check_monitoring,
    check_backup,
    check_maintenance,
    check_restore,
    check_features,
    check_activity_stream,
    check_import_ids,
)
