"""A password that changes by itself is worth little to whoever stole it; one that nobody changes works for years.

The master password that RDS manages rotates every seven days and has no secret in the stack."""

from dataclasses import dataclass

from ...model import Stack
from ...model.policy_document import matches
from ...model.secret import Secret, SecretRotation
from ..control import PASS, Severity, Verdict, control, fail, not_applicable, setting, unknown


@dataclass(frozen=True)
class Exempt:
    exempt_names: tuple[str, ...] = setting(
        (), "Names of secrets that cannot rotate, such as the API keys of others; `*` stands for anything."
    )
    exempt_tags: tuple[str, ...] = setting(
        (), "Tags, as `key` or `key=value`, of secrets that cannot rotate."
    )


def _is_exempt(secret: Secret, settings: Exempt) -> bool:
    if settings.exempt_names:
        name = secret.secret_name.get("") or secret.name
        if any(matches(pattern, name) for pattern in settings.exempt_names):
            return True
    if not settings.exempt_tags:
        return False
    tags = secret.tags.get({})
    return any(
        mark in settings.exempt_tags for key, value in tags.items() for mark in (key, f"{key}={value}")
    )


@control(
    title="Secret is rotated automatically",
    severity=Severity.MEDIUM,
    topic="password-management",
    source="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html",
    remediation=(
        "Add an aws:secretsmanager/secretRotation:SecretRotation (aws-native: RotationSchedule) for the secret, with"
        " rotationLambdaArn and rotationRules, or let RDS manage the password; both are in place."
    ),
)
def rotation_enabled(secret: Secret, stack: Stack, settings: Exempt) -> Verdict:
    if secret.owning_service.is_set:
        return not_applicable("the service that owns the secret rotates it")
    if _is_exempt(secret, settings):
        return not_applicable("exempt by the settings: it cannot rotate")
    if secret.rotation_function.is_set:
        return PASS
    for rotation in stack.referrers(secret, SecretRotation, SecretRotation.secret):
        return _rotates(rotation, secret)
    if stack.table(_rotates_something_unknown):
        return unknown(
            "a rotation of this stack may be the secret's: its `secretId` is not known before the update"
        )
    return fail(f"No rotation of this stack rotates the secret `{secret.name}`.")


def _rotates(rotation: SecretRotation, secret: Secret) -> Verdict:
    """Whether the secret's rotation is on, and says what rotates it and when."""
    named = f"The rotation `{rotation.name}` of the secret"
    if not rotation.enabled.get(True):
        return fail(f"{named} is switched off by `rotationEnabled`.")
    # Only what another company's secret is of has a type, and rotates without a function of the account's.
    if rotation.function.is_absent and rotation.hosted.is_absent and secret.kind.is_absent:
        return fail(f"{named} has no function that does it: `{rotation.function.path}` is not set.")
    if rotation.after_days.is_absent and rotation.schedule.is_absent:
        return fail(f"{named} never starts by itself: `rotationRules` gives no days and no schedule.")
    return PASS


def _rotates_something_unknown(stack: Stack) -> bool:
    """Whether a rotation is neither known to be of a secret nor of a resource with a secret, such as a cluster."""
    return any(
        not any(urn in stack.by_urn for urn in rotation.resource.property_dependencies.get("secretId", ()))
        for rotation in stack.undecided_referrers((Secret,), SecretRotation, SecretRotation.secret)
    )
