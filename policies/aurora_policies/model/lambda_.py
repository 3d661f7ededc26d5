"""AWS Lambda functions, as far as they rotate secrets or are reachable by outsiders."""

from .resource import Anything, Number, Text, Texts, View


class Function(View):
    """A Lambda function."""

    TYPES = ("aws:lambda/function:Function", "aws-native:lambda:Function")
    IDENTITIES = ("arn", "name", "functionName", "id", "invokeArn")
    NOUN = "Lambda function"

    description = Text("description")
    runtime = Text("runtime")
    package_type = Text("packageType")
    subnets = Texts("vpcConfig.subnetIds")
    variables = Anything("environment.variables")
    kms_key_arn = Text("kmsKeyArn")
    tracing_mode = Text("tracingConfig.mode")
    dead_letter_target = Text("deadLetterConfig.targetArn")
    reserved_concurrency = Number("reservedConcurrentExecutions")
    code_signing = Text("codeSigningConfigArn")
    memory = Number("memorySize")
    timeout = Number("timeout")
    log_format = Text("loggingConfig.logFormat")


class Permission(View):
    """A permission to invoke a function."""

    TYPES = ("aws:lambda/permission:Permission", "aws-native:lambda:Permission")
    NOUN = "Lambda permission"

    action = Texts("action")
    principal = Text("principal")
    source_arn = Text("sourceArn")
    source_account = Text("sourceAccount")
    organization = Text("principalOrgId")
    url_auth_type = Text("functionUrlAuthType")


class LayerPermission(View):
    """A permission to use a version of a layer."""

    TYPES = (
        "aws:lambda/layerVersionPermission:LayerVersionPermission",
        "aws-native:lambda:LayerVersionPermission",
    )
    NOUN = "Lambda layer permission"

    principal = Text("principal")
    organization = Text("organizationId")


class FunctionUrl(View):
    """A function's own HTTPS address."""

    TYPES = ("aws:lambda/functionUrl:FunctionUrl", "aws-native:lambda:Url")
    NOUN = "Lambda function URL"

    auth_type = Text("authorizationType", native="authType")
    allowed_origins = Texts("cors.allowOrigins")


class EventInvokeConfig(View):
    """What happens to a function's asynchronous invocations."""

    TYPES = (
        "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
        "aws-native:lambda:EventInvokeConfig",
    )
    NOUN = "event invoke configuration"

    function = Text("functionName")
    on_failure = Anything("destinationConfig.onFailure")
