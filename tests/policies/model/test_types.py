"""Every type that a view covers is one that the provider has: a misspelt one is judged by nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pulumi_aws
import pytest

from aurora_policies.controls import catalogue
from aurora_policies.model import View

# Types that older releases of the provider had.
FORMER = {"aws:rds/securityGroup:SecurityGroup"}
KNOWN = set(re.findall(r'"(aws:[\w/]+:\w+)"', Path(pulumi_aws.__file__).read_text("utf-8")))


def views(kind: type[View] = View) -> Iterator[type[View]]:
    for view in kind.__subclasses__():
        yield view
        yield from views(view)


# The catalogue imports every control, and with them every view.
VIEWS = sorted({view for _ in [catalogue()] for view in views()}, key=lambda view: view.__qualname__)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_the_provider_has_every_type(view: type[View]) -> None:
    classic = {token for token in view.TYPES if token.startswith("aws:")}
    assert classic <= KNOWN | FORMER
