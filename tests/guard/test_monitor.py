"""What the monitor records of real programs, each in a process of its own."""

import json
from pathlib import Path

import pytest

from aurora_guard.engine.wire import SECRET, SIGNATURE, UNKNOWN, is_signed, reveal
from aurora_guard.errors import GuardError
from tests.harness.programs import deploy, named, write_program

PREFIX = "urn:pulumi:dev::test::"


def test_a_plain_program(tmp_path: Path) -> None:
    write_program(
        tmp_path,
        """
        import pulumi
        import pulumi_aws as aws

        group = aws.rds.SubnetGroup("db", subnet_ids=["subnet-1", "subnet-2"])
        cluster = aws.rds.Cluster(
            "orders",
            engine="aurora-postgresql",
            db_subnet_group_name=group.name,
            master_password="correct horse",
            skip_final_snapshot=True,
            opts=pulumi.ResourceOptions(
                protect=True,
                ignore_changes=["engineVersion"],
                custom_timeouts=pulumi.CustomTimeouts(create="1h30m", delete="45s"),
                retain_on_delete=True,
                delete_before_replace=True,
                replace_on_changes=["engine"],
                aliases=[pulumi.Alias(name="purchases")],
            ),
        )
        aws.rds.ClusterInstance(
            "orders-1", cluster_identifier=cluster.id, engine="aurora-postgresql", instance_class="db.r6g.large"
        )
        pulumi.export("endpoint", cluster.endpoint)
        pulumi.export("password", cluster.master_password)
        """,
        config={"aws:region": "eu-west-1", "aws:defaultTags": {"tags": {"team": "shop"}}},
    )
    deployment = deploy(tmp_path)
    cluster = named(deployment, "orders")
    assert cluster.urn == f"{PREFIX}aws:rds/cluster:Cluster::orders"
    assert cluster.parent == f"{PREFIX}pulumi:pulumi:Stack::test-dev"
    assert cluster.inputs["masterPassword"] == {SIGNATURE: SECRET, "value": "correct horse"}
    assert cluster.inputs["skipFinalSnapshot"] is True
    assert cluster.inputs["deleteAutomatedBackups"] is True  # by provider Check
    assert cluster.source(tmp_path) == "__main__.py:6"
    group_urn = f"{PREFIX}aws:rds/subnetGroup:SubnetGroup::db"
    assert cluster.property_dependencies == {"dbSubnetGroupName": [group_urn]}
    assert cluster.inputs["dbSubnetGroupName"] == deployment.resources[group_urn].inputs["name"]

    options = cluster.options
    assert options.protect and options.retain_on_delete and options.delete_before_replace
    assert options.ignore_changes == ["engineVersion"]
    assert options.replace_on_changes == ["engine"]
    assert (options.create_timeout, options.update_timeout, options.delete_timeout) == (5400, 0, 45)
    assert options.aliases == [f"{PREFIX}aws:rds/cluster:Cluster::purchases"]
    assert options.additional_secret_outputs == ["masterPassword", "masterPasswordWo"]

    instance = named(deployment, "orders-1")
    assert instance.inputs["clusterIdentifier"] == UNKNOWN
    assert instance.property_dependencies == {"clusterIdentifier": [cluster.urn]}
    assert instance.dependencies == [cluster.urn]

    provider = deployment.resources[cluster.provider]
    assert provider.urn == f"{PREFIX}pulumi:providers:aws::default_7_51_1"
    assert provider.inputs["region"] == "eu-west-1"
    assert json.loads(provider.inputs["defaultTags"]) == {"tags": {"team": "shop"}}

    stack = deployment.resources[f"{PREFIX}pulumi:pulumi:Stack::test-dev"]
    assert stack.outputs["endpoint"] == UNKNOWN
    assert is_signed(stack.outputs["password"], SECRET)
    assert stack.source(tmp_path) == ""


COMPONENTS = """
    import pulumi
    import pulumi_aws as aws

    class Inner(pulumi.ComponentResource):
        def __init__(self, name, opts=None):
            super().__init__("my:index:Inner", name, {}, opts)
            self.topic = aws.sns.Topic(f"{name}-topic", opts=pulumi.ResourceOptions(parent=self))
            self.register_outputs({"topicName": self.topic.name})

    class Outer(pulumi.ComponentResource):
        def __init__(self, name, opts=None):
            super().__init__("my:index:Outer", name, {"size": 3}, opts)
            self.inner = Inner(f"{name}-inner", opts=pulumi.ResourceOptions(parent=self))
            self.register_outputs({})
"""


