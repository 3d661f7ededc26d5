"""Controls of config."""
