"""Previews from end to end: a real program, a real pack, and what the command shows of them."""

import json
from pathlib import Path
from textwrap import dedent

import pytest

from aurora_guard.report.model import Report, Status
from aurora_guard.shipped import pack_folder
from tests.harness.command import PACKS, guard
from tests.harness.programs import previewed, write_program

TINY = PACKS / "tiny"

UNSAFE = """
    import pulumi
    import pulumi_aws as aws

    config = pulumi.Config()
    cluster = aws.rds.Cluster("orders", engine="aurora-mysql", master_password="s3cret-literal")
    aws.rds.ClusterInstance(
        "orders-1", cluster_identifier=cluster.id, engine="aurora-mysql", instance_class="db.r6g.large"
    )
    unknown = aws.ssm.get_parameter_output(name="/encrypted").value.apply(lambda value: value == "yes")
    aws.rds.Cluster("later", engine="aurora-mysql", storage_encrypted=unknown, backup_retention_period=14)
    aws.rds.Cluster("exempt-1", engine="aurora-mysql", backup_retention_period=14)
    print("the program says hello")
    print("to", aws.ec2.get_vpc(default=True).id)
"""

URN = "urn:pulumi:dev::test::aws:rds/cluster:Cluster::"
STACK = "urn:pulumi:dev::test::pulumi:pulumi:Stack::test-dev"


@pytest.fixture(scope="module")
def unsafe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_program(tmp_path_factory.mktemp("unsafe"), UNSAFE)


def found(report: Report, control: str, status: Status) -> dict[str, tuple[str, str]]:
    """Message and property path by the name of the resource."""
    return {
        finding.urn.rsplit("::", 1)[1]: (finding.message, finding.path)
        for finding in report.findings
        if finding.control.name == control and finding.status is status
    }


def test_the_command_shows_a_table_and_exits_with_1(unsafe: Path) -> None:
    result = guard("preview", "--policy-pack", TINY, cwd=unsafe)
    assert result.status == 1
    assert result.stdout.startswith("test/dev: 6 resources, 3 controls of tiny 1.2.3\n")
    assert "  fail  critical  storage-encrypted  storageEncrypted must be true.  Fix: Set" in result.stdout
    assert result.stdout.endswith("mandatory), 1 unknown, 1 exempt, 2 passed\n")
    assert result.stderr == "the program says hello\nto <unknown>\n"
    assert "s3cret-literal" not in result.stdout