def test_components_name_protect_and_provide_for_their_children(tmp_path: Path) -> None:
    write_program(
        tmp_path,
        COMPONENTS
        + """
    west = aws.Provider("west", region="us-west-2")
    outer = Outer("app", opts=pulumi.ResourceOptions(protect=True, providers=[west]))
    aws.sns.Topic("after", opts=pulumi.ResourceOptions(depends_on=[outer]))
    """,
    )
    deployment = deploy(tmp_path)
    topic = named(deployment, "app-inner-topic")
    assert topic.urn == f"{PREFIX}my:index:Outer$my:index:Inner$aws:sns/topic:Topic::app-inner-topic"
    assert topic.parent == f"{PREFIX}my:index:Outer$my:index:Inner::app-inner"
    assert topic.options.protect
    assert topic.provider == f"{PREFIX}pulumi:providers:aws::west"
    assert deployment.resources[topic.provider].inputs["region"] == "us-west-2"
    inner = named(deployment, "app-inner")
    assert inner.outputs == {"topicName": topic.inputs["name"]}
    assert not inner.custom and inner.provider == ""
    assert named(deployment, "after").dependencies == [topic.urn]  # a component stands for its children


def test_what_a_child_states_itself_is_stronger_than_its_parents_protection(tmp_path: Path) -> None:
    write_program(
        tmp_path,
        """
        import pulumi
        import pulumi_aws as aws

        above = aws.sns.Topic("above", opts=pulumi.ResourceOptions(protect=True, retain_on_delete=True))
        aws.sns.Topic("like", opts=pulumi.ResourceOptions(parent=above))
        aws.sns.Topic("open", opts=pulumi.ResourceOptions(parent=above, protect=False, retain_on_delete=False))
        """,
    )
    deployment = deploy(tmp_path)
    options = {name: named(deployment, name).options for name in ("like", "open")}
    assert options["like"].protect and options["like"].retain_on_delete
    assert not options["open"].protect and not options["open"].retain_on_delete


def test_transforms_of_resources_components_and_the_stack_run_in_that_order(tmp_path: Path) -> None:
    write_program(
        tmp_path,
        COMPONENTS
        + """
    def tag(key):
        def transform(args):
            if args.type_ != "aws:sns/topic:Topic":
                return None
            order = args.props.get("tags", {}).get("order", "")
            opts = pulumi.ResourceOptions.merge(args.opts, pulumi.ResourceOptions(protect=True))
            return pulumi.ResourceTransformResult(
                props={**args.props, "tags": {"order": order + key}}, opts=opts
            )
        return transform

    def anonymous(args):
        if args.token == "aws:index/getRegion:getRegion":
            return pulumi.InvokeTransformResult(args={"region": "sa-east-1"}, opts=args.opts)

    pulumi.runtime.register_resource_transform(tag("s"))
    pulumi.runtime.register_invoke_transform(anonymous)
    Outer("app", opts=pulumi.ResourceOptions(transforms=[tag("c")]))
    aws.sns.Topic("own", opts=pulumi.ResourceOptions(transforms=[tag("o")]))
    pulumi.export("region", aws.get_region_output().region)
    """,
    )
    deployment = deploy(tmp_path)
    assert named(deployment, "app-inner-topic").inputs["tags"] == {"order": "cs"}
    assert named(deployment, "own").inputs["tags"] == {"order": "os"}
    assert named(deployment, "own").options.protect
    assert named(deployment, "test-dev").outputs["region"] == "sa-east-1"


def test_a_transform_that_raises_fails_the_program(tmp_path: Path) -> None:
    write_program(
        tmp_path,
        """
        import pulumi
        import pulumi_aws as aws

        def broken(args):
            raise ValueError("no tags today")

        pulumi.runtime.register_resource_transform(broken)
        aws.sns.Topic("t")
        """,
    )
    with pytest.raises(GuardError) as error:
        deploy(tmp_path)
    assert "no tags today" in error.value.detail


