"""AWS Backup resources."""

from dataclasses import dataclass
from typing import Any

from .resource import Anything, Number, Tags, Text, Texts, View
from .values import Value, to_flag, to_number, to_text


class Vault(View):
    """A backup vault. aws-native states its lock, policy and notifications in the vault itself."""

    TYPES = ("aws:backup/vault:Vault", "aws-native:backup:BackupVault")
    IDENTITIES = ("name", "backupVaultName", "arn", "backupVaultArn", "id")
    NOUN = "backup vault"

    vault_name = Text("name", native="backupVaultName")
    kms_key = Text("kmsKeyArn", native="encryptionKeyArn")
    tags = Tags("tags", native="backupVaultTags")

    @property
    def inline_lock(self) -> Value[Any]:
        """The lock stated in the vault; always absent in `aws`, where it is a resource of its own."""
        return self._inline("lockConfiguration")

    @property
    def inline_policy(self) -> Value[Any]:
        """The access policy stated in the vault; always absent in `aws`."""
        return self._inline("accessPolicy")

    @property
    def inline_notifications(self) -> Value[Any]:
        """The notifications stated in the vault; always absent in `aws`."""
        return self._inline("notifications")

    def _inline(self, name: str) -> Value[Any]:
        found = self.value(name)
        return found if self.is_native else Value(self.urn, name, None, found.read)


class LogicallyAirGappedVault(View):
    """A logically air-gapped vault; AWS Backup keeps it locked in compliance mode."""

    TYPES = (
        "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault",
        "aws-native:backup:LogicallyAirGappedBackupVault",
    )
    IDENTITIES = ("name", "backupVaultName", "arn", "backupVaultArn", "id")
    NOUN = "logically air-gapped vault"

    vault_name = Text("name", native="backupVaultName")
    kms_key = Text("encryptionKeyArn")
    minimum_days = Number("minRetentionDays")
    maximum_days = Number("maxRetentionDays")


class VaultLockConfiguration(View):
    """The lock of a vault: governance mode, or compliance mode where `changeableForDays` is given."""

    TYPES = ("aws:backup/vaultLockConfiguration:VaultLockConfiguration",)
    NOUN = "vault lock"

    vault = Text("backupVaultName")
    changeable_days = Number("changeableForDays")
    minimum_days = Number("minRetentionDays")
    maximum_days = Number("maxRetentionDays")


class VaultPolicy(View):
    """The access policy of a vault."""

    TYPES = ("aws:backup/vaultPolicy:VaultPolicy",)
    NOUN = "vault policy"

    vault = Text("backupVaultName")
    policy = Anything("policy")


class VaultNotifications(View):
    """What a vault tells an SNS topic."""

    TYPES = ("aws:backup/vaultNotifications:VaultNotifications",)
    NOUN = "vault notifications"

    vault = Text("backupVaultName")
    topic = Text("snsTopicArn")
    events = Texts("backupVaultEvents")


@dataclass(frozen=True, slots=True)
class BackupRule:
    """One rule of a backup plan: how often, to which vault, and for how long."""

    block: Value[Any]
    native: bool

    def _at(self, aws: str, native: str) -> Value[Any]:
        return self.block.at(native if self.native else aws)

    @property
    def name(self) -> Value[str]:
        return self._at("ruleName", "ruleName").as_(to_text)

    @property
    def target_vault(self) -> Value[str]:
        """The name of the vault that receives the recovery points."""
        return self._at("targetVaultName", "targetBackupVault").as_(to_text)

    @property
    def air_gapped_vault(self) -> Value[str]:
        """The ARN of the logically air-gapped vault that receives them as well."""
        name = "targetLogicallyAirGappedBackupVaultArn"
        return self._at(name, name).as_(to_text)

    @property
    def schedule(self) -> Value[str]:
        return self._at("schedule", "scheduleExpression").as_(to_text)

    @property
    def start_window(self) -> Value[float]:
        """In minutes; 480 where absent."""
        return self._at("startWindow", "startWindowMinutes").as_(to_number)

    @property
    def completion_window(self) -> Value[float]:
        """In minutes; 10080 (a week) where absent."""
        return self._at("completionWindow", "completionWindowMinutes").as_(to_number)

    @property
    def continuous(self) -> Value[bool]:
        """Whether it keeps continuous backups, for point-in-time restore."""
        return self._at("enableContinuousBackup", "enableContinuousBackup").as_(to_flag)

    @property
    def cold_after_days(self) -> Value[float]:
        """Days until a recovery point moves to cold storage; never where absent."""
        return self._at("lifecycle.coldStorageAfter", "lifecycle.moveToColdStorageAfterDays").as_(to_number)

    @property
    def delete_after_days(self) -> Value[float]:
        """Days until a recovery point is deleted; never where absent."""
        return self._at("lifecycle.deleteAfter", "lifecycle.deleteAfterDays").as_(to_number)

    def copy_destinations(self) -> tuple[Value[str], ...]:
        """The ARNs of the vaults it copies to. Raises UnknownValue where the list itself is not known."""
        path = "destinationBackupVaultArn" if self.native else "destinationVaultArn"
        actions = self._at("copyActions", "copyActions")
        return tuple(action.at(path, to_text) for action in actions.items())


class Plan(View):
    """A backup plan."""

    TYPES = ("aws:backup/plan:Plan", "aws-native:backup:BackupPlan")
    IDENTITIES = ("id", "backupPlanId", "arn", "backupPlanArn")
    NOUN = "backup plan"

    plan_name = Text("name", native="backupPlan.backupPlanName")
    rule_blocks = Anything("rules", native="backupPlan.backupPlanRule")
    tags = Tags("tags", native="backupPlanTags")

    def rules(self) -> tuple[BackupRule, ...]:
        """The plan's rules. Raises UnknownValue where the list itself is not known."""
        return tuple(BackupRule(block, self.is_native) for block in self.rule_blocks.items())


class Selection(View):
    """What a backup plan protects: by ARN, by wildcard or by tag."""

    TYPES = ("aws:backup/selection:Selection", "aws-native:backup:BackupSelection")
    NOUN = "backup selection"

    plan = Text("planId", native="backupPlanId")
    role = Text("iamRoleArn", native="backupSelection.iamRoleArn")
    resources = Texts("resources", native="backupSelection.resources")
    not_resources = Texts("notResources", native="backupSelection.notResources")
    # Tags by equality, any one of them: `type`, `key`, `value` (aws-native: conditionType, conditionKey...).
    selection_tags = Anything("selectionTags", native="backupSelection.listOfTags")
    # Tests on `aws:ResourceTag/...`, all of them: stringEquals, stringLikes, stringNotEquals, stringNotLikes.
    conditions = Anything("conditions", native="backupSelection.conditions")


class ReportPlan(View):
    """A report of AWS Backup's jobs or compliance."""

    TYPES = ("aws:backup/reportPlan:ReportPlan", "aws-native:backup:ReportPlan")
    NOUN = "report plan"


class RegionSettings(View):
    """Which services AWS Backup looks after in a Region."""

    TYPES = ("aws:backup/regionSettings:RegionSettings",)
    NOUN = "Region's backup settings"

    preferences = Anything("resourceTypeOptInPreference")
