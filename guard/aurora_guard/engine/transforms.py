"""Runs the transforms of a program: functions in the program that may change what it registers."""

from collections.abc import Iterable
from typing import Any

import grpc
from google.protobuf.message import Message
from pulumi.runtime.proto import callback_pb2, callback_pb2_grpc, resource_pb2


class Callbacks:
    """Calls back into the program. One channel to each address that a callback names."""

    def __init__(self) -> None:
        self._stubs: dict[str, Any] = {}

    def invoke(self, callback: callback_pb2.Callback, request: Any, answer: Any) -> Any:
        """Sends `request` to `callback`, and reads the response into a message like `answer`."""
        if callback.target not in self._stubs:
            channel = grpc.insecure_channel(callback.target)
            self._stubs[callback.target] = callback_pb2_grpc.CallbacksStub(channel)
        response = self._stubs[callback.target].Invoke(
            callback_pb2.CallbackInvokeRequest(token=callback.token, request=request.SerializeToString())
        )
        return answer.FromString(response.response)


#: Options with the same name, up to case and spelling, in a registration and in a transform.
_SAME_OPTIONS = {
    "dependencies": "depends_on",
    "ignoreChanges": "ignore_changes",
    "replaceOnChanges": "replace_on_changes",
    "version": "version",
    "aliases": "aliases",
    "provider": "provider",
    "customTimeouts": "custom_timeouts",
    "pluginDownloadURL": "plugin_download_url",
    "deletedWith": "deleted_with",
    "additionalSecretOutputs": "additional_secret_outputs",
    "providers": "providers",
    "importId": "import",
}


def transform(
    request: resource_pb2.RegisterResourceRequest, transforms: Iterable[Any], callbacks: Callbacks
) -> resource_pb2.RegisterResourceRequest:
    """The registration that is left after each of `transforms`, in their order."""
    for callback in transforms:
        response = callbacks.invoke(
            callback,
            resource_pb2.TransformRequest(
                type=request.type,
                name=request.name,
                custom=request.custom,
                parent=request.parent,
                properties=request.object,
                options=_options(request),
            ),
            resource_pb2.TransformResponse,
        )
        request.object.CopyFrom(response.properties)
        if response.HasField("options"):
            _apply(request, response.options)
    return request


def transform_function(
    request: resource_pb2.ResourceInvokeRequest, transforms: Iterable[Any], callbacks: Callbacks
) -> resource_pb2.ResourceInvokeRequest:
    """The function call that is left after each of `transforms`, in their order."""
    for callback in transforms:
        response = callbacks.invoke(
            callback,
            resource_pb2.TransformInvokeRequest(
                token=request.tok,
                args=request.args,
                options=resource_pb2.TransformInvokeOptions(
                    provider=request.provider, version=request.version
                ),
            ),
            resource_pb2.TransformInvokeResponse,
        )
        request.args.CopyFrom(response.args)
        if response.HasField("options"):
            request.provider = response.options.provider
            request.version = response.options.version
    return request


def _options(request: resource_pb2.RegisterResourceRequest) -> resource_pb2.TransformResourceOptions:
    options = resource_pb2.TransformResourceOptions()
    for ours, theirs in _SAME_OPTIONS.items():
        _copy(request, ours, options, theirs)
    if request.HasField("protect"):
        options.protect = request.protect
    if request.HasField("retainOnDelete"):
        options.retain_on_delete = request.retainOnDelete
    if request.deleteBeforeReplaceDefined:
        options.delete_before_replace = request.deleteBeforeReplace
    return options


def _apply(
    request: resource_pb2.RegisterResourceRequest, options: resource_pb2.TransformResourceOptions
) -> None:
    for ours, theirs in _SAME_OPTIONS.items():
        _copy(options, theirs, request, ours)
    request.ClearField("protect")
    if options.HasField("protect"):
        request.protect = options.protect
    request.ClearField("retainOnDelete")
    if options.HasField("retain_on_delete"):
        request.retainOnDelete = options.retain_on_delete
    request.deleteBeforeReplaceDefined = options.HasField("delete_before_replace")
    request.deleteBeforeReplace = options.delete_before_replace


def _copy(source: Any, field: str, target: Any, target_field: str) -> None:
    """Copies a field of whatever kind: text, message, map or list."""
    value = getattr(source, field)
    target.ClearField(target_field)
    if isinstance(value, str):
        setattr(target, target_field, value)
    elif isinstance(value, Message):
        if source.HasField(field):
            getattr(target, target_field).CopyFrom(value)
    elif hasattr(value, "items"):
        getattr(target, target_field).update(value)
    else:
        getattr(target, target_field).extend(value)