def test_encrypted_configuration_is_an_unknown_secret_of_any_type(tmp_path: Path) -> None:
    secure = {"secure": "v1:AAAA:BBBB"}
    write_program(
        tmp_path,
        """
        import pulumi
        import pulumi_aws as aws

        config = pulumi.Config()
        aws.rds.Cluster(
            "orders",
            engine="aurora-mysql",
            master_password=config.require_secret("password"),
            port=config.require_secret_int("port"),
            backup_retention_period=config.require_int("port"),
            deletion_protection=config.get_secret_bool("locked"),
            database_name="db" + config.require("password"),
            tags=config.require_secret_object("tags"),
        )
        pulumi.export("url", pulumi.Output.format("mysql://{0}", config.get_secret("password")))
        pulumi.export("length", config.require_secret("password").apply(len))
        """,
        config={f"test:{key}": secure for key in ("password", "port", "locked", "tags")},
    )
    deployment = deploy(tmp_path)
    inputs = named(deployment, "orders").inputs
    for key in ("masterPassword", "port", "deletionProtection", "tags"):
        assert inputs[key] == {SIGNATURE: SECRET, "value": UNKNOWN}, key
    assert inputs["backupRetentionPeriod"] == inputs["databaseName"] == UNKNOWN
    outputs = named(deployment, "test-dev").outputs
    assert outputs["url"] == outputs["length"] == {SIGNATURE: SECRET, "value": UNKNOWN}


def test_functions_that_only_the_provider_can_answer(tmp_path: Path) -> None:
    write_program(
        tmp_path,
        """
        import pulumi
        import pulumi_aws as aws

        vpc = aws.ec2.get_vpc(default=True)
        subnets = aws.ec2.get_subnets(filters=[{"name": "vpc-id", "values": [vpc.id]}])
        group = aws.ec2.SecurityGroup("db", vpc_id=vpc.id, description=f"database of {vpc.cidr_block}")
        for number, subnet in enumerate(subnets.ids[:2]):
            aws.ec2.RouteTableAssociation(f"a{number}", subnet_id=subnet, route_table_id="rtb-1")
        aws.rds.SubnetGroup("plain", subnet_ids=subnets.ids)
        aws.rds.SubnetGroup("output", subnet_ids=aws.ec2.get_subnets_output().ids)
        parameter = aws.ssm.get_parameter_output(name="/engine")
        pulumi.export("engine", parameter.value.apply(lambda value: value.upper()))
        pulumi.export("default", vpc.default)
        """,
    )
    deployment = deploy(tmp_path)
    group = named(deployment, "db")
    assert group.inputs["vpcId"] == group.inputs["description"] == UNKNOWN
    assert named(deployment, "a0").inputs["subnetId"] == UNKNOWN
    assert named(deployment, "plain").inputs["subnetIds"] == UNKNOWN
    assert named(deployment, "output").inputs["subnetIds"] == UNKNOWN
    assert reveal(named(deployment, "test-dev").outputs["engine"]) == UNKNOWN


def test_a_program_may_work_with_plain_values_that_are_unknown(tmp_path: Path) -> None:
    write_program(
        tmp_path,
        """
        import base64, ipaddress, json
        import pulumi
        import pulumi_aws as aws

        vpc = aws.ec2.get_vpc(default=True)
        login = json.loads(aws.secretsmanager.get_secret_version(secret_id="db").secret_string)
        user, *_ = base64.b64decode(aws.ecr.get_credentials(registry_id="1").authorization_token).decode().split(":")
        aws.rds.Cluster(
            "db",
            engine="aurora-mysql",
            master_username=login["username"],
            master_password=login.get("password"),
            cluster_identifier=vpc.id.lower().replace("vpc", "db"),
            database_name=user,
            db_subnet_group_name=",".join(aws.ec2.get_subnets().ids),
            kms_key_id=json.dumps({"vpc": vpc.arn}),
        )
        for number, block in enumerate(ipaddress.ip_network(vpc.cidr_block).subnets(new_prefix=24)):
            aws.ec2.Subnet(f"s{number}", vpc_id=vpc.id, cidr_block=str(block))
        assert isinstance(vpc.id, str) and json.loads("[1]") == [1]
        assert len([key for key, value in vpc.tags.items()]) == 1
        """,
    )
    deployment = deploy(tmp_path)
    inputs = reveal(named(deployment, "db").inputs)
    given = (
        "masterUsername",
        "masterPassword",
        "clusterIdentifier",
        "databaseName",
        "dbSubnetGroupName",
        "kmsKeyId",
    )
    assert {inputs[key] for key in given} == {UNKNOWN}
    assert named(deployment, "s0").inputs["cidrBlock"] == UNKNOWN


