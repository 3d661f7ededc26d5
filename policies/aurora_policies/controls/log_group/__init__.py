"""Controls of log_group."""
