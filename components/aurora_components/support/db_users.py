"""Database users that sign in with IAM: which names are allowed, and the ARN of one."""

import re
from collections.abc import Sequence

from pulumi import Output

from .arguments import Problems
from .connection import Connection

ADMIN_USERS = frozenset({"admin", "administrator", "master", "postgres", "rdsadmin", "root"})
"""Database users no application signs in as, whatever the cluster's own admin user is called."""

USERS_LIMIT = 30
"""An IAM policy holds 6144 characters; a user's ARN takes up to 170."""


def check_db_users(users: Sequence[str], problems: Problems, path: str) -> None:
    """Report at `path` each user that is a wildcard, an admin, malformed or named twice, and too many of them."""
    for index, user in enumerate(users):
        place = f"{path}[{index}]"
        if "*" in user or "?" in user:
            problems.add(place, f"'{user}' is a wildcard, also for the admin user; name each database user")
        elif user.lower() in ADMIN_USERS:
            problems.add(place, f"'{user}' is an admin user; create a database user for the application")
        elif not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.$@+-]{0,62}", user):
            problems.add(
                place, f"'{user}' is not a valid database user; use 1 to 63 letters, digits and _ . $ @ + -"
            )
        elif user in users[:index]:
            problems.add(place, f"'{user}' is named twice; name it once")
    if len(users) > USERS_LIMIT:
        problems.add(path, f"{len(users)} users; a policy holds {USERS_LIMIT}, so split them")


def user_arn(database: Connection, user: str) -> Output[str]:
    """The `rds-db:connect` resource of a database user.

    It names the proxy's own `prx-` id where the handle is a proxy's, else the cluster's resource id, never its
    identifier: a wrong id would silently match nothing.
    """
    resource_id = Output.all(database.proxy_resource_id, database.cluster_resource_id).apply(
        lambda ids: ids[0] or ids[1]
    )
    return Output.format(
        "arn:{0}:rds-db:{1}:{2}:dbuser:{3}/{4}",
        database.partition,
        database.region,
        database.account,
        resource_id,
        user,
    )
