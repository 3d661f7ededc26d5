"""Whoever may deploy a function may deploy any code, unless Lambda takes only what a named profile has signed."""

from ...model.lambda_ import Function
from ..control import Severity, Verdict, control, is_set, not_applicable


@control(
    title="Lambda function runs signed code only",
    severity=Severity.LOW,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html",
    remediation="Set codeSigningConfigArn to an aws.lambda.CodeSigningConfig, and deploy signed archives; in place.",
    opt_in="it needs a signing profile, and a step that signs what is deployed",
)
def code_signing(function: Function) -> Verdict:
    if function.code_signing.is_absent and function.package_type.get("Zip") == "Image":
        return not_applicable("Lambda checks no signatures of images")
    return is_set(function.code_signing, "any code may be deployed")
