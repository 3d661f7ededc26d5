"""A runtime past its end gets no security fixes. The list is that of November 2026."""

from dataclasses import dataclass

from ...model.lambda_ import Function
from ..control import Severity, Verdict, control, none_of, not_applicable, setting

# From the runtime page of the Lambda guide, deprecated by November 2026.
DEPRECATED = (
    "dotnet5.0",
    "dotnet6",
    "dotnet7",
    "dotnetcore1.0",
    "dotnetcore2.0",
    "dotnetcore2.1",
    "dotnetcore3.1",
    "go1.x",
    "java8",
    "nodejs",
    "nodejs4.3",
    "nodejs4.3-edge",
    "nodejs6.10",
    "nodejs8.10",
    "nodejs10.x",
    "nodejs12.x",
    "nodejs14.x",
    "nodejs16.x",
    "nodejs18.x",
    "nodejs20.x",
    "provided",
    "python2.7",
    "python3.6",
    "python3.7",
    "python3.8",
    "python3.9",
    "ruby2.5",
    "ruby2.7",
    "ruby3.2",
)


@dataclass(frozen=True)
class Runtimes:
    """Runtimes that AWS has deprecated, as of November 2026."""

    deprecated: tuple[str, ...] = setting(DEPRECATED, "Runtimes that are past their end.")


@control(
    title="Lambda function runs on a supported runtime",
    severity=Severity.MEDIUM,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html",
    remediation="Move to a supported runtime; in place, after testing.",
)
def supported_runtime(function: Function, settings: Runtimes) -> Verdict:
    if (function.package_type.get("Zip") or "").lower() == "image":
        return not_applicable("the function brings its own runtime in an image")
    return none_of(function.runtime, settings.deprecated, "AWS has deprecated this runtime")
