"""The AccessHost component: Session Manager forwards one port of a private database to a person's machine."""

from collections.abc import Mapping

import pulumi
import pulumi_aws as aws
from pulumi import Input, InvokeOptions, Output

from ..database_key import component_key
from ..support import connection as handle
from ..support.arguments import check
from ..support.aws import Location, Statement, child_options, locate, policy_document
from ..support.enums import Protection
from ..support.port_rules import PortRules
from ..support.service_role import ServiceRole, service_role
from .args import AccessHostArgs
from .sessions import session_command, session_statements
from .validation import validate

AMI_PARAMETER = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"
"""Public parameter that names the current Amazon Linux 2023 image for Graviton. It holds the SSM agent."""


HTTPS = 443


class AccessHost(pulumi.ComponentResource):
    """Connects people to a private database without a VPN. IAM decides who may start a session; CloudTrail records it.

    The host has no key pair, no public address and no inbound rule. It can reach the database and the endpoints of
    Systems Manager, and nothing else. It stores no data, so it can be replaced at any time.
    """

    instance_id: Output[str]
    """Id of the host."""
    session_command: Output[str]
    """Command that forwards the database to a port of the user's own machine."""
    security_group_id: Output[str]
    """Security group of the host."""
    role_arn: Output[str]
    """Role of the host."""

    def __init__(self, name: str, args: AccessHostArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        spec = check("AccessHost", name, args, AccessHostArgs, validate)
        super().__init__("aurora:index:AccessHost", name, {}, opts)

        region = spec.get("region")
        tags = {"Name": f"{name}-{pulumi.get_stack()}", **spec.get("tags", {})}
        location = locate(self, region)
        database = handle.decode(spec["connection"])
        security_group = self._security_group(name, database, spec, tags)
        role = self._role(name, location, spec, tags)
        profile = aws.iam.InstanceProfile(
            f"{name}-profile", role=role.name, path=spec.get("iam_path"), tags=tags, opts=child_options(self)
        )
        host = aws.ec2.Instance(
            f"{name}-host",
            ami=spec["ami_id"] if "ami_id" in spec else self._current_image(region),
            instance_type=spec.get("instance_type", "t4g.nano"),
            subnet_id=spec["subnet_id"],
            vpc_security_group_ids=[security_group.id],
            associate_public_ip_address=False,
            iam_instance_profile=profile.name,
            ebs_optimized=True,
            monitoring=True,
            metadata_options=aws.ec2.InstanceMetadataOptionsArgs(
                http_endpoint="enabled",
                http_tokens="required",
                http_put_response_hop_limit=1,
                instance_metadata_tags="disabled",
            ),
            root_block_device=aws.ec2.InstanceRootBlockDeviceArgs(
                encrypted=True,
                kms_key_id=spec["kms_key_arn"]
                if "kms_key_arn" in spec
                else self._disk_key(name, region, tags),
                volume_type="gp3",
                delete_on_termination=True,
                tags=tags,
            ),
            region=region,
            tags=tags,
            opts=child_options(
                self,
                depends_on=[role.attachment],
                # A newer image must not replace the host while people are connected.
                ignore_changes=["ami"],
            ),
        )
        self.instance_id = host.id
        self.session_command = session_command(host.id, database, spec.get("local_port"))
        self.security_group_id = security_group.id
        self.role_arn = role.arn
        self.register_outputs(
            {
                "instance_id": self.instance_id,
                "session_command": self.session_command,
                "security_group_id": self.security_group_id,
                "role_arn": self.role_arn,
            }
        )

    def _current_image(self, region: str | None) -> Output[str]:
        """The image, looked up: `resolve:ssm:` would do without, but the provider cannot combine it with a root
        device (hashicorp/terraform-provider-aws#43488)."""
        parameter = aws.ssm.get_parameter_output(
            name=AMI_PARAMETER, region=region, opts=InvokeOptions(parent=self)
        )
        return Output.unsecret(parameter.value)  # every parameter counts as a secret; this one is public

    def _disk_key(self, name: str, region: str | None, tags: Mapping[str, Input[str]]) -> Output[str]:
        return component_key(
            self,
            f"{name}-key",
            description=f"Encrypts the disk of {name}",
            services=["ec2"],
            protection=Protection.EPHEMERAL,  # the disk is deleted with the host, and holds no data
            region=region,
            tags=tags,
        )

    def _security_group(
        self,
        name: str,
        database: handle.Connection,
        spec: AccessHostArgs,
        tags: Mapping[str, Input[str]],
    ) -> aws.ec2.SecurityGroup:
        region = spec.get("region")
        group = aws.ec2.SecurityGroup(
            f"{name}-sg",
            vpc_id=spec["vpc_id"],
            description=f"Access host {name}",
            region=region,
            tags=tags,
            opts=child_options(self, ignore_changes=["description", "name"]),
        )
        port = PortRules(self, database.port, region, tags)
        target = database.security_group_id
        port.egress(f"{name}-to-database", group.id, "Database the host forwards to", target=target)
        port.ingress(f"{name}-into-database", target, f"Access host {name}", source=group.id)
        https = PortRules(self, HTTPS, region, tags)
        endpoints = spec["endpoint_security_group_id"]
        https.egress(f"{name}-to-endpoints", group.id, "Endpoints of Systems Manager", target=endpoints)
        https.ingress(f"{name}-into-endpoints", endpoints, f"Access host {name}", source=group.id)
        return group

    def _role(
        self, name: str, location: Location, spec: AccessHostArgs, tags: Mapping[str, Input[str]]
    ) -> ServiceRole:
        # EC2 assumes the role for the instance. It sends no source account to check.
        trust: Statement = {
            "Sid": "AssumeByHost",
            "Effect": "Allow",
            "Principal": {"Service": Output.concat("ec2.", location.dns_suffix)},
            "Action": "sts:AssumeRole",
        }
        return service_role(
            self,
            name,
            description=f"Lets the access host {name} serve Session Manager sessions",
            trust=policy_document(trust),
            permissions=policy_document(*session_statements(location)),
            boundary_arn=spec.get("permissions_boundary_arn"),
            path=spec.get("iam_path"),
            tags=tags,
        )
