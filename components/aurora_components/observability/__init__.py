"""Alarms, events, a topic and a dashboard for one cluster."""

from .args import AlarmOverride, ObservabilityArgs
from .component import Observability

__all__ = ["AlarmOverride", "Observability", "ObservabilityArgs"]