def test_a_failure_names_the_functions_without_an_answer(tmp_path: Path) -> None:
    write_program(tmp_path, "import pulumi_aws as aws\nint(aws.ssm.get_parameter(name='/size').value)\n")
    with pytest.raises(GuardError, match=r"unknown without an account: aws:ssm/getParameter:getParameter\."):
        deploy(tmp_path)


def test_functions_are_answered_for_the_provider_that_is_asked(tmp_path: Path) -> None:
    write_program(
        tmp_path,
        """
        import pulumi
        import pulumi_aws as aws

        china = aws.Provider("china", region="cn-north-1", allowed_account_ids=["444455556666"])
        opts = pulumi.InvokeOptions(provider=china)
        pulumi.export("partition", aws.get_partition().partition)
        pulumi.export("chinese", aws.get_partition(opts=opts).partition)
        pulumi.export("account", aws.get_caller_identity_output(opts=opts).account_id)
        pulumi.export("zones", aws.get_availability_zones().names)
        pulumi.export("policy", aws.iam.get_policy_document_output(statements=[{
            "actions": ["sts:AssumeRole"],
            "principals": [{"type": "Service", "identifiers": ["monitoring.rds.amazonaws.com"]}],
        }]).json)
        """,
        config={"aws:region": "us-gov-west-1"},
    )
    outputs = named(deploy(tmp_path), "test-dev").outputs
    assert outputs["partition"] == "aws-us-gov"
    assert outputs["chinese"] == "aws-cn"
    assert outputs["account"] == "444455556666"
    assert outputs["zones"] == ["us-gov-west-1a", "us-gov-west-1b", "us-gov-west-1c"]
    assert json.loads(outputs["policy"])["Statement"][0]["Principal"] == {
        "Service": "monitoring.rds.amazonaws.com"
    }


def test_what_exists_already_is_read_and_not_registered(tmp_path: Path) -> None:
    write_program(
        tmp_path,
        """
        import pulumi
        import pulumi_aws as aws

        network = pulumi.StackReference("organization/network/prod")
        key = aws.kms.Key.get("shared", "1234abcd")
        cluster = aws.rds.Cluster(
            "orders",
            engine="aurora-mysql",
            kms_key_id=key.arn,
            db_subnet_group_name=network.require_output("subnetGroup"),
            vpc_security_group_ids=network.get_output("groups"),
        )
        aws.rds.Cluster("imported", engine="aurora-mysql", opts=pulumi.ResourceOptions(import_="old-cluster"))
        pulumi.export("keyId", key.id)
        """,
    )
    deployment = deploy(tmp_path)
    assert {resource.name for resource in deployment.reads.values()} == {
        "shared",
        "organization/network/prod",
    }
    assert not any(resource.name == "shared" for resource in deployment.resources.values())
    cluster = named(deployment, "orders")
    for key in ("kmsKeyId", "dbSubnetGroupName", "vpcSecurityGroupIds"):
        assert cluster.inputs[key] == UNKNOWN, key
    assert cluster.property_dependencies["kmsKeyId"] == [f"{PREFIX}aws:kms/key:Key::shared"]
    assert named(deployment, "test-dev").outputs["keyId"] == "1234abcd"
    assert named(deployment, "imported").options.import_id == "old-cluster"


def test_types_that_nobody_here_knows(tmp_path: Path) -> None:
    write_program(
        tmp_path,
        """
        import pulumi
        from pulumi.dynamic import CreateResult, Resource, ResourceProvider

        class Provider(ResourceProvider):
            def create(self, props):
                return CreateResult("1", props)

        class Thing(Resource):
            def __init__(self, name, props):
                super().__init__(Provider(), name, props)

        class Namespace(pulumi.CustomResource):
            def __init__(self, name, props, opts=None):
                super().__init__("kubernetes:core/v1:Namespace", name, props, opts)

        thing = Thing("thing", {"size": 3, "result": None})
        Namespace("ns", {"metadata": {"labels": {"thing": thing.id}}, "asset": pulumi.StringAsset("text")})
        """,
    )
    deployment = deploy(tmp_path)
    thing = named(deployment, "thing")
    assert thing.type == "pulumi-python:dynamic:Resource"
    assert thing.provider == f"{PREFIX}pulumi:providers:pulumi-python::default"
    namespace = named(deployment, "ns")
    assert namespace.inputs["metadata"] == {"labels": {"thing": UNKNOWN}}
    assert namespace.property_dependencies["metadata"] == [thing.urn]
    assert namespace.provider == f"{PREFIX}pulumi:providers:kubernetes::default"


