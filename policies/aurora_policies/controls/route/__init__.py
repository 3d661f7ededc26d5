"""Controls of routes."""
