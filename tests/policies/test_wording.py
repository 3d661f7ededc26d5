"""What the server writes into a text, `guard` reads back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from aurora_policies import wording

TEXT = st.text(alphabet=st.sampled_from("ab [](){}:.'`\n"), max_size=20)
PATH = st.sampled_from(["", "ingress[0].cidrBlocks[1]", "tags", "policy.Statement[2]"])
URN = st.sampled_from(["", "urn:pulumi:dev::shop::aws:rds/cluster:Cluster::my orders [a]"])


@settings(deadline=None)
@given(TEXT, PATH)
def test_the_property_is_read_back(message: str, path: str) -> None:
    text, read = wording.split_property(wording.with_property(message, path))
    if path:
        assert (text, read) == (message.rstrip(), path)
    else:
        assert text == message


@settings(deadline=None)
@given(TEXT, URN)
def test_the_resource_is_read_back(reason: str, urn: str) -> None:
    assert wording.split_resource(wording.with_resource(reason, urn)) == (reason, urn)


@settings(deadline=None)
@given(TEXT, st.booleans())
def test_the_reason_of_an_unknown_is_read_back(reason: str, preview: bool) -> None:
    message = wording.unknown("rds-in-vpc", "pack", "1.0.0", reason, preview=preview)
    assert ("during preview" in message) is preview
    assert wording.unknown_reason(message) == reason


def test_the_words_of_the_sdk_are_read_too() -> None:
    said = (
        "can't run policy 'x' from policy pack 'p@v0.0.1' during preview: string value at .a can't be known"
    )
    assert wording.unknown_reason(said) == "string value at .a can't be known"
    assert wording.unknown_reason("`a` is false.") is None
