"""Where state is stored: files, and whole self-managed backends, on a local disk or in object storage.

A backend keeps each stack in `.pulumi/stacks/PROJECT/STACK.json`, or `.pulumi/stacks/STACK.json` where it is
older than projects, perhaps with `.gz` or `.zst` at the end (pulumi/pkg/backend/diy/store.go). Beside them are
backups (`.bak`), retained checkpoints (`STACK.json.TIME`) and tags (`.pulumi-tags`), which are no stacks.
"""

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import fsspec

from ..errors import GuardError

#: The source that stands for standard input.
STANDARD_INPUT = "-"

_SUFFIXES = (".json", ".json.gz", ".json.zst")
_BOOKKEEPING = ".pulumi"
_STACKS = f"{_BOOKKEEPING}/stacks"

#: Seconds to wait for a connection to object storage.
_CONNECT_TIMEOUT = 10

#: How often a request to object storage is made before it counts as failed.
_ATTEMPTS = 3


@dataclass(frozen=True)
class _Storage:
    """A kind of object storage: what fsspec calls it, and the package that reaches it."""

    protocol: str
    package: str
    extra: str


_STORAGES = {
    "s3": _Storage("s3", "s3fs", "s3"),
    "gs": _Storage("gs", "gcsfs", "gcs"),
    "azblob": _Storage("az", "adlfs", "azure"),
}


@dataclass(frozen=True)
class StateFile:
    """One file that holds the state of a stack.

    `source` names it for people. `stamp` changes whenever the file does, as far as its storage tells.
    `options` say how to reach the storage. `given` is the content where it has been read already.
    """

    source: str
    protocol: str
    path: str
    stamp: str = ""
    options: Mapping[str, Any] = field(default_factory=dict, compare=False)
    given: bytes | None = None

    def read(self) -> bytes:
        """The content. Raises OSError, or what the storage's package raises."""
        if self.given is not None:
            return self.given
        content: bytes = fsspec.filesystem(self.protocol, **self.options).cat_file(self.path)
        return content


def find(sources: Sequence[str]) -> list[StateFile]:
    """The state files that `sources` name, each once, in their order and then by path.

    A source is a file, a folder with exports, a backend (the folder that holds `.pulumi`), the URL of one as
    `pulumi login` takes it, or `-`. Raises GuardError with every source that cannot be read or holds no stack.
    """
    found: dict[str, StateFile] = {}
    problems: list[str] = []
    for source in sources:
        try:
            found.update((file.source, file) for file in _find(source))
        except GuardError as error:
            problems.append(str(error))
    if problems:
        raise GuardError("\n".join(problems))
    return list(found.values())


def _find(source: str) -> list[StateFile]:
    if source == STANDARD_INPUT:
        given = sys.stdin.buffer.read()
        return [StateFile(source, "", "", hashlib.sha256(given).hexdigest(), given=given)]
    scheme = urlsplit(source).scheme if "://" in source else ""
    if scheme in ("", "file"):
        return _in(source, "file", _local_path(source), {}, "")
    storage = _STORAGES.get(scheme)
    if storage is None:
        raise GuardError(
            f"{source} is out of reach: a source is a file, a folder, s3://, gs:// or azblob://. "
            "Save other stacks with `pulumi stack export --file FILE` and audit the files."
        )
    url = urlsplit(source)
    path = (url.netloc + url.path).rstrip("/")
    options = _options(scheme, dict(parse_qsl(url.query)))
    return _in(source, storage.protocol, path, options, f"{scheme}://")


def _local_path(source: str) -> str:
    """The path in a source; as Pulumi has it, `file://~` is the home folder and `file://.` this one."""
    return str(Path(source.removeprefix("file://")).expanduser())


