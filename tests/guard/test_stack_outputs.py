"""References to other stacks take their outputs from files, or are unknown with a word about it."""

import json
from pathlib import Path
from typing import Any

import pytest

from aurora_guard.engine import stack_outputs
from aurora_guard.engine.stack_outputs import HIDDEN
from aurora_guard.engine.wire import SECRET, SIGNATURE, UNKNOWN, secret
from aurora_guard.errors import GuardError
from tests.harness.command import PACKS, guard
from tests.harness.programs import deploy, named, previewed, write_program

TINY = PACKS / "tiny"

PROGRAM = """
    import pulumi

    network = pulumi.StackReference("acme/network/dev")
    pulumi.export("vpc", network.require_output("vpcId"))
    pulumi.export("password", network.get_output("password"))
    pulumi.export("none", network.get_output("nothing"))
    network.get_output("vpcId").apply(lambda value: print("the VPC is", value))
"""


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("acme/network/dev", {"a": 1}),
        ("network/dev", {"a": 1}),
        ("network/prod", {"b": 2}),
        ("other/network/prod", None),
        ("base", {"c": 3}),
        ("acme/shop/base", {"c": 3}),
        ("absent", None),
    ],
)
def test_a_stack_has_a_full_name_and_shorter_ones(name: str, found: Any) -> None:
    outputs = {"acme/network/dev": {"a": 1}, "network/prod": {"b": 2}, "base": {"c": 3}}
    assert stack_outputs.of(name, outputs, "acme", "shop") == found


def test_outputs_come_from_a_file_or_from_the_folder(tmp_path: Path) -> None:
    write_program(tmp_path, PROGRAM)
    file = tmp_path / "network.json"
    file.write_text('{"vpcId": "vpc-1", "password": "[secret]"}')
    arguments = ("preview", "--policy-pack", TINY, "--stack-outputs", f"acme/network/dev={file}")
    result = guard(*arguments, cwd=tmp_path)
    assert (result.status, result.stderr) == (0, "the VPC is vpc-1\n")
    (tmp_path / "stack-outputs" / "acme" / "network").mkdir(parents=True)
    (tmp_path / "stack-outputs" / "acme" / "network" / "dev.json").write_text('{"vpcId": "vpc-2"}')
    assert "the VPC is vpc-2" in previewed(tmp_path, TINY).messages


def test_a_secret_of_another_stack_is_an_unknown_secret_and_keeps_the_rest_known(tmp_path: Path) -> None:
    write_program(tmp_path, PROGRAM)
    outputs = {"acme/network/dev": {"vpcId": "vpc-1", "password": secret(HIDDEN)}}
    stack = named(deploy(tmp_path, stack_outputs=outputs), "test-dev")
    assert stack.outputs == {"vpc": "vpc-1", "password": {SIGNATURE: SECRET, "value": UNKNOWN}}


def test_an_export_of_a_stack_will_do(tmp_path: Path) -> None:
    outputs = {
        "vpcId": "vpc-1",
        "password": {SIGNATURE: SECRET, "ciphertext": "v1:x"},
        "list": [{"a": "[secret]"}],
    }
    state = {"type": "pulumi:pulumi:Stack", "urn": "urn:…", "outputs": outputs}
    file = tmp_path / "stack.json"
    file.write_text(json.dumps({"version": 3, "deployment": {"resources": [state]}}))
    assert stack_outputs.load(tmp_path, {"dev": file}) == {
        "dev": {"vpcId": "vpc-1", "password": secret(HIDDEN), "list": [{"a": secret(HIDDEN)}]}
    }


def test_without_a_file_the_outputs_are_unknown_and_the_report_says_so(tmp_path: Path) -> None:
    messages = previewed(write_program(tmp_path, PROGRAM), TINY).messages
    assert messages == [
        "warning: the outputs of the stack 'acme/network/dev' are unknown here. Save them with `pulumi stack output "
        "--json --stack acme/network/dev`, and give them with --stack-outputs acme/network/dev=FILE."
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[]", "must hold an object, not a list"),
        ('{"deployment": {"resources": []}}', "is an export without a stack"),
        ("{", "is not valid JSON"),
    ],
)
def test_a_file_that_holds_no_outputs(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "x.json").write_text(content)
    with pytest.raises(GuardError, match=message):
        stack_outputs.load(tmp_path, {"dev": tmp_path / "x.json"})


def test_an_option_without_a_file() -> None:
    result = guard("preview", "--stack-outputs", "dev")
    assert result.status == 2
    assert "--stack-outputs 'dev' must have the form STACK=FILE" in result.stderr


def test_values_from_pulumi_esc_are_missing_with_a_word(tmp_path: Path) -> None:
    write_program(tmp_path, "import pulumi\n")
    (tmp_path / "Pulumi.dev.yaml").write_text("environment:\n  - aws/prod\nconfig: {}\n")
    (message,) = previewed(tmp_path, TINY).messages
    assert "takes values from Pulumi ESC (`environment`), which guard can't reach" in message
