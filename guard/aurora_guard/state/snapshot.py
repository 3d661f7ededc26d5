"""The state of one stack: `pulumi stack export`, or a checkpoint of a self-managed backend.

An export is `{"version": 3, "deployment": {…}}`; a checkpoint is
`{"version": 3, "checkpoint": {"stack": …, "latest": {…}}}`, or just the inner object where it is older than
versions (pulumi/sdk/go/common/apitype/core.go). Both may be compressed.
"""

import gzip
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NoReturn

from ..engine.resources import Options, Resource
from ..engine.urn import STACK_TYPE, name_of, type_of
from ..engine.wire import OUTPUT_VALUE, RESOURCE, SECRET, SIGNATURE, UNKNOWN, Properties, secret
from ..errors import GuardError
from ..report.model import Unjudged

#: The newest version of a deployment that is known.
NEWEST_VERSION = 4

#: How deep values may be nested. No resource comes near, and whoever walks values may do it by recursion.
DEEPEST = 100

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"


class StateError(GuardError):
    """A file that cannot be judged. The message says why, as the end of "FILE …"."""


@dataclass(frozen=True)
class Snapshot:
    """The resources of a stack as deployed, in the order of the state.

    Properties are in wire form. A secret that the state holds encrypted is a secret of an unknown value.
    `unjudged` are resources that the state mentions, but that are not a part of the stack now.
    `project` and `stack` are empty where the state has no resource that tells them.
    """

    project: str
    stack: str
    resources: tuple[Resource, ...]
    unjudged: tuple[Unjudged, ...] = ()

    @cached_property
    def by_urn(self) -> Mapping[str, Resource]:
        return {resource.urn: resource for resource in self.resources}


def parse(data: bytes) -> Snapshot:
    """The state in `data`. Raises StateError when it is damaged, is no state, or is of an unknown version."""
    too_deep = StateError(f"has values that are nested more than {DEEPEST} levels deep.")
    try:
        document = _load(_decompress(data))
    except RecursionError:
        raise too_deep from None
    if _is_deeper(document, DEEPEST):
        raise too_deep
    return _snapshot(document)


def _is_deeper(document: Any, levels: int) -> bool:
    """Whether something in `document` is nested deeper than that; found without recursion."""
    level = [document]
    for _ in range(levels):
        level = [
            inner
            for item in level
            if isinstance(item, (dict, list))
            for inner in (item.values() if isinstance(item, dict) else item)
        ]
        if not level:
            return False
    return True


def _decompress(data: bytes) -> bytes:
    try:
        if data.startswith(_GZIP):
            return gzip.decompress(data)
        if data.startswith(_ZSTD):
            return _decompress_zstd(data)
    except (EOFError, OSError, zlib.error) as error:
        raise StateError(
            f"is truncated or damaged: {str(error).rstrip('.') or type(error).__name__}."
        ) from None
    return data


def _decompress_zstd(data: bytes) -> bytes:
    try:
        import zstandard  # imported late: an optional package
    except ImportError:
        raise StateError(
            "is compressed with zstd, which needs the package zstandard: `pip install zstandard`."
        ) from None
    try:
        decompressor = zstandard.ZstdDecompressor().decompressobj()
        content: bytes = decompressor.decompress(data)
        if not decompressor.eof:
            raise EOFError("the compressed file ended before its end was reached")
        return content
    except zstandard.ZstdError as error:
        raise OSError(str(error)) from None


def _load(data: bytes) -> Any:
    """The document in `data`, with its property values in wire form.

    Numbers are read as floats, as they travel between engine and pack.
    """
    if not data.strip():
        raise StateError("is empty.")
    try:
        text = data.decode(json.detect_encoding(data))
        return json.loads(text, object_hook=_value, parse_int=float, parse_constant=_refuse_constant)
    except UnicodeDecodeError:
        raise StateError("is not text, so it is no Pulumi state.") from None
    except json.JSONDecodeError as error:
        cut = error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated string")
        what = "is truncated" if cut else "is not valid JSON"
        raise StateError(
            f"{what}: {error.msg[:1].lower()}{error.msg[1:].removesuffix(' at')} at character {error.pos}."
        ) from None
    except ValueError as error:
        raise StateError(f"is not valid JSON: {error}.") from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"it holds {name}, which is no JSON number")


def _value(read: dict[str, Any]) -> Any:
    """An object as the engine sends it to a pack: of a secret its value, of a reference what it points to."""
    signature = read.get(SIGNATURE)
    if signature is None:
        return read
    if signature == SECRET:
        return secret(_plaintext(read))
    if signature == RESOURCE:
        return (read["id"] or UNKNOWN) if "id" in read else read.get("urn")
    if signature == OUTPUT_VALUE:
        held = read.get("value", UNKNOWN)
        return secret(held) if read.get("secret") else held
    return read


def _plaintext(read: Mapping[str, Any]) -> Any:
    """The value of a secret: in the clear with `--show-secrets`, else encrypted, and never decrypted."""
    if "value" in read:
        return read["value"]
    if not isinstance(read.get("plaintext"), str):
        return UNKNOWN
    try:
        return json.loads(read["plaintext"], object_hook=_value, parse_int=float)
    except ValueError:
        return UNKNOWN