def test_resources_passed_as_values_are_their_ids(tmp_path: Path) -> None:
    write_program(
        tmp_path,
        COMPONENTS
        + """
    class Holder(pulumi.CustomResource):
        def __init__(self, name, props):
            super().__init__("other:index:Holder", name, props)

    topic = aws.sns.Topic("t")
    Holder("h", {"topic": topic, "component": Outer("app"), "many": [topic]})
    """,
    )
    inputs = named(deploy(tmp_path), "h").inputs
    assert inputs == {"topic": UNKNOWN, "component": f"{PREFIX}my:index:Outer::app", "many": [UNKNOWN]}


def test_asynchronous_programs(tmp_path: Path) -> None:
    write_program(
        tmp_path,
        """
        import asyncio
        import pulumi
        import pulumi_aws as aws

        async def later(value):
            await asyncio.sleep(0.01)
            return value

        async def main():
            await asyncio.sleep(0.01)
            topic = aws.sns.Topic("inside", name=await later("chosen"))
            return {"topic": topic.name}

        aws.sns.Topic("outside", display_name=pulumi.Output.from_input(later("shown")))
        pulumi.Output.all(a=later(1)).apply(lambda values: aws.sns.Topic(f"applied-{values['a']}"))
        pulumi.run(main)
        """,
    )
    deployment = deploy(tmp_path)
    assert named(deployment, "inside").inputs["name"] == "chosen"
    assert named(deployment, "outside").inputs["displayName"] == "shown"
    assert named(deployment, "applied-1")
    assert named(deployment, "test-dev").outputs["topic"] == "chosen"


def test_methods_hooks_and_required_versions_are_no_obstacle(tmp_path: Path) -> None:
    write_program(
        tmp_path,
        """
        import pulumi
        import pulumi_aws as aws

        pulumi.runtime.require_pulumi_version(">=99.0.0")
        hook = pulumi.ResourceHook("notify", lambda args: print("created"))
        topic = aws.sns.Topic(
            "t", opts=pulumi.ResourceOptions(hooks=pulumi.ResourceHookBinding(after_create=[hook]))
        )
        pulumi.export("called", pulumi.runtime.call("aws:index:method", {"topic": topic.arn}, topic))
        pulumi.log.warn("mind the gap")
        print("printed")
        """,
    )
    deployment = deploy(tmp_path)
    assert named(deployment, "test-dev").outputs["called"] == UNKNOWN
    assert deployment.messages == ["warning: mind the gap"]
    assert deployment.output == "printed"


def test_names_made_of_what_is_unknown_are_readable_and_differ(tmp_path: Path) -> None:
    write_program(
        tmp_path,
        """
        import pulumi
        import pulumi_aws as aws

        for tier in ("front", "back"):
            vpc = aws.ec2.get_vpc(tags={"tier": tier})
            group = aws.ec2.SecurityGroup(f"group-{vpc.id}", vpc_id=vpc.id)
            aws.vpc.SecurityGroupIngressRule(
                f"rule-{vpc.id}", security_group_id=group.id, ip_protocol="-1", cidr_ipv4=vpc.cidr_block
            )
            aws.ec2.Vpc.get(f"vpc-{vpc.id}", vpc.id)
        """,
    )
    deployment = deploy(tmp_path)
    assert {resource.name for resource in deployment.resources.values()} >= {
        "group-unknown", "group-unknown-2", "rule-unknown", "rule-unknown-2",
    }  # fmt: skip
    assert {read.name for read in deployment.reads.values()} == {"vpc-unknown", "vpc-unknown-2"}
    rule = named(deployment, "rule-unknown-2")
    assert rule.property_dependencies["securityGroupId"] == [named(deployment, "group-unknown-2").urn]


def test_two_resources_with_one_urn(tmp_path: Path) -> None:
    write_program(
        tmp_path,
        """
        import pulumi_aws as aws

        aws.sns.Topic("same", name="a")
        aws.sns.Topic("same", name="b")
        """,
    )
    with pytest.raises(GuardError) as error:
        deploy(tmp_path)
    assert f"the same URN, {PREFIX}aws:sns/topic:Topic::same" in str(error.value)
    assert f"{tmp_path / '__main__.py'}:4" in str(error.value)
    assert f"{tmp_path / '__main__.py'}:5" in str(error.value)