def test_json_goes_to_standard_output_alone_or_to_a_file(unsafe: Path, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    result = guard(
        "preview", "--project", unsafe, "--policy-pack", TINY, "--format", "json", "--output", file
    )
    assert (result.status, result.stdout) == (1, "")
    report = json.loads(file.read_text())
    assert report["version"] == 1
    assert report["summary"]["mandatory_failures"] == 4
    assert {resource["name"]: resource["source"] for resource in report["resources"]} == {
        "orders": "__main__.py:6",
        "orders-1": "__main__.py:7",
        "later": "__main__.py:11",
        "exempt-1": "__main__.py:12",
        "default_7_51_1": "",
        "test-dev": "",
    }
    assert "s3cret-literal" not in file.read_text()


def test_every_status_comes_out_of_the_protocol(unsafe: Path) -> None:
    report = previewed(unsafe, TINY)
    name = "storage-encrypted"
    assert found(report, name, Status.FAIL) == {
        "orders": ("storageEncrypted must be true.", "storageEncrypted")
    }
    assert found(report, name, Status.UNKNOWN) == {
        "later": ("string value at .storageEncrypted can't be known during preview", "")
    }
    assert found(report, name, Status.EXEMPT) == {
        "exempt-1": ("agreed with the platform team until 2027-01-01", "")
    }
    assert set(found(report, name, Status.NOT_APPLICABLE)) == {"orders-1", "default_7_51_1", "test-dev"}
    assert set(found(report, "backup-retention", Status.PASS)) == {"later", "exempt-1"}
    assert set(found(report, "two-instances", Status.FAIL)) == {"orders", "later", "exempt-1"}
    assert not found(report, "two-instances", Status.PASS)
    assert not any(finding.control.name == "copy-tags" for finding in report.findings)  # disabled


def test_reports_are_the_same_each_time(unsafe: Path) -> None:
    assert previewed(unsafe, TINY) == previewed(unsafe, TINY)


def test_levels_and_settings_come_from_the_configuration(unsafe: Path, tmp_path: Path) -> None:
    file = tmp_path / "policies.json"
    file.write_text(
        json.dumps({"all": "advisory", "backup-retention": {"minimumDays": 14}, "two-instances": "disabled"})
    )
    report = previewed(unsafe, TINY, pack_configs=[file])
    assert report.mandatory_failures == 0
    assert [control.name for control in report.controls] == [
        "storage-encrypted",
        "backup-retention",
        "copy-tags",
    ]
    assert found(report, "backup-retention", Status.FAIL) == {
        "orders": ("`backupRetentionPeriod`: backups are kept 1 days, fewer than 14", "backupRetentionPeriod")
    }
    assert guard("preview", "--policy-pack", TINY, "--policy-pack-config", file, cwd=unsafe).status == 0


def test_a_stack_policy_with_nothing_to_say_passed(tmp_path: Path) -> None:
    report = previewed(write_program(tmp_path, "import pulumi"), TINY)
    assert found(report, "two-instances", Status.PASS) == {"test-dev": ("", "")}
    assert [finding.urn for finding in report.findings if finding.status is Status.PASS] == [STACK]


def test_remediation_comes_before_analysis_and_keeps_secrets(unsafe: Path, tmp_path: Path) -> None:
    file = tmp_path / "policies.json"
    file.write_text(json.dumps({"all": "disabled", "copy-tags": "remediate"}))
    report = previewed(unsafe, TINY, pack_configs=[file])
    assert found(report, "copy-tags", Status.PASS) == dict.fromkeys(
        ("orders", "later", "exempt-1"), ("Remediated: copyTagsToSnapshot.", "")
    )
    assert report.mandatory_failures == 0


def test_several_packs_each_with_its_configuration(unsafe: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    first.write_text('{"all": "disabled"}')
    second.write_text('{"all": "advisory"}')
    report = previewed(unsafe, TINY, PACKS / "empty", pack_configs=[first, second])
    assert [pack.name for pack in report.packs] == ["tiny", "empty"]
    assert [(control.pack, control.level) for control in report.controls] == [("empty", "advisory")]
    assert {finding.status for finding in report.findings} == {Status.PASS}


def test_a_pack_that_has_to_know_the_stack(tmp_path: Path) -> None:
    write_program(tmp_path, "import pulumi", config={"test:team": "payments"})
    report = previewed(tmp_path, PACKS / "inquisitive")
    assert found(report, "context", Status.FAIL)["test-dev"] == (
        "organization/test/dev, payments, dry run True",
        "",
    )


def test_the_projects_own_pack_is_the_default(unsafe: Path) -> None:
    result = guard("preview", "--project", unsafe, "--format", "json")
    assert result.report["pack"]["name"] == "aurora-guardrails"
    assert (pack_folder() / "PulumiPolicy.yaml").is_file()


def test_colour_only_where_it_is_wanted(unsafe: Path) -> None:
    result = guard("preview", "--project", unsafe, "--policy-pack", TINY, env={"FORCE_COLOR": "1"})
    assert "\x1b[" not in result.stdout


def test_a_pack_judges_while_the_program_still_registers(tmp_path: Path) -> None:
    judged = tmp_path / "judged"
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "PulumiPolicy.yaml").write_text("runtime: python\n")
    (pack / "__main__.py").write_text(
        dedent(
            f"""
            from pathlib import Path
            from pulumi_policy import PolicyPack, ResourceValidationPolicy

            def validate(args, report):
                if args.name == "first":
                    Path({str(judged)!r}).touch()

            policy = ResourceValidationPolicy(name="policy", description="A policy", validate=validate)
            PolicyPack(name="early", policies=[policy])
            """
        )
    )
    program = tmp_path / "program"
    program.mkdir()
    write_program(
        program,
        f"""
        import time
        from pathlib import Path
        import pulumi

        first = pulumi.ComponentResource("test:index:Thing", "first")

        def wait(urn):
            deadline = time.monotonic() + 30
            while not Path({str(judged)!r}).exists():
                if time.monotonic() > deadline:
                    raise Exception("nothing was judged while the program ran")
                time.sleep(0.05)

        first.urn.apply(wait)
        """,
    )
    report = previewed(program, pack)
    assert [finding.control.name for finding in report.findings if finding.urn.endswith("::first")] == [
        "policy"
    ]
