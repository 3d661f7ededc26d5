"""The analyzer server: the SDK's own for metadata and configuration, ours for judging.

The SDK's `Analyze` and `AnalyzeStack` read every resource again for every policy, drop which values are secret,
and let one unknown value end a stack policy for all resources. This server reads each request once, keeps
secrets apart from literals, and gives every resource its own verdict. What goes over the wire is the same.
"""

import os
import sys
import threading
from collections.abc import Iterator
from concurrent import futures
from pathlib import Path
from typing import Any

import grpc
import yaml
from google.protobuf import empty_pb2, json_format
from pulumi.runtime.proto import analyzer_pb2, analyzer_pb2_grpc
from pulumi_policy import EnforcementLevel
from pulumi_policy.policy import _GRPC_CHANNEL_OPTIONS, _PolicyAnalyzerServicer

from ..controls import catalogue
from ..controls.control import Control, Status, Verdict, not_applicable
from ..deferral import Deferral
from ..evaluate import (
    has_database,
    judge_resource,
    judge_stack,
    not_a_subject,
    resource_controls,
    subject_of,
)
from ..exemptions import Exemption, exempted, today_utc
from ..model import Resource, Stack
from ..nearest import nearest
from ..settings import Configuration, configure
from .decode import decode_resource, decode_stack
from .policies import ResourcePolicy, StackPolicy, build_policies
from .reporting import Outcome, Reporter

PACK_NAME = "aurora-guardrails"
_PACKAGE = Path(__file__).parents[1]


def pack_version() -> str:
    """Return the version in PulumiPolicy.yaml, which is also the one that the engine shows.

    The file is beside the package, or inside of it where a distribution installed the package.
    """
    for folder in (_PACKAGE / "pack", _PACKAGE.parent):
        if (file := folder / "PulumiPolicy.yaml").is_file():
            return str(yaml.safe_load(file.read_text("utf-8"))["version"])
    raise FileNotFoundError(f"PulumiPolicy.yaml is neither in {_PACKAGE / 'pack'} nor in {_PACKAGE.parent}")