def _snapshot(document: Any) -> Snapshot:
    deployment, version = _deployment(document)
    if deployment is None:  # a stack that was made and never updated
        return Snapshot("", "", ())
    entries = _list(deployment, "resources")
    live, unjudged = [], []
    seen: set[str] = set()
    for place, entry in enumerate(entries):
        resource = _resource(entry, f"resources[{place}]", version)
        if entry.get("delete"):
            unjudged.append(Unjudged(resource.urn, resource.type, "pending deletion"))
            continue
        if resource.urn in seen:
            raise StateError(f"lists {resource.urn} twice: `pulumi state repair` may help.")
        seen.add(resource.urn)
        live.append(resource)
    for place, operation in enumerate(_list(deployment, "pending_operations")):
        where = f"pending_operations[{place}]"
        resource = _resource(_object(operation, where).get("resource"), f"{where}.resource", version)
        status = f"pending operation: {operation.get('type') or 'unknown'}"
        unjudged.append(Unjudged(resource.urn, resource.type, status))
    project, stack = _names(live)
    return Snapshot(project, stack, tuple(live), tuple(unjudged))


def _deployment(document: Any) -> tuple[dict[str, Any] | None, int]:
    """The deployment in a document, and its version; None where the stack was never deployed."""
    if not isinstance(document, dict):
        raise StateError("is JSON, but no Pulumi state.")
    if "deployment" in document:
        holder, key = document, "deployment"
    elif "checkpoint" in document:
        holder, key = _object(document["checkpoint"], "checkpoint"), "latest"
    elif "latest" in document or ("stack" in document and "version" not in document):
        holder, key = document, "latest"
    else:
        raise StateError(
            "is JSON, but no Pulumi state: it holds neither a `deployment` (`pulumi stack export`) "
            "nor a `checkpoint` (a self-managed backend)."
        )
    version = document.get("version") or 1.0
    if not isinstance(version, float) or not version.is_integer() or version < 1:
        raise StateError(f"has the version {json.dumps(version)}, which is no Pulumi state version.")
    version = int(version)
    if version > NEWEST_VERSION:
        raise StateError(
            f"is of deployment version {version}, and the newest known here is {NEWEST_VERSION}: "
            "update Aurora Guardrails."
        )
    deployment = holder.get(key)
    return (None if deployment is None else _object(deployment, key)), version


def _resource(entry: Any, where: str, version: int) -> Resource:
    entry = _object(entry, where)
    urn = entry.get("urn")
    if not isinstance(urn, str) or not urn.startswith("urn:pulumi:") or urn.count("::") < 3:
        raise StateError(f"is damaged: {where} has no valid `urn`.")
    inputs = _properties(entry, "inputs", where)
    dependencies = _texts(entry, "dependencies", where)
    if version < 3:  # as Pulumi migrates them: any dependency may be any property's
        by_property = {key: list(dependencies) for key in inputs if dependencies}
    else:
        by_property = _property_dependencies(entry, where)
    timeouts = entry.get("customTimeouts")
    timeouts = timeouts if isinstance(timeouts, dict) else {}
    return Resource(
        urn=urn,
        type=_text(entry, "type", where) or type_of(urn),
        name=name_of(urn),
        custom=bool(entry.get("custom")),
        parent=_text(entry, "parent", where),
        inputs=inputs,
        outputs=_properties(entry, "outputs", where),
        dependencies=dependencies,
        property_dependencies=by_property,
        provider=_provider(_text(entry, "provider", where)),
        options=Options(
            protect=bool(entry.get("protect")),
            retain_on_delete=bool(entry.get("retainOnDelete")),
            ignore_changes=_texts(entry, "ignoreChanges", where),
            additional_secret_outputs=_texts(entry, "additionalSecretOutputs", where),
            aliases=_texts(entry, "aliases", where),
            create_timeout=_number(timeouts.get("create")),
            update_timeout=_number(timeouts.get("update")),
            delete_timeout=_number(timeouts.get("delete")),
        ),
    )


def _provider(reference: str) -> str:
    """The URN in a provider reference, which is `URN::id`."""
    return reference.rpartition("::")[0]


def _names(resources: Iterable[Resource]) -> tuple[str, str]:
    """The project and the stack, as the URNs have them; the stack's own resource knows best."""
    found = ("", "")
    for resource in resources:
        parts = resource.urn.removeprefix("urn:pulumi:").split("::")
        if resource.type == STACK_TYPE:
            return parts[1], parts[0]
        found = found if found[1] else (parts[1], parts[0])
    return found


def _object(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise StateError(f"is damaged: {where} is no object.")
    return value


def _list(holder: Mapping[str, Any], key: str) -> list[Any]:
    value = holder.get(key) or []
    if not isinstance(value, list):
        raise StateError(f"is damaged: {key} is no list.")
    return value


def _properties(entry: Mapping[str, Any], key: str, where: str) -> Properties:
    return _object(entry.get(key) or {}, f"{where}.{key}")


def _text(entry: Mapping[str, Any], key: str, where: str) -> str:
    value = entry.get(key) or ""
    if not isinstance(value, str):
        raise StateError(f"is damaged: {where}.{key} is no text.")
    return value


def _texts(entry: Mapping[str, Any], key: str, where: str) -> list[str]:
    value = entry.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise StateError(f"is damaged: {where}.{key} is no list of texts.")
    return value


def _property_dependencies(entry: Mapping[str, Any], where: str) -> dict[str, list[str]]:
    found = _object(entry.get("propertyDependencies") or {}, f"{where}.propertyDependencies")
    return {key: urns for key in found if (urns := _texts(found, key, f"{where}.propertyDependencies"))}


def _number(value: Any) -> float:
    return value if isinstance(value, float) else 0
