"""A backend in S3, served by moto; and what goes wrong on the way to one."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import botocore.session
import pytest
from moto.server import ThreadedMotoServer

from aurora_guard.audit.run import Request, audit
from aurora_guard.errors import GuardError
from aurora_guard.state import locations
from aurora_guard.state.locations import find
from tests.harness import state
from tests.policies.analyzer import PACK
from tests.policies.cases import cluster


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """An S3 with a bucket `states`: a backend of three stacks below `team`, one of them damaged."""
    with pytest.MonkeyPatch.context() as environment:
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            environment.setenv(name, "test")
        server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        server.start()
        address = "{}:{}".format(*server.get_host_and_port())
        s3 = botocore.session.get_session().create_client(
            "s3", endpoint_url=f"http://{address}", region_name="eu-central-1"
        )
        s3.create_bucket(Bucket="states", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
        for stack in ("dev", "prod"):
            document = json.dumps(state.checkpoint(state.resources(cluster("orders"), stack=stack)))
            s3.put_object(Bucket="states", Key=f"team/.pulumi/stacks/shop/{stack}.json", Body=document)
        s3.put_object(Bucket="states", Key="team/.pulumi/stacks/shop/bad.json", Body=b"{")
        s3.put_object(Bucket="states", Key="team/.pulumi/stacks/shop/dev.json.bak", Body=b"{")
        s3.put_object(Bucket="states", Key="team/.pulumi/meta.yaml", Body=b"version: 1")
        s3.put_object(Bucket="states", Key="empty/readme.txt", Body=b"nothing")
        yield f"?endpoint={address}&disableSSL=true&s3ForcePathStyle=true&region=eu-central-1"
        server.stop()


def test_a_backend_in_a_bucket(endpoint: str, tmp_path: Path) -> None:
    request = Request([f"s3://states/team{endpoint}"], PACK, workers=2, out=tmp_path)
    with audit(request) as report:
        assert [result.name for result in report.stacks()] == ["test/dev", "test/prod"]
        assert [item.source for item in report.unreadable] == [
            "s3://states/team/.pulumi/stacks/shop/bad.json"
        ]
    again = []
    with audit(request, lambda stacks, _: again.append(stacks)):
        assert again[0] == 1  # only the damaged one is tried again


def test_one_file_of_a_bucket(endpoint: str) -> None:
    files = find([f"s3://states/team/.pulumi/stacks/shop/dev.json{endpoint}"])
    assert [file.source for file in files] == ["s3://states/team/.pulumi/stacks/shop/dev.json"]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("s3://nobody", "s3://nobody{endpoint} does not exist."),
        (
            "s3://states/empty",
            "There are no stacks in s3://states/empty{endpoint}: it is no self-managed backend",
        ),
    ],
)
def test_a_wrong_bucket(endpoint: str, source: str, message: str) -> None:
    with pytest.raises(GuardError) as error:
        find([source + endpoint])
    assert message.format(endpoint=endpoint) in str(error.value)


def test_an_unreachable_bucket(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locations, "_ATTEMPTS", 1)
    with pytest.raises(GuardError) as error:
        find(["s3://states?endpoint=127.0.0.1:9&disableSSL=true"])
    assert "s3://states?endpoint=127.0.0.1:9&disableSSL=true can't be read: " in str(error.value)
    assert "127.0.0.1:9" in str(error.value).split("can't be read", 1)[1]


def test_a_package_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    monkeypatch.delitem(sys.modules["fsspec.registry"]._registry, "s3", raising=False)
    with pytest.raises(GuardError) as error:
        find(["s3://states"])
    assert "s3://states needs the package s3fs: `pip install s3fs`" in str(error.value)
    assert "with the extra `s3`" in str(error.value)


def test_azure_reads_what_pulumi_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZURE_STORAGE_ACCOUNT", "company")
    monkeypatch.setenv("AZURE_STORAGE_KEY", "key")
    assert locations._options("azblob", {}) == {"account_name": "company", "account_key": "key"}
    monkeypatch.delenv("AZURE_STORAGE_KEY")
    assert locations._options("azblob", {"storage_account": "other"}) == {
        "account_name": "other",
        "anon": False,
    }
