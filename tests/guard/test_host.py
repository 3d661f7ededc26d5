"""The host runs on the Pulumi SDK of the project, which may be older than guard's."""

from aurora_guard.engine.host import accepted


def test_options_that_an_older_sdk_lacks_are_left_out() -> None:
    def settings(project: str, dry_run: bool = False) -> None: ...

    assert accepted(settings, project="shop", dry_run=True, root_directory="/shop") == {
        "project": "shop",
        "dry_run": True,
    }