class AnalyzerServicer(_PolicyAnalyzerServicer):
    """Answers the engine for the catalogue."""

    def __init__(self, controls: tuple[Control, ...]) -> None:
        self._controls = controls
        policies = build_policies(controls)
        self._version = pack_version()
        super().__init__(PACK_NAME, self._version, policies, EnforcementLevel.ADVISORY)
        # An engine too old for ConfigureStack says by the environment whether this is a preview.
        self._reporter = Reporter(
            PACK_NAME, self._version, preview=os.environ.get("PULUMI_DRY_RUN", "").lower() == "true"
        )
        self._resource_policies = [item for item in policies if isinstance(item, ResourcePolicy)]
        # A control that yields to others comes after them.
        self._stack_policies = sorted(
            (item for item in policies if isinstance(item, StackPolicy)),
            key=lambda item: len(item.control.yields_to),
        )
        self._deferral = Deferral()
        self._by_name = {item.name: item for item in self._resource_policies}
        self._configurations: dict[str, Configuration] = {}
        self._project = self._stack_name = ""
        # The input properties of what was analysed since the last stack, by URN.
        self._stated: dict[str, frozenset[str]] = {}
        # The exemptions that some violation needed since the last stack.
        self._needed: set[tuple[str, Exemption]] = set()
        self._not_subjects = {
            item.name: analyzer_pb2.PolicyNotApplicable(
                policy_name=item.name, reason=not_a_subject(item.control)
            )
            for item in self._resource_policies
        }

    def ConfigureStack(self, request: Any, context: Any) -> Any:
        self._project, self._stack_name = request.project, request.stack
        self._reporter.preview = request.dry_run
        return super().ConfigureStack(request, context)

    def Configure(self, request: Any, context: Any) -> Any:
        """Take the configuration, or refuse it with every problem in it."""
        problems: list[str] = []
        known = {item.id: item for item in self._controls}
        configurations: dict[str, Configuration] = {}
        for name in sorted(request.policyConfig):
            control = known.get(name)
            if control is None:
                if name != "all":
                    problems.append(f"there is no control '{name}'{nearest(name, known)}.")
                continue
            given = json_format.MessageToDict(request.policyConfig[name].properties)
            configurations[name], found = configure(control, given)
            problems.extend(found)
        if problems:
            context.abort(
                grpc.StatusCode.INVALID_ARGUMENT,
                "The policy configuration is wrong:\n  " + "\n  ".join(problems),
            )
        self._configurations = configurations
        super().Configure(request, context)  # type: ignore[no-untyped-call]
        return empty_pb2.Empty()

    def Analyze(self, request: Any, _context: Any) -> Any:
        resource = decode_resource(request)
        response = self.analyze(resource)
        applying = {item.id for item in resource_controls(self._controls, resource.type)}
        response.not_applicable.extend(
            self._not_subjects[policy.name]
            for policy in self._resource_policies
            if policy.name not in applying and self._level(policy) is not EnforcementLevel.DISABLED
        )
        return response

    def AnalyzeStack(self, request: Any, _context: Any) -> Any:
        stack = decode_stack(request, self._project, self._stack_name, self._stated)
        return self.analyze_stack(stack)

    def analyze(self, resource: Resource) -> Any:
        """Return what the controls about resources of this type say; nothing of the other controls."""
        self._stated[resource.urn] = frozenset(resource.properties)
        response = analyzer_pb2.AnalyzeResponse()
        outcomes: list[Outcome] = []
        self._deferral.forget(resource.urn)
        for control in resource_controls(self._controls, resource.type):
            if (level := self._level(self._by_name[control.id])) is EnforcementLevel.DISABLED:
                continue
            configuration = self._configuration(control)
            verdict = judge_resource(control, resource, configuration.settings)
            outcomes.append(self._outcome(control, level, configuration, resource.urn, verdict))
        self._reporter.resource(response, resource.urn, outcomes)
        return response

    def analyze_stack(self, stack: Stack) -> Any:
        """Return what the controls about a whole stack say, and what its resources left for it."""
        response = analyzer_pb2.AnalyzeResponse()
        outcomes = [item for policy in self._stack_policies for item in self._outcomes(policy, stack)]
        self._reporter.stack(response, outcomes, has_database=has_database(stack))
        self._report_unused_exemptions(response, stack)
        self._stated, self._needed = {}, set()
        self._deferral = Deferral()
        return response

    def _outcomes(self, policy: StackPolicy, stack: Stack) -> Iterator[Outcome]:
        """Yield what a control finds in the stack; one outcome where it applies to nothing."""
        if (level := self._level(policy)) is EnforcementLevel.DISABLED:
            return
        control, configuration = policy.control, self._configuration(policy.control)
        found = list(judge_stack(control, stack, configuration.settings))
        if all(verdict.status is Status.NOT_APPLICABLE for _, verdict in found):
            reason = "; ".join(dict.fromkeys(verdict.message for _, verdict in found))
            nothing = not_applicable(reason or not_a_subject(control) + ", and there is none")
            yield Outcome(control, level, configuration, "", nothing)
            return
        for urn, verdict in found:
            if verdict.status is not Status.NOT_APPLICABLE:
                yield self._outcome(control, level, configuration, urn, verdict)

    def _outcome(
        self,
        control: Control,
        level: EnforcementLevel,
        configuration: Configuration,
        urn: str,
        verdict: Verdict,
    ) -> Outcome:
        """Return the outcome of a verdict under the exemptions, and note which of them are needed."""
        verdict = self._deferral.settle(control, _rank(level), urn, verdict)
        named = urn or self._stack_urn
        if verdict.status in (Status.FAIL, Status.UNKNOWN):
            self._needed.update((control.id, item) for item in configuration.exemptions if item.covers(named))
        verdict = exempted(verdict, named, configuration.exemptions, today_utc())
        return Outcome(control, level, configuration, urn, verdict)

    @property
    def _stack_urn(self) -> str:
        project, stack = self._project, self._stack_name
        return f"urn:pulumi:{stack}::{project}::pulumi:pulumi:Stack::{project}-{stack}"

    def _report_unused_exemptions(self, response: Any, stack: Stack) -> None:
        """Report each exemption that no violation of this stack needs."""
        policies: list[ResourcePolicy | StackPolicy] = [*self._resource_policies, *self._stack_policies]
        for policy in policies:
            control = policy.control
            if self._level(policy) is EnforcementLevel.DISABLED:
                continue
            for index, exemption in enumerate(self._configuration(control).exemptions):
                if (control.id, exemption) in self._needed:
                    continue
                if not exemption.concerns(self._project, self._stack_name):
                    continue
                covered = {
                    resource.urn
                    for resource in stack.resources
                    if resource.type in control.types and exemption.covers(resource.urn)
                }
                if not control.needs_stack and not covered <= self._stated.keys():
                    continue  # an update of some targets does not analyse the others
                self._reporter.unused_exemption(response, control, index, exemption, bool(covered))

    def Remediate(self, request: Any, _context: Any) -> Any:
        """Apply each fix whose control is at level `remediate`, in place, so that secrets stay secret."""
        response = analyzer_pb2.RemediateResponse()
        for policy in self._resource_policies:
            fix = policy.control.fix
            if self._get_enforcement_level(policy) is not EnforcementLevel.REMEDIATE:
                continue
            if fix is None:
                response.not_applicable.append(
                    analyzer_pb2.PolicyNotApplicable(policy_name=policy.name, reason="has no remediation")
                )
                continue
            resource = decode_resource(request)  # as the fixes before this one left it
            configuration = self._configuration(policy.control)
            verdict = judge_resource(policy.control, resource, configuration.settings)
            if (
                exempted(verdict, resource.urn, configuration.exemptions, today_utc()).status
                is not Status.FAIL
            ):
                continue
            subject = subject_of(policy.control, resource)
            if subject is None or not fix.suits(subject):
                continue
            if "." in (path := fix.property.path_in(resource)):
                continue
            request.properties[path] = fix.value_for(configuration.settings)
            response.remediations.append(
                analyzer_pb2.Remediation(
                    policyName=policy.name,
                    policyPackName=PACK_NAME,
                    policyPackVersion=self._version,
                    description=policy.description,
                    properties=request.properties,
                )
            )
        return response

    def _level(self, policy: ResourcePolicy | StackPolicy) -> EnforcementLevel:
        """The level in force; a violation that remains after a remediation is mandatory."""
        level = self._get_enforcement_level(policy)
        return EnforcementLevel.MANDATORY if level is EnforcementLevel.REMEDIATE else level

    def _configuration(self, control: Control) -> Configuration:
        return self._configurations.get(control.id) or Configuration(control.settings())


def _rank(level: EnforcementLevel) -> int:
    """How much a violation matters at a level."""
    return 1 if level is EnforcementLevel.MANDATORY else 0


def serve() -> None:
    """Serve the catalogue until the engine ends the process; the port is the only line on stdout."""
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=4), options=_GRPC_CHANNEL_OPTIONS)
    analyzer_pb2_grpc.add_AnalyzerServicer_to_server(AnalyzerServicer(catalogue()), server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    sys.stdout.write(f"{port}\n")
    sys.stdout.flush()
    threading.Event().wait()
