"""Alarms, events, a topic and a dashboard for one cluster."""

from .args import AlarmOverride, ObservabilityArgs, ObservabilitySettings
from .component import Observability
from .watched import Watched

__all__ = ["AlarmOverride", "Observability", "ObservabilityArgs", "ObservabilitySettings", "Watched"]
