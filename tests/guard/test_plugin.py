"""Remote components: a plugin process constructs them against the same monitor."""

from pathlib import Path
from textwrap import dedent

import pytest

from aurora_guard.engine.wire import SECRET, SIGNATURE, UNKNOWN
from aurora_guard.errors import GuardError
from tests.harness.programs import deploy, named, write_program

PLUGIN = """
    from typing import Optional, TypedDict

    import pulumi
    import pulumi_aws as aws
    from pulumi.provider.experimental import component_provider_host


    class QueueArgs(TypedDict):
        title: pulumi.Input[str]
        password: Optional[pulumi.Input[str]]
        labels: Optional[dict[str, pulumi.Input[str]]]


    class Queue(pulumi.ComponentResource):
        topic_name: pulumi.Output[str]
        topic_arn: pulumi.Output[str]

        def __init__(self, name: str, args: QueueArgs, opts: Optional[pulumi.ResourceOptions] = None) -> None:
            super().__init__("queues:index:Queue", name, {}, opts)
            if args.get("title") == "broken":
                raise ValueError("no such title")
            for label, value in (args.get("labels") or {}).items():
                aws.sns.Topic(f"{name}-{label}", display_name=value)
            topic = aws.sns.Topic(
                f"{name}-topic",
                name="fixed",
                display_name=args["title"],
                tags={"password": args["password"]} if args.get("password") else None,
                opts=pulumi.ResourceOptions(parent=self),
            )
            self.topic_name = topic.name
            self.topic_arn = topic.arn
            self.register_outputs({"topicName": topic.name, "topicArn": topic.arn})


    component_provider_host(name="queues", components=[Queue])
"""

PROGRAM = """
    import pulumi
    import pulumi_aws as aws


    class Queue(pulumi.ComponentResource):
        def __init__(self, name, props, opts=None):
            super().__init__("queues:index:Queue", name, {**props, "topicName": None, "topicArn": None}, opts, True)


    config = pulumi.Config()
    source = aws.sns.Topic("source")
    west = aws.Provider("west", region="us-west-2")
    queue = Queue(
        "jobs",
        {
            "title": config.get("title") or source.arn,
            "password": pulumi.Output.secret("hidden"),
            "labels": {"plain": "x", "later": source.arn, "secret": pulumi.Output.secret("y")},
        },
        pulumi.ResourceOptions(protect=True, providers=[west]),
    )
    pulumi.export("topic", queue.topicName)
    pulumi.export("arn", queue.topicArn)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    plugin = tmp_path / "queues"
    plugin.mkdir()
    (plugin / "PulumiPlugin.yaml").write_text("runtime: python\n")
    write_program(plugin, PLUGIN)
    (plugin / "Pulumi.yaml").unlink()
    return write_program(tmp_path, PROGRAM, packages={"queues": "./queues"})


def test_a_remote_component_registers_its_children(project: Path) -> None:
    deployment = deploy(project)
    topic = named(deployment, "jobs-topic")
    assert topic.urn == "urn:pulumi:dev::test::queues:index:Queue$aws:sns/topic:Topic::jobs-topic"
    assert topic.inputs["displayName"] == UNKNOWN
    assert topic.inputs["tags"] == {"password": {SIGNATURE: SECRET, "value": "hidden"}}
    assert topic.property_dependencies["displayName"] == [named(deployment, "source").urn]
    assert topic.provider.endswith("pulumi:providers:aws::west")
    assert topic.options.protect
    assert topic.source(project) == "queues/__main__.py:25"
    component = named(deployment, "jobs")
    assert component.outputs == {"topicName": "fixed", "topicArn": UNKNOWN}
    assert named(deployment, "test-dev").outputs == {"topic": "fixed", "arn": UNKNOWN}


def test_plugins_may_be_named_as_plugins_too(project: Path) -> None:
    write_program(project, PROGRAM, plugins={"providers": [{"name": "queues", "path": "./queues"}]})
    assert named(deploy(project), "jobs-topic")


def test_a_component_that_refuses_its_arguments(project: Path) -> None:
    with pytest.raises(GuardError) as error:
        deploy(project, overrides={"title": "broken"})
    assert "queues:index:Queue 'jobs' could not be constructed" in str(error.value)
    assert "no such title" in str(error.value)


def test_all_that_the_sdk_says_of_wrong_arguments_is_shown(project: Path) -> None:
    """It says it in the details of the status, not in its message."""
    (project / "__main__.py").write_text(dedent(PROGRAM).replace('"title": config', '"titel": config'))
    with pytest.raises(GuardError) as error:
        deploy(project)
    assert "queues:index:Queue 'jobs' could not be constructed: " in str(error.value)
    assert "title" in str(error.value)


def test_values_in_a_map_keep_what_they_are(project: Path) -> None:
    deployment = deploy(project)
    assert named(deployment, "jobs-plain").inputs["displayName"] == "x"
    assert named(deployment, "jobs-later").inputs["displayName"] == UNKNOWN
    assert named(deployment, "jobs-later").property_dependencies["displayName"] == [
        named(deployment, "source").urn
    ]
    assert named(deployment, "jobs-secret").inputs["displayName"] == {SIGNATURE: SECRET, "value": "y"}


def test_a_plugin_that_does_not_start(project: Path) -> None:
    (project / "queues" / "__main__.py").write_text("print('hello')\n")
    with pytest.raises(
        GuardError, match=r"The plugin 'queues' in .* did not start: its first line must be its port"
    ):
        deploy(project)


OPAQUE = """
    import pulumi
    import pulumi_aws as aws


    class Vpc(pulumi.ComponentResource):
        def __init__(self, name, props, opts=None):
            outputs = {"vpcId": None, "natGateways": None}
            super().__init__("nets:ec2:Vpc", name, {**outputs, **props}, opts, True)


    vpc = Vpc("net", {"natGateways": {"strategy": "Single"}})
    aws.ec2.SecurityGroup("db", vpc_id=vpc.vpcId, opts=pulumi.ResourceOptions(parent=vpc))
    pulumi.export("gateways", vpc.natGateways)
"""


@pytest.mark.parametrize("named_as", [None, "nets@1.2.0", "./node"])
def test_a_component_of_a_plugin_that_cannot_run_is_opaque(tmp_path: Path, named_as: str | None) -> None:
    (tmp_path / "node").mkdir()
    (tmp_path / "node" / "PulumiPlugin.yaml").write_text("runtime: nodejs\n")
    packages = {"packages": {"nets": named_as}} if named_as else {}
    deployment = deploy(write_program(tmp_path, OPAQUE, **packages))
    group = named(deployment, "db")
    assert group.inputs["vpcId"] == UNKNOWN
    assert group.property_dependencies["vpcId"] == [named(deployment, "net").urn]
    assert named(deployment, "test-dev").outputs == {"gateways": UNKNOWN}  # no echo of the input
    assert named(deployment, "net").unjudged == (
        "It comes from the package 'nets', whose plugin guard cannot run: what it makes is not judged, and what it "
        "returns is unknown."
    )


def test_a_folder_that_holds_no_plugin(tmp_path: Path) -> None:
    (tmp_path / "nets").mkdir()
    with pytest.raises(GuardError, match=r"The plugin 'nets' in .* has no PulumiPlugin.yaml"):
        deploy(write_program(tmp_path, OPAQUE, packages={"nets": "./nets"}))
