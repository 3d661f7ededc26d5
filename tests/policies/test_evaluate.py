"""How a reason names what a control is about."""

import pytest

from aurora_policies.evaluate import plural


@pytest.mark.parametrize(
    ("one", "more"),
    [
        ("DB cluster", "DB clusters"),
        ("RDS Proxy", "RDS Proxies"),
        ("access key", "access keys"),
        ("vault notifications", "vault notifications"),
        ("KMS key with imported material", "KMS keys with imported material"),
        ("list of inline policies", "lists of inline policies"),
        ("KMS key policy", "KMS key policies"),
    ],
)
def test_a_noun_in_the_plural(one: str, more: str) -> None:
    assert plural(one) == more
