"""AWS Secrets Manager on loopback: as much of its API as the function calls, over HTTP, for the real SDK."""

import json
import threading
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class SecretsManager:
    """Secrets by name, each with its versions and their stages."""

    def __init__(self) -> None:
        self.values: dict[str, dict[str, str]] = {}
        self.stages: dict[str, dict[str, list[str]]] = {}
        self.fail_at: int | None = None
        """How many calls succeed before one fails; None for all."""
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                status, answer = service.answer(self.headers["X-Amz-Target"].split(".")[1], body)
                text = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def environment(self) -> dict[str, str]:
        """What sends the SDK here."""
        return {
            "AWS_ENDPOINT_URL_SECRETS_MANAGER": f"http://127.0.0.1:{self._server.server_port}",
            "AWS_REGION": "eu-central-1",
            "AWS_DEFAULT_REGION": "eu-central-1",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    def stop(self) -> None:
        """End the server."""
        self._server.shutdown()
        self._server.server_close()

    def put(
        self, secret: str, value: dict[str, Any], stage: str = "AWSCURRENT", version: str | None = None
    ) -> None:
        """Store a version and give it a stage."""
        version = version or str(uuid.uuid4())
        self.values.setdefault(secret, {})[version] = json.dumps(value)
        self._move(secret, stage, version)

    def current(self, secret: str) -> dict[str, Any]:
        """The current value."""
        return dict(json.loads(self.values[secret][self._version(secret, "AWSCURRENT") or ""]))

    def begin_rotation(self, secret: str) -> str:
        """What Secrets Manager does before it calls the function: a version without a value."""
        version = str(uuid.uuid4())
        self._move(secret, "AWSPENDING", version)
        return version

    def _move(self, secret: str, stage: str, version: str) -> None:
        versions = self.stages.setdefault(secret, {})
        for stages in versions.values():
            if stage in stages:
                stages.remove(stage)
        versions.setdefault(version, []).append(stage)

    def _version(self, secret: str, stage: str) -> str | None:
        return next((each for each, stages in self.stages.get(secret, {}).items() if stage in stages), None)

    def answer(self, operation: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Answer one call."""
        if self.fail_at is not None:
            if self.fail_at == 0:
                return 400, {"__type": "AccessDeniedException", "message": "not today"}
            self.fail_at -= 1
        secret = body["SecretId"]
        if secret not in self.stages and secret not in self.values and operation != "PutSecretValue":
            return 400, {"__type": "ResourceNotFoundException", "message": "no such secret or value"}
        match operation:
            case "GetSecretValue":
                version = body.get("VersionId") or self._version(secret, body["VersionStage"])
                text = self.values.get(secret, {}).get(version or "")
                if text is None:
                    return 400, {"__type": "ResourceNotFoundException", "message": "no such value"}
                return 200, {"SecretString": text, "VersionId": version}
            case "PutSecretValue":
                self.put(
                    secret,
                    json.loads(body["SecretString"]),
                    body["VersionStages"][0],
                    body.get("ClientRequestToken"),
                )
                return 200, {}
            case "DescribeSecret":
                return 200, {"VersionIdsToStages": self.stages[secret]}
            case "UpdateSecretVersionStage":
                self._move(secret, body["VersionStage"], body["MoveToVersionId"])
                return 200, {}
        raise AssertionError(f"the function does not call {operation}")
