"""The analyzer server: the SDK's own for metadata and configuration, ours for judging.

The SDK's `Analyze` and `AnalyzeStack` read every resource again for every policy, drop which values are secret,
and let one unknown value end a stack policy for all resources. This server reads each request once, keeps
secrets apart from literals, and gives every resource its own verdict. What goes over the wire is the same.
"""

import sys
import threading
from concurrent import futures
from datetime import UTC, date, datetime
from typing import Any

import grpc
from google.protobuf import empty_pb2, json_format
from pulumi.runtime.proto import analyzer_pb2, analyzer_pb2_grpc
from pulumi_policy import EnforcementLevel
from pulumi_policy.policy import _GRPC_CHANNEL_OPTIONS, _PolicyAnalyzerServicer

from ..controls import catalogue
from ..controls.control import Control, Status, Verdict
from ..evaluate import judge_resource, judge_stack, not_a_subject, resource_controls, subject_of
from ..exemptions import exempted
from ..model import Resource, Stack
from ..settings import Configuration, configure, nearest
from .decode import decode_resource, decode_stack
from .policies import ResourcePolicy, StackPolicy, build_policies

PACK_NAME = "aurora-guardrails"
# The engine takes the version from PulumiPolicy.yaml; every Python pack says this.
PACK_VERSION = "0.0.1"


class AnalyzerServicer(_PolicyAnalyzerServicer):
    """Answers the engine for the catalogue."""

    def __init__(self, controls: tuple[Control, ...]) -> None:
        self._controls = controls
        policies = build_policies(controls)
        super().__init__(PACK_NAME, PACK_VERSION, policies, EnforcementLevel.ADVISORY)
        self._resource_policies = [item for item in policies if isinstance(item, ResourcePolicy)]
        self._stack_policies = [item for item in policies if isinstance(item, StackPolicy)]
        self._by_name = {item.name: item for item in self._resource_policies}
        self._configurations: dict[str, Configuration] = {}
        self._project = self._stack_name = ""
        # The input properties of what was analysed since the last stack, by URN.
        self._stated: dict[str, frozenset[str]] = {}
        self._not_subjects = {
            item.name: analyzer_pb2.PolicyNotApplicable(
                policy_name=item.name, reason=not_a_subject(item.control)
            )
            for item in self._resource_policies
        }

    def ConfigureStack(self, request: Any, context: Any) -> Any:
        self._project, self._stack_name = request.project, request.stack
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
                    problems.append(f'there is no control "{name}"{nearest(name, list(known))}.')
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
        self._stated[resource.urn] = frozenset(resource.properties)
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
        self._stated = {}
        return self.analyze_stack(stack)

    def analyze(self, resource: Resource) -> Any:
        """Return what the controls about resources of this type say; nothing of the other controls."""
        response = analyzer_pb2.AnalyzeResponse()
        for control in resource_controls(self._controls, resource.type):
            policy = self._by_name[control.id]
            if (level := self._level(policy)) is EnforcementLevel.DISABLED:
                continue
            configuration = self._configuration(control)
            verdict = judge_resource(control, resource, configuration.settings)
            verdict = exempted(verdict, resource.urn, configuration.exemptions, _today())
            self._report(response, policy, level, verdict, "")
        return response

    def analyze_stack(self, stack: Stack) -> Any:
        """Return what the controls about a whole stack say."""
        response = analyzer_pb2.AnalyzeResponse()
        for policy in self._stack_policies:
            if (level := self._level(policy)) is EnforcementLevel.DISABLED:
                continue
            configuration = self._configuration(policy.control)
            verdicts = [
                (urn, exempted(verdict, urn, configuration.exemptions, _today()))
                for urn, verdict in judge_stack(policy.control, stack, configuration.settings)
            ]
            if not verdicts:
                response.not_applicable.append(
                    analyzer_pb2.PolicyNotApplicable(
                        policy_name=policy.name, reason=not_a_subject(policy.control) + ", and there is none"
                    )
                )
            elif all(verdict.status is Status.NOT_APPLICABLE for _, verdict in verdicts):
                reason = "; ".join(dict.fromkeys(verdict.message for _, verdict in verdicts))
                response.not_applicable.append(
                    analyzer_pb2.PolicyNotApplicable(policy_name=policy.name, reason=reason)
                )
            else:
                for urn, verdict in verdicts:
                    self._report(response, policy, level, verdict, urn)
        return response

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
            if exempted(verdict, resource.urn, configuration.exemptions, _today()).status is not Status.FAIL:
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
                    policyPackVersion=PACK_VERSION,
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

    def _report(
        self,
        response: Any,
        policy: ResourcePolicy | StackPolicy,
        level: EnforcementLevel,
        verdict: Verdict,
        urn: str,
    ) -> None:
        """Say `verdict` in the protocol's terms, and in the SDK's own words for what it has words for."""
        if verdict.status is Status.NOT_APPLICABLE:
            if isinstance(policy, ResourcePolicy):
                response.not_applicable.append(
                    analyzer_pb2.PolicyNotApplicable(policy_name=policy.name, reason=verdict.message)
                )
            return
        if verdict.status is Status.EXEMPT and isinstance(policy, ResourcePolicy):
            response.not_applicable.append(
                analyzer_pb2.PolicyNotApplicable(policy_name=policy.name, reason=f"exempt: {verdict.message}")
            )
            return
        if verdict.status is Status.PASS:
            return
        where = f" [property: {verdict.property}]" if verdict.property else ""
        message = f"{policy.description}\n{verdict.message}{where}"
        if verdict.status is Status.EXEMPT:
            level, message = (
                EnforcementLevel.ADVISORY,
                f"{policy.description}\nexempt: {verdict.message}{where}",
            )
        if verdict.status is Status.UNKNOWN:
            level = EnforcementLevel.ADVISORY
            message = (
                f"can't run policy '{policy.name}' from policy pack '{PACK_NAME}@v{PACK_VERSION}' "
                f"during preview: {verdict.message}"
            )
        response.diagnostics.append(
            analyzer_pb2.AnalyzeDiagnostic(
                policyName=policy.name,
                policyPackName=PACK_NAME,
                policyPackVersion=PACK_VERSION,
                description=policy.description,
                message=message,
                urn=urn,
                enforcementLevel=self._map_enforcement_level(level),
                severity=self._map_severity(policy.severity),
            )
        )


def _today() -> date:
    return datetime.now(UTC).date()


def serve() -> None:
    """Serve the catalogue until the engine ends the process; the port is the only line on stdout."""
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=4), options=_GRPC_CHANNEL_OPTIONS)
    analyzer_pb2_grpc.add_AnalyzerServicer_to_server(AnalyzerServicer(catalogue()), server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    sys.stdout.write(f"{port}\n")
    sys.stdout.flush()
    threading.Event().wait()
