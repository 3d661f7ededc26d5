"""Alarms, events, a topic and a dashboard for one cluster."""

from .args import AlarmOverride, ObservabilityArgs, ObservabilitySettings
from .component import Observability
from .validation import validate

__all__ = ["AlarmOverride", "Observability", "ObservabilityArgs", "ObservabilitySettings", "validate"]