def _options(scheme: str, query: Mapping[str, str]) -> dict[str, Any]:
    """How to reach a storage, from a backend URL's query as Pulumi reads it, and the environment."""
    if scheme == "s3":
        endpoint = query.get("endpoint", "")
        if endpoint and "://" not in endpoint:
            endpoint = ("http://" if query.get("disableSSL") == "true" else "https://") + endpoint
        client = {key: value for key, value in (("region_name", query.get("region")),) if value}
        path_style = "true" in (query.get("s3ForcePathStyle"), query.get("use_path_style"))
        return {
            **({"endpoint_url": endpoint} if endpoint else {}),
            **({"profile": query["profile"]} if "profile" in query else {}),
            **({"client_kwargs": client} if client else {}),
            "config_kwargs": {
                "connect_timeout": _CONNECT_TIMEOUT,
                "retries": {"max_attempts": _ATTEMPTS},
                **({"s3": {"addressing_style": "path"}} if path_style else {}),
            },
        }
    if scheme == "azblob":
        account = query.get("storage_account") or os.environ.get("AZURE_STORAGE_ACCOUNT")
        credentials = {
            "account_key": os.environ.get("AZURE_STORAGE_KEY"),
            "sas_token": os.environ.get("AZURE_STORAGE_SAS_TOKEN"),
        }
        given = {key: value for key, value in credentials.items() if value}
        return {**({"account_name": account} if account else {}), **(given or {"anon": False})}
    return {}


def _in(source: str, protocol: str, path: str, options: Mapping[str, Any], prefix: str) -> list[StateFile]:
    storage = next((item for item in _STORAGES.values() if item.protocol == protocol), None)
    try:
        files = fsspec.filesystem(protocol, **options)
        found = list(_files(files, path, source))
    except GuardError:
        raise
    except ImportError as error:
        if storage is None:
            raise
        raise GuardError(
            f"{source} needs the package {storage.package}: `pip install {storage.package}`, "
            f"or install aurora-guardrails with the extra `{storage.extra}`."
        ) from error
    except Exception as error:  # every storage's package has exceptions of its own
        raise GuardError(f"{source} can't be read: {reason(error)}.") from None
    return [
        StateFile(prefix + name if prefix else name, protocol, name, _stamp(details), options)
        for name, details in found
    ]


def _files(files: Any, path: str, source: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The path and the details of each state file at `path`, by path."""
    try:
        details = files.info(path)  # not `exists`, which takes any failure for an absence
    except FileNotFoundError:
        raise GuardError(f"{source} does not exist.") from None
    if details["type"] != "directory":
        yield path, details
        return
    base = path.rstrip("/")
    backend = next((folder for folder in _backends(base) if files.isdir(folder)), None)
    if backend is not None:
        found = files.find(backend, maxdepth=2, detail=True)
        what = "the backend has no stack"
    else:
        found = files.find(base, detail=True)
        what = "it is no self-managed backend, and has no *.json, *.json.gz or *.json.zst"
    start = len(files._strip_protocol(backend or base)) + 1
    chosen = {
        name: details
        for name, details in found.items()
        if name.endswith(_SUFFIXES) and not any(part.startswith(".") for part in name[start:].split("/"))
    }
    if not chosen:
        raise GuardError(f"There are no stacks in {source}: {what}.")
    if backend is not None:
        chosen = _newest(chosen)
    yield from sorted(chosen.items())


def _newest(files: Mapping[str, Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Of each stack the file written last: one that changed its compression may have two."""
    found: dict[str, tuple[str, Mapping[str, Any]]] = {}
    for name, details in files.items():
        stack = name.removesuffix(".gz").removesuffix(".zst")
        if stack not in found or _written(details) > _written(found[stack][1]):
            found[stack] = (name, details)
    return dict(found.values())


def _written(details: Mapping[str, Any]) -> Any:
    """When a file was written: a number or a date, the same for all files of a storage."""
    keys = ("mtime", "LastModified", "last_modified", "updated")
    return next((details[key] for key in keys if key in details), 0)


def _backends(base: str) -> tuple[str, ...]:
    """The folders that hold the stacks, if `base` is a backend or a part of one."""
    if base.endswith(f"/{_STACKS}") or f"/{_STACKS}/" in base:
        return (base,)
    if base.rsplit("/", 1)[-1] == _BOOKKEEPING:
        return (f"{base}/stacks",)
    return (f"{base}/{_STACKS}",)


def _stamp(details: Mapping[str, Any]) -> str:
    keys = ("ETag", "etag", "md5Hash", "content_settings", "mtime", "LastModified", "last_modified", "size")
    return " ".join(str(details[key]) for key in keys if key in details)


def reason(error: BaseException) -> str:
    """What went wrong, in the words of whoever raised `error`, on one line."""
    text = " ".join(str(error).split()).rstrip(".")
    if isinstance(error, OSError) and error.strerror:
        text = error.strerror
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
