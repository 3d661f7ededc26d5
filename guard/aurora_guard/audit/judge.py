"""Judges the state of one stack as `pulumi policy analyze --file EXPORT` does.

`Analyze` gets the inputs of each resource, `AnalyzeStack` the outputs of all; nothing is remediated. Our own
pack is judged with in this process, through the methods that its analyzer server calls, because encoding a
resource for gRPC takes longer than judging it. Any other pack runs in a process of its own, over its protocol.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, Protocol

from google.protobuf import empty_pb2

from aurora_policies.controls import catalogue
from aurora_policies.controls.control import Level
from aurora_policies.crossguard.decode import as_stated, decode_mapping
from aurora_policies.crossguard.server import AnalyzerServicer
from aurora_policies.evaluate import resource_controls
from aurora_policies.model import Options, Provider, Resource, Stack
from aurora_policies.wording import LEFT_OUT

from ..engine import findings, pack_config
from ..engine.deadline import Deadline
from ..engine.pack import Analysis, Pack, configured, policies_of, stack_request
from ..engine.pack_config import Policy
from ..engine.resources import Resource as Registered
from ..engine.target import Target
from ..errors import GuardError
from ..report.model import Control, Exemption, Finding, PackInfo, Status
from ..state.snapshot import Snapshot


@dataclass(frozen=True)
class Judgement:
    """What a pack found in one stack.

    `findings` are the failures, the unknowns and the exemptions, by URN and control. `counts` has the number
    of each control's findings by status, without those that do not apply: `not_applicable` counts them all, and
    `left_out` those of them that are not reported because the stack has no database.
    """

    findings: tuple[Finding, ...]
    counts: Mapping[str, Mapping[Status, int]]
    not_applicable: int
    left_out: int = 0
    unused_exemptions: tuple[Exemption, ...] = ()


class Judge(Protocol):
    """A configured policy pack. `controls` are those that are on, by name."""

    pack: PackInfo
    controls: Mapping[str, Control]

    def judge(self, snapshot: Snapshot) -> Judgement:
        """Judges one stack. Raises GuardError when the pack fails."""


class _Tally:
    """Gathers findings into a judgement."""

    def __init__(self) -> None:
        self.not_applicable = self.left_out = 0
        self._findings: list[Finding] = []
        self._counts: dict[str, Counter[Status]] = {}

    def add(self, found: Iterable[Finding]) -> None:
        for finding in found:
            if finding.status is Status.NOT_APPLICABLE:
                self.not_applicable += 1
                self.left_out += finding.message == LEFT_OUT
                continue
            self._counts.setdefault(finding.control.name, Counter())[finding.status] += 1
            if finding.status is not Status.PASS:
                self._findings.append(finding)

    def judgement(self, unused: Iterable[Exemption]) -> Judgement:
        ordered = sorted(self._findings, key=lambda f: (f.urn, f.control.name, f.path, f.message))
        return Judgement(tuple(ordered), self._counts, self.not_applicable, self.left_out, tuple(unused))


class OwnPack:
    """Aurora Guardrails' pack, in this process. `config` is what the configuration `file` holds."""

    def __init__(
        self, version: str, config: Mapping[str, Any], file: Path | None, everything: bool = False
    ) -> None:
        self._servicer = AnalyzerServicer(catalogue())
        info = self._servicer.GetAnalyzerInfo(empty_pb2.Empty(), None)  # type: ignore[no-untyped-call]
        declared = policies_of(info)
        effective = pack_config.effective(declared, {}, config, file)
        if everything:
            effective = pack_config.everywhere(declared, effective)
        self._policies, request = configured(declared, effective)
        self._servicer.Configure(request, _Refusal(info.name))
        self._accepted = findings.accepted_by(self._policies.values(), effective)
        self.pack = PackInfo(info.name, version)
        self._controls = findings.controls_of(info.name, self._policies)
        self.controls: Mapping[str, Control] = _on(self._controls)
        of_resources = [policy for policy in self._policies.values() if _is_on(policy, of_stack=False)]
        self._of_resources = {policy.name: policy for policy in of_resources}
        self._applying: dict[str, tuple[Policy, ...]] = {}

    def judge(self, snapshot: Snapshot) -> Judgement:
        tally = _Tally()
        self._servicer.ConfigureStack(stack_request(_target(snapshot), preview=False), None)
        resources = [_Decoded(resource, snapshot) for resource in snapshot.resources]
        for decoded in resources:
            policies = self._applying_to(decoded.inputs.type)
            tally.not_applicable += len(self._of_resources) - len(policies)
            if policies:
                analysis = _analysis(self._servicer.analyze(decoded.inputs))
                tally.add(
                    findings.of_resource(
                        analysis, decoded.inputs.urn, policies, self._controls, (), self._accepted
                    )
                )
        stack = Stack((decoded.outputs for decoded in resources), snapshot.project, snapshot.stack)
        analysis = _analysis(self._servicer.analyze_stack(stack))
        tally.add(
            findings.of_stack(
                analysis,
                _target(snapshot).stack_urn,
                self._policies.values(),
                self._controls,
                self._accepted,
            )
        )
        return tally.judgement(findings.unused_exemptions(analysis, self._accepted))

    def _applying_to(self, token: str) -> tuple[Policy, ...]:
        """The policies that judge a single resource of the type `token`."""
        if token not in self._applying:
            self._applying[token] = tuple(
                self._of_resources[control.id]
                for control in resource_controls(catalogue(), token)
                if control.id in self._of_resources
            )
        return self._applying[token]


