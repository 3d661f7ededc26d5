"""What a restored instance takes over from its source where the program does not state it."""

from ...model.rds import DbInstance
from ..control import Verdict, unknown


def if_retention_inherited(instance: DbInstance) -> Verdict | None:
    """The verdict on backups whose retention a restore takes over; None on any other instance.

    CloudFormation, and with it aws-native, keeps a day where the program states nothing.
    """
    days = instance.backup_retention_period
    if days.is_set or instance.is_native or not instance.is_restore:
        return None
    return unknown("the instance has the retention of its source: state `backupRetentionPeriod`", days)
