"""Providers: the default ones that the engine makes by itself, and what Check adds to any."""

import json
import os
from collections.abc import Mapping

from .functions import PLACEHOLDER_ACCOUNT, Aws
from .resources import PROVIDER_TYPE
from .urn import package_of
from .wire import Properties, reveal

#: Where the AWS provider looks when its region is not configured.
_REGION_VARIABLES = ("AWS_REGION", "AWS_DEFAULT_REGION")

#: The region that stands in when nothing names one. It gives no policy a value: no resource carries it.
_REGION = "us-east-1"


class Providers:
    """The providers of a stack, by its configuration."""

    def __init__(self, config: Mapping[str, str]) -> None:
        self._config = config

    def default_for(self, token: str, version: str, url: str) -> tuple[str, str, Properties] | None:
        """Type, name and inputs of the default provider of a type or function token.

        None for the types that need none: providers themselves, stack references and the like.
        """
        package = package_of(token)
        if package == "pulumi":
            return None
        name = "_".join(["default", *filter(None, (version, url))])
        for sign in ".:/":
            name = name.replace(sign, "_")
        prefix = f"{package}:"
        inputs: Properties = {
            key.removeprefix(prefix): value
            for key, value in sorted(self._config.items())
            if key.startswith(prefix)
        }
        if package == "aws" and "region" not in inputs:
            region = next((os.environ[name] for name in _REGION_VARIABLES if os.environ.get(name)), None)
            inputs |= {"region": region} if region else {}
        return f"{PROVIDER_TYPE}{package}", name, self.checked(inputs, version)

    def checked(self, inputs: Properties, version: str) -> Properties:
        """The inputs of a provider as the engine keeps them: with its version."""
        return {**inputs, "version": version} if version else inputs

    def aws(self, inputs: Properties) -> Aws:
        """The region and account that a provider with these inputs would call."""
        inputs = reveal(inputs)
        region = inputs.get("region") or _REGION
        return Aws(region, _account(inputs))


def _account(inputs: Properties) -> str:
    """The account that the configuration allows or assumes a role of."""
    allowed = inputs.get("allowedAccountIds")
    if isinstance(allowed, str):
        allowed = _parsed(allowed)
    if isinstance(allowed, list) and len(allowed) == 1:
        return str(allowed[0])
    return PLACEHOLDER_ACCOUNT


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None