class ProtocolPack:
    """Any pack, in a process of its own. Close it to end the process."""

    def __init__(
        self,
        folder: Path,
        config: Mapping[str, Any],
        file: Path | None,
        timeout: float,
        everything: bool = False,
    ) -> None:
        self._timeout = timeout
        self._process = Pack(folder, Target("", ""))
        try:
            deadline = Deadline(timeout)
            self._process.connect(deadline)
            policies, initial = self._process.policies, self._process.initial_config
            effective = pack_config.effective(policies, initial, config, file)
            if everything:
                effective = pack_config.everywhere(policies, effective)
            self._process.configure(effective, deadline)
        except BaseException:
            self.close()
            raise
        self._accepted = findings.accepted_by(self._process.policies.values(), effective)
        self.pack = PackInfo(self._process.name, self._process.version)
        self._controls = findings.controls_of(self._process.name, self._process.policies)
        self.controls: Mapping[str, Control] = _on(self._controls)

    def judge(self, snapshot: Snapshot) -> Judgement:
        tally = _Tally()
        self._process.configure_stack(_target(snapshot), preview=False, timeout=self._timeout)
        policies = self._process.policies.values()
        providers = {resource.urn: resource for resource in snapshot.resources}
        of_each, of_all = self._process.analyze(snapshot.resources, providers, Deadline(self._timeout))
        for resource, analysis in zip(snapshot.resources, of_each, strict=True):
            tally.add(
                findings.of_resource(analysis, resource.urn, policies, self._controls, (), self._accepted)
            )
        stack_urn = _target(snapshot).stack_urn
        tally.add(findings.of_stack(of_all, stack_urn, policies, self._controls, self._accepted))
        return tally.judgement(findings.unused_exemptions(of_all, self._accepted))

    def close(self) -> None:
        self._process.close()


class _Decoded:
    """A resource as the pack's model has it: with its inputs, and with its outputs."""

    __slots__ = ("inputs", "outputs")

    def __init__(self, resource: Registered, snapshot: Snapshot) -> None:
        owner = snapshot.by_urn.get(resource.provider)
        provider = Provider() if owner is None else Provider(owner.type, decode_mapping(owner.inputs))
        options = Options(resource.options.protect, tuple(resource.options.ignore_changes))
        self.inputs = Resource(
            urn=resource.urn,
            type=resource.type,
            name=resource.name,
            properties=decode_mapping(resource.inputs),
            options=options,
            provider=provider,
            parent=resource.parent,
        )
        outputs = Resource(
            urn=resource.urn,
            type=resource.type,
            name=resource.name,
            properties=decode_mapping(resource.outputs),
            options=options,
            provider=provider,
            parent=resource.parent,
            dependencies=tuple(resource.dependencies),
            property_dependencies={key: tuple(urns) for key, urns in resource.property_dependencies.items()},
        )
        self.outputs = as_stated(outputs, frozenset(self.inputs.properties))


class _Refusal:
    """Stands for a gRPC context: what the pack refuses is an error of the configuration."""

    def __init__(self, pack: str) -> None:
        self._pack = pack

    def abort(self, _code: Any, details: str) -> NoReturn:
        raise GuardError(f"The policy pack {self._pack} refuses its configuration. {details}")


def _analysis(response: Any) -> Analysis:
    return Analysis(response.diagnostics, response.not_applicable)


def _target(snapshot: Snapshot) -> Target:
    return Target(snapshot.project, snapshot.stack)


def _is_on(policy: Policy, *, of_stack: bool) -> bool:
    return policy.of_stack is of_stack and policy.level is not Level.DISABLED


def _on(controls: Mapping[str, Control]) -> dict[str, Control]:
    return {name: control for name, control in controls.items() if control.level != Level.DISABLED}
