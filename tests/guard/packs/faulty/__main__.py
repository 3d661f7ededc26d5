"""A pack on the bare protocol, with one fault: the one that the variable FAULT names."""

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import grpc
from google.protobuf import empty_pb2
from pulumi.runtime.proto import analyzer_pb2, analyzer_pb2_grpc

FAULT = os.environ["FAULT"]
LEVEL = analyzer_pb2.REMEDIATE if FAULT == "Remediate" else analyzer_pb2.ADVISORY


def hang(call):
    if call == FAULT:
        threading.Event().wait(600)


class Analyzer(analyzer_pb2_grpc.AnalyzerServicer):
    def ConfigureStack(self, request, context):
        return analyzer_pb2.AnalyzerStackConfigureResponse()

    def GetAnalyzerInfo(self, request, context):
        hang("GetAnalyzerInfo")
        kinds = (analyzer_pb2.POLICY_TYPE_RESOURCE, analyzer_pb2.POLICY_TYPE_STACK)
        level = 77 if FAULT == "level of a policy" else LEVEL
        policies = [
            analyzer_pb2.PolicyInfo(name=name, enforcementLevel=level, policy_type=kind)
            for name, kind in zip(("encrypted", "complete"), kinds, strict=True)
        ]
        return analyzer_pb2.AnalyzerInfo(name="faulty", policies=policies)

    def Configure(self, request, context):
        hang("Configure")
        return empty_pb2.Empty()

    def Remediate(self, request, context):
        hang("Remediate")
        return analyzer_pb2.RemediateResponse()

    def Analyze(self, request, context):
        hang("Analyze")
        return analyzer_pb2.AnalyzeResponse(diagnostics=self.diagnostics())

    def AnalyzeStack(self, request, context):
        hang("AnalyzeStack")
        return analyzer_pb2.AnalyzeResponse()

    def diagnostics(self):
        if FAULT == "policy of a diagnostic":
            return [analyzer_pb2.AnalyzeDiagnostic(policyName="encripted", message="x")]
        if FAULT == "level of a diagnostic":
            return [analyzer_pb2.AnalyzeDiagnostic(policyName="encrypted", message="x", enforcementLevel=77)]
        return []


if FAULT == "long port":
    print("9" * 5000, flush=True)
    sys.exit()
if FAULT == "flood":
    while True:
        print("x" * 65536, end="", flush=True)
if FAULT == "words":
    print("٣٤٥", flush=True)
server = grpc.server(ThreadPoolExecutor())
analyzer_pb2_grpc.add_AnalyzerServicer_to_server(Analyzer(), server)
print(server.add_insecure_port("127.0.0.1:0"), flush=True)
server.start()
server.wait_for_termination()
